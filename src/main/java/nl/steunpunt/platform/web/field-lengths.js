/*
 * How long a text may be. A browser cuts off what is pasted over maxlength and says nothing: here a field takes it,
 * counts, and the server says what is wrong with the whole. Without scripts, and for taps that are kept for later, maxlength stands.
 */
(() => {
  const { formMost, formTooLarge, fieldLeft, fieldOver } = document.body.dataset;
  const NEAR = 0.9;

  const count = (field) => {
    const most = field.maxLength;
    const said = document.createElement("p");
    said.className = "field-count";
    said.setAttribute("role", "status");
    field.removeAttribute("maxlength");
    const say = () => {
      const left = most - field.value.length;
      const words = left < 0 ? fieldOver : fieldLeft;
      said.textContent = left > most * (1 - NEAR) ? "" : words.replace("{0}", Math.abs(left).toLocaleString(document.documentElement.lang));
      said.classList.toggle("is-over", left < 0);
    };
    /* After a pause: who listens does not hear a number at each key. */
    let pause;
    const later = () => {
      /* Not before somebody writes: a page that is only read stays as the server sent it. */
      if (!said.isConnected) field.after(said);
      clearTimeout(pause);
      pause = setTimeout(say, said.textContent ? 400 : 0);
    };
    field.addEventListener("input", later);
    if (field.value) later();
  };
  const prepare = (root) => root.querySelectorAll("form:not([data-kept]) textarea[maxlength]").forEach(count);

  /*
   * More than the server reads of a form is not sent: it would answer without having seen the text, and the page
   * that comes then has none. Each character becomes at most nine bytes.
   */
  const isTooLarge = (form) => {
    const texts = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    if (texts.reduce((sum, [, value]) => sum + value.length, 0) * 9 < formMost) return false;
    return (form.enctype.startsWith("multipart") ? new Blob(texts.flat()).size : new URLSearchParams(texts).toString().length) > formMost;
  };
  const refuse = (form) => {
    const [longest] = [...form.elements].filter((field) => field.matches("textarea, input:not([type=hidden])")).sort((one, other) => other.value.length - one.value.length);
    if (!form.querySelector("[data-unsendable]")) {
      const why = document.createElement("p");
      why.className = "field-error";
      why.dataset.unsendable = "";
      why.setAttribute("role", "alert");
      why.textContent = formTooLarge;
      longest.after(why);
      longest.addEventListener("input", () => why.remove(), { once: true });
    }
    longest.focus();
  };
  /* Before any other script takes the form for sent. */
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post" || !isTooLarge(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    refuse(event.target);
  }, true);

  /* What is asked while somebody types stands in an address, and those have a length too. */
  const IN_AN_ADDRESS = 600;
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    if (detail.verb !== "get") return;
    for (const [name, value] of [...detail.formData]) {
      if (value.length > IN_AN_ADDRESS) detail.formData.set(name, value.slice(0, IN_AN_ADDRESS));
    }
  });

  prepare(document);
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
})();
