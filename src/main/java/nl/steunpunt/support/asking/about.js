/* Topics of all systems stand in one list: choosing one chooses its system, and choosing another system lets go of it. */
document.addEventListener("change", ({ target }) => {
  const { system, topic } = target.form?.elements ?? {};
  if (!system?.matches?.("select") || !topic?.matches?.("select")) return;
  const belongs = topic.selectedOptions[0]?.closest("optgroup")?.dataset.system;
  if (!belongs || belongs === system.value) return;
  if (target === topic) system.value = belongs;
  if (target === system) topic.value = "";
});
