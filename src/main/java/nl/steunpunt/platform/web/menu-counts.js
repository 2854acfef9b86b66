/* What waits stands before the title, so that a tab in the background says it too. */
(() => {
  const menu = document.querySelector(".menu");
  if (!menu) return;
  const title = document.title;
  const say = () => {
    const waiting = [...menu.querySelectorAll("[data-number]")].reduce((sum, one) => sum + Number(one.dataset.number), 0);
    document.title = waiting ? `(${waiting}) ${title}` : title;
  };
  new MutationObserver(say).observe(menu, { childList: true, subtree: true });
})();
