/*
 * Forms: what is typed survives a closed tab (drafts), and a double click sends once.
 * data-draft="name" keeps the fields of a form; data-once gives it a number, so that sending it again is the same sending.
 */
(() => {
  const PREFIX = "draft-" + document.body.dataset.viewer + "-";
  const fields = (form) => [...form.elements].filter((field) => field.matches("textarea, input[type=text]") && field.name);

  const prepare = (root) => {
    root.querySelectorAll("form[data-draft]").forEach((form) => {
      if (form.dataset.ready) return;
      form.dataset.ready = "yes";
      const key = PREFIX + form.dataset.draft;
      try {
        const kept = JSON.parse(localStorage.getItem(key) || "{}");
        fields(form).forEach((field) => {
          if (!field.value && kept[field.name]) field.value = kept[field.name];
        });
      } catch {
        localStorage.removeItem(key);
      }
      form.addEventListener("input", () => {
        const now = Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
        if (Object.values(now).some(Boolean)) localStorage.setItem(key, JSON.stringify(now));
        else localStorage.removeItem(key);
      });
      form.addEventListener("submit", () => localStorage.removeItem(key));
    });
    root.querySelectorAll("form[data-once]").forEach((form) => {
      if (form.elements.clientId) return;
      const id = document.createElement("input");
      id.type = "hidden";
      id.name = "clientId";
      id.value = crypto.randomUUID();
      form.append(id);
    });
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-composer]") || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  /* Back to a page the browser kept: its forms may be sent again. */
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

  /* Ctrl+Enter sends from a text field. */
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
      event.preventDefault();
      event.target.form?.requestSubmit();
    }
  });

  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.me[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  prepare(document);
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
})();
