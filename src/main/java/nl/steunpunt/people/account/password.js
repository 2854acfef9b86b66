/* A button beside each password that shows what is typed. Without this script the field simply stays hidden. */
for (const field of document.querySelectorAll(".password-field")) {
  const input = field.querySelector("input");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-sm btn-quiet";
  button.setAttribute("aria-controls", input.id);
  const show = (visible) => {
    input.type = visible ? "text" : "password";
    button.textContent = visible ? field.dataset.hide : field.dataset.show;
    button.setAttribute("aria-pressed", String(visible));
  };
  button.addEventListener("click", () => {
    show(input.type === "password");
    input.focus();
  });
  /* Sent as a password again, or browsers do not offer to keep it. */
  input.form?.addEventListener("submit", () => show(false));
  show(false);
  field.append(button);
}
