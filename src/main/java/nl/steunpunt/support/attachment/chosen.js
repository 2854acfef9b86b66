/* What is shown of a file that somebody chose, pasted or dropped, before it is sent. */
const chosen = {
  /* Why this file cannot go along, in words, or nothing. The server says the same of what no script sees. */
  refusal(list, file) {
    if (list.children.length >= Number(list.dataset.most)) return list.dataset.tooMany;
    return file.size > Number(list.dataset.largest) ? `${file.name}: ${list.dataset.tooLarge}` : "";
  },

  item(list, file, remove) {
    const item = document.createElement("li");
    item.className = "chosen";
    item.dataset.name = file.name;
    if (file.type.startsWith("image/")) {
      const picture = document.createElement("img");
      picture.alt = "";
      picture.src = URL.createObjectURL(file);
      picture.onload = picture.onerror = () => URL.revokeObjectURL(picture.src);
      item.append(picture);
    }
    const name = document.createElement("span");
    name.className = "chosen-name";
    name.textContent = file.name;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chosen-remove";
    button.textContent = "×";
    button.setAttribute("aria-label", list.dataset.remove.replace("{0}", file.name));
    button.addEventListener("click", () => {
      item.remove();
      remove();
    });
    item.append(name, button);
    list.append(item);
    return item;
  },

  /* By the button, pasted into the text, or dropped anywhere on this part of the page. */
  watch(form, area, take) {
    form.elements.files.addEventListener("change", (event) => take([...event.target.files], event.target));
    form.elements.text.addEventListener("paste", (event) => {
      /* A copied table brings a picture of itself along; its text is what was meant. */
      if (event.clipboardData.files.length && !event.clipboardData.getData("text/plain")) {
        event.preventDefault();
        take([...event.clipboardData.files]);
      }
    });
    const brings = (event) => event.dataTransfer?.types.includes("Files");
    area.addEventListener("dragover", (event) => {
      if (!brings(event)) return;
      event.preventDefault();
      area.classList.add("is-dropping");
    });
    area.addEventListener("dragleave", (event) => {
      if (!area.contains(event.relatedTarget)) area.classList.remove("is-dropping");
    });
    area.addEventListener("drop", (event) => {
      area.classList.remove("is-dropping");
      if (!brings(event)) return;
      event.preventDefault();
      take([...event.dataTransfer.files]);
    });
  },
};
