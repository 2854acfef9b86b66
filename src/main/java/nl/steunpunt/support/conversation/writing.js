/*
 * Writing a message. Files are uploaded while one types, so that sending is quick and a refusal
 * comes in time; what was typed is never lost to them.
 */
(() => {
  const form = document.querySelector("[data-composer]");
  if (!form) return;
  const { question, page } = talk;
  const field = form.elements.text;
  const list = form.querySelector("[data-chosen]");
  const trouble = form.querySelector("[data-trouble]");
  const state = document.getElementById("composer-state");
  const uploads = [];
  let uploading = false;
  let sendWhenReady = false;
  let told = 0;

  const uploaded = () =>
    [...list.querySelectorAll("[name=attachments]")].map((id) => ({ id: id.value, name: id.closest("li").dataset.name }));

  const post = (file, progress) =>
    new Promise((answer, fail) => {
      const body = new FormData();
      body.append("file", file, file.name);
      const request = new XMLHttpRequest();
      request.open("POST", `/questions/${question}/attachments`);
      request.setRequestHeader("HX-Request", "true");
      request.upload.onprogress = ({ loaded, total }) => (progress.value = loaded / total);
      request.onload = () => answer(request);
      request.onerror = fail;
      request.send(body);
    });

  const part = (html) => new DOMParser().parseFromString(html, "text/html").body.firstElementChild;

  const settle = (item, request) => {
    if (request.responseURL.includes("/sign-in")) {
      location.reload();
    } else if (request.status === 200) {
      if (item.isConnected) item.replaceWith(part(request.responseText));
      else withdraw(part(request.responseText).querySelector("[formaction]"));
    } else {
      item.classList.add("chosen-refused");
      item.querySelector("img")?.remove();
      item.querySelector(".chosen-name").textContent = `${item.dataset.name}: ${part(request.responseText).lastChild.textContent.trim()}`;
    }
  };

  /* One after the other, and again for as long as there is no connection. */
  const upload = async () => {
    if (uploading) return;
    uploading = true;
    for (let next; (next = uploads[0]); ) {
      const { item, file } = next;
      const progress = item.querySelector("progress");
      let request = null;
      while (item.isConnected && !request) {
        request = await post(file, progress).catch(() => null);
        if (request && (request.status >= 500 || request.status === 429)) request = null;
        if (request || !item.isConnected) break;
        progress.removeAttribute("value");
        item.querySelector(".chosen-name").textContent = list.dataset.waits;
        connection.lost();
        await connection.retry(3000);
      }
      uploads.shift();
      progress.remove();
      if (request) settle(item, request);
    }
    uploading = false;
    ready();
  };

  const ready = () => {
    if (uploads.length) return;
    state.textContent = "";
    if (!sendWhenReady) return;
    sendWhenReady = false;
    /* Refused meanwhile: whoever writes decides whether it goes without. */
    if (!list.querySelector(".chosen-refused")) form.requestSubmit();
  };

  const withdraw = (button) =>
    fetch(button.getAttribute("formaction"), { method: "POST", redirect: "manual" }).catch(() => {});

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[formaction]");
    if (!button) return;
    event.preventDefault();
    button.closest("li").remove();
    withdraw(button);
    field.focus();
  });

  chosen.watch(form, page, (files, input) => {
    trouble.textContent = "";
    for (const file of files) {
      const refused = chosen.refusal(list, file);
      if (refused) {
        trouble.textContent = refused;
        continue;
      }
      const item = chosen.item(list, file, () => field.focus());
      const progress = document.createElement("progress");
      progress.value = 0;
      progress.setAttribute("aria-label", file.name);
      item.append(progress);
      uploads.push({ item, file });
    }
    if (input) input.value = "";
    field.focus();
    upload();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.hasAttribute("formaction")) return;
    if (uploads.some(({ item }) => item.isConnected)) {
      sendWhenReady = true;
      state.textContent = state.dataset.text;
      return;
    }
    const text = field.value.trim();
    const attachments = uploaded();
    if (!text && !attachments.length) return;
    list.replaceChildren();
    trouble.textContent = "";
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    told = 0;
    outbox.add({ question, clientId: newNumber(), text, attachments, at: Date.now() });
    talk.waiting();
    talk.toEnd();
    field.focus();
  });
  /* Enter sends where there is a keyboard; on a phone it makes a new line and the button sends. */
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && matchMedia("(hover: hover)").matches) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  /* What was typed and added comes back to be changed; what is there of it the server knows. */
  document.body.addEventListener("outbox:refused", async (event) => {
    const { message, html } = event.detail;
    if (message.question !== question) return;
    event.preventDefault();
    trouble.textContent = part(html).lastChild.textContent.trim();
    field.value = [message.text, field.value].filter(Boolean).join("\n");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    talk.waiting();
    const fresh = await fetch(`/questions/${question}`).then((response) => response.text()).catch(() => "");
    const unsent = new DOMParser().parseFromString(fresh, "text/html").querySelector("[data-composer] [data-chosen]");
    if (unsent) list.replaceChildren(...unsent.children);
  });

  /* "Fatima typt…": told at most every three seconds. */
  field.addEventListener("input", () => {
    if (field.value && Date.now() - told > 3000) {
      told = Date.now();
      fetch(`/questions/${question}/typing`, { method: "POST" }).catch(() => {});
    }
  });

  /* Added to a message that is on its way already. */
  const sending = new Set(outbox.of(question).flatMap(({ attachments }) => attachments.map(({ id }) => id)));
  list.querySelectorAll("[name=attachments]").forEach((id) => sending.has(id.value) && id.closest("li").remove());
})();
