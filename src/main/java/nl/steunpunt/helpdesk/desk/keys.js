/*
 * The desk by keyboard. A letter does what bears it (data-key): opens what unfolds, goes to a field, presses a button;
 * j and k walk the queue. Not while somebody types, and not at all for who switched it off.
 */
(() => {
  const list = () => document.getElementById("desk-keys");
  const OFF = "desk-keys-off";
  const isOff = () => memory.get(OFF) === "yes";
  const types = (element) => element.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  const rows = () => [...document.querySelectorAll("#queue .inbox-row")];
  const walk = (by) => {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex((row) => row === document.activeElement || row.parentElement.contains(document.activeElement));
    const here = at < 0 ? all.findIndex((row) => row.getAttribute("aria-current") === "true") : at;
    const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, here + by));
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  };

  const unfold = (element) => {
    for (let around = element.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    const pop = element.closest("[popover]");
    if (pop && pop !== list() && !pop.matches(":popover-open") && getComputedStyle(pop).display === "none") pop.showPopover();
  };

  const act = (bearer) => {
    unfold(bearer);
    if (bearer.matches("summary")) {
      bearer.parentElement.open = true;
      (bearer.parentElement.querySelector("textarea, select, input:not([type=hidden]), button") ?? bearer).focus();
    } else if (bearer.matches("textarea, select, input:not([type=checkbox])")) bearer.focus();
    else bearer.click();
  };

  document.addEventListener("keydown", (event) => {
    if (!list() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (types(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") {
      event.preventDefault();
      list().togglePopover();
      return;
    }
    if (isOff() || event.shiftKey) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      walk(event.key === "j" ? 1 : -1);
      return;
    }
    if (!/^[a-z]$/.test(event.key)) return;
    const row = document.activeElement?.closest?.("#queue li");
    const bearer = row?.querySelector(`[data-key="${event.key}"]`) ?? document.querySelector(`[data-key="${event.key}"]:not(#queue li *)`);
    if (!bearer || bearer.disabled) return;
    event.preventDefault();
    if (list().matches(":popover-open")) list().hidePopover();
    choose(row, bearer);
    act(bearer);
  });

  /* In the queue a letter is for what was chosen; nothing was: for the one that has the focus. */
  const choose = (row, bearer) => {
    const box = row?.querySelector("[name=question]");
    if (!box || !bearer.closest("#desk-bulk") || document.querySelector("#queue [name=question]:checked")) return;
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /* What was chosen stays so when the queue is renewed. */
  const picked = new Set();
  const boxes = () => document.querySelectorAll("#queue [name=question]");
  document.addEventListener("change", ({ target }) => {
    if (!target.matches("#queue [name=question]")) return;
    if (target.checked) picked.add(target.value);
    else picked.delete(target.value);
  });
  document.addEventListener("htmx:afterSettle", () => boxes().forEach((box) => (box.checked = picked.has(box.value))));

  /* Who works with a voice or a switch may want no letters that do something. */
  const tick = () => {
    const box = document.getElementById("desk-keys-on");
    if (box) box.checked = !isOff();
  };
  document.addEventListener("change", ({ target }) => target.id === "desk-keys-on" && memory.set(OFF, target.checked ? "" : "yes"));
  document.addEventListener("htmx:load", tick);
  tick();
})();
