/*
 * Forms: what is typed survives a closed tab (drafts), and a double click sends once.
 * data-draft="name" keeps the fields of a form; data-once gives it a number, so that sending it again is the same sending.
 */
/* crypto.randomUUID is there only over TLS, and some run inside their own network without. */
const newNumber = () =>
  crypto.randomUUID?.() ??
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16),
  );

(() => {
  const PREFIX = "draft-" + document.body.dataset.viewer + "-";
  const fields = (form) => [...form.elements].filter((field) => field.matches("textarea, input[type=text]") && field.name);

  /*
   * A draft goes when its form has arrived: the server answers a form that it accepted by sending the browser on.
   * After an error, or without a connection, it is still here.
   */
  const sent = sessionStorage.getItem("sent-draft");
  sessionStorage.removeItem("sent-draft");
  if (sent && performance.getEntriesByType("navigation")[0]?.redirectCount > 0 && !location.pathname.startsWith("/sign-in")) {
    localStorage.removeItem(sent);
  }

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
        try {
          if (Object.values(now).some(Boolean)) localStorage.setItem(key, JSON.stringify(now));
          else localStorage.removeItem(key);
        } catch {
          /* No room: typing goes on, without a draft. */
        }
      });
      form.addEventListener("submit", () => sessionStorage.setItem("sent-draft", key));
    });
    root.querySelectorAll("form[data-once]").forEach((form) => {
      if (form.elements.clientId) return;
      const id = document.createElement("input");
      id.type = "hidden";
      id.name = "clientId";
      id.value = newNumber();
      form.append(id);
    });
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-composer], [data-kept]") || form.method !== "post") return;
    /* A look at it in another tab: this page and its form stay. */
    if (event.submitter?.formTarget === "_blank") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (!navigator.onLine && !form.matches("[hx-post]")) {
      /* The browser would put its own error page in the place of what was typed. */
      event.preventDefault();
      event.stopImmediatePropagation();
      connection.lost();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, form.matches("[hx-post]") ? 4000 : 30000);
    if (form.getAttribute("action") === "/sign-out") forget();
  }, true);
  /* On a shared computer nothing of what somebody typed stays behind. */
  const forget = () => {
    try {
      Object.keys(localStorage)
        .filter((key) => key.startsWith(PREFIX))
        .forEach((key) => localStorage.removeItem(key));
    } catch {
      /* No storage, nothing kept. */
    }
  };
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

  /* A refused form comes back on the page it stood on, under the form's own address: reading that anew would find nothing. */
  const stood = document.querySelector("[data-stands-on]");
  if (stood) history.replaceState(null, "", stood.dataset.standsOn);

  prepare(document);
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
})();
