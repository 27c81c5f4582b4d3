// Filters the checks of the page in place: hides those that do not fit, and says how many are shown. Keeps and sends nothing.
(() => {
  const form = document.querySelector("form[data-register]");
  if (!form) return;
  const checks = [...document.querySelectorAll("[data-verdict]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const count = form.querySelector("[data-count]");

  function show() {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    const fits = (check) => wanted.every(([name, value]) => check.dataset[name] === value);
    checks.forEach((check) => (check.hidden = !fits(check)));
    groups.forEach((group) => {
      group.hidden = !group.querySelector("[data-verdict]:not([hidden])");
      if (group.tagName === "DETAILS") group.open = wanted.length > 0 && !group.hidden;
    });
    const shown = checks.filter((check) => !check.hidden).length;
    const here = checks.length < Number(count.dataset.all) ? " on this page" : "";
    count.textContent = wanted.length || here ? `${shown} of ${checks.length} checks${here}` : `All ${checks.length} checks`;
  }

  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
})();
