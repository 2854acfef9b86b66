/* A form that takes its files along itself: what was pasted or dropped is put in its file field. */
(() => {
  const form = document.querySelector("form[data-picking]");
  if (!form) return;
  const list = form.querySelector("[data-chosen]");
  const trouble = form.querySelector("[data-trouble]");
  const without = form.querySelector("[data-without-files]");
  let files = [];

  const put = () => {
    const all = new DataTransfer();
    files.forEach((file) => all.items.add(file));
    form.elements.files.files = all.files;
    without.disabled = files.length > 0;
    without.title = files.length ? without.dataset.withoutFiles : "";
  };

  chosen.watch(form, document.body, (more) => {
    trouble.textContent = "";
    for (const file of more) {
      const refused = chosen.refusal(list, file);
      if (refused) {
        trouble.textContent = refused;
        continue;
      }
      files.push(file);
      chosen.item(list, file, () => {
        files = files.filter((other) => other !== file);
        put();
      });
    }
    put();
  });
})();
