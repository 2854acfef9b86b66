/*
 * What somebody typed on another page comes behind the # of the address, which no server sees. It waits in this tab while they
 * sign in, and then stands in the field.
 */
(() => {
  const KEY = "carried-text";
  try {
    const carried = /^#text=([\s\S]*)$/.exec(location.hash);
    if (carried) {
      sessionStorage.setItem(KEY, decodeURIComponent(carried[1]));
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    const field = document.querySelector("#ask-text");
    const text = sessionStorage.getItem(KEY);
    /* Who has to sign in first reads that nothing is lost. */
    if (text) document.querySelectorAll("[data-carried]").forEach((said) => (said.hidden = false));
    if (!field || !text) return;
    sessionStorage.removeItem(KEY);
    const before = field.value.trim();
    field.value = before && before !== text ? text + "\n\n" + before : text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  } catch {
    /* No storage, or nonsense behind the #: the field stays as it is. */
  }
})();
