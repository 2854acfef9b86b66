/*
 * How long a text may be. A browser cuts off what is pasted over maxlength and says nothing: here a field takes it
 * whole. A long text counts, and comes back from the server with what is wrong with it. A line of text is not sent
 * while it is too long, since beside a button there is no room to count, and neither is a tap that is kept for later,
 * since nobody is there any more when its answer comes. Without scripts maxlength stands, and so it does where somebody
 * searches: what is sought is what the field shows.
 */
(() => {
  const { formMost, formTooLarge, fieldLeft, fieldOver } = document.body.dataset;
  const NEAR = 0.9;

  const inWords = (number) => number.toLocaleString(document.documentElement.lang);
  const tooMany = (field, most) => fieldOver.replace("{0}", inWords(field.value.length)).replace("{1}", inWords(most));
  const hold = (field, most) => {
    let was = false;
    const check = () => {
      /* Asked anew each time: the round's script, which takes its forms over, comes after this one. */
      const isOver = field.value.length > most && (!field.matches("textarea") || field.form.matches("[data-kept]"));
      field.setCustomValidity(isOver ? tooMany(field, most) : "");
      if (isOver) field.setAttribute("aria-invalid", "true");
      else if (was) field.removeAttribute("aria-invalid");
      was = isOver;
    };
    field.addEventListener("input", check);
    field.form.addEventListener("reset", () => setTimeout(check));
    /* What cannot be seen cannot say what is wrong with it: the form would stay without a word. */
    field.addEventListener("invalid", () => field.closest("details:not([open])")?.setAttribute("open", ""));
    check();
  };
  const count = (field, most) => {
    const said = document.createElement("p");
    said.className = "field-count";
    said.setAttribute("role", "status");
    const say = () => {
      const left = most - field.value.length;
      if (left < 0) said.textContent = tooMany(field, most);
      else said.textContent = left > most * (1 - NEAR) ? "" : fieldLeft.replace("{0}", inWords(left));
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
    field.form.addEventListener("reset", () => setTimeout(say));
    if (field.value) later();
  };
  const prepare = (root) => root.querySelectorAll("textarea[maxlength], input[maxlength]").forEach((field) => {
    if (field.form?.method !== "post") return;
    const most = field.maxLength;
    field.removeAttribute("maxlength");
    if (field.matches("textarea")) count(field, most);
    hold(field, most);
  });

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
