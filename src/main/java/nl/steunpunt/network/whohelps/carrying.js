/* What is typed at a place goes along behind the # of the address, which no server sees, and waits while one signs in. */
document.querySelectorAll("form[data-carry]").forEach((form) => {
  const { text } = form.elements;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(form.action + "#text=" + encodeURIComponent(text.value.trim()));
  });
});
