// Tables of councils: find a council by its name, sort by a column, and show fifty at a time. Keeps and sends nothing.
(() => {
  const AT_ONCE = 50;

  function make(tag, given, ...inside) {
    const made = Object.assign(document.createElement(tag), given);
    made.append(...inside);
    return made;
  }

  function key(row, column, kind) {
    if (kind === "value") return row.dataset.order;
    return row.cells[column].textContent.trim();
  }

  // numbers by size, words by the alphabet, and what is not stated last, whichever way it is sorted
  function compare(one, other, way) {
    if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1);
    const [a, b] = [Number(one), Number(other)];
    return way * (Number.isNaN(a) || Number.isNaN(b) ? one.localeCompare(other) : a - b);
  }

  function equip(section) {
    const body = section.querySelector("tbody");
    const rows = [...body.rows];
    const find = make("input", { type: "search", autocomplete: "off" });
    const count = make("p", { role: "status" });
    const before = make("button", { type: "button", textContent: "Previous" });
    const after = make("button", { type: "button", textContent: "Next" });
    const form = make("form", { className: "filters" }, make("label", {}, "Find a council ", find), before, after, count);
    form.setAttribute("aria-label", "Find, and turn pages");
    let start = 0;

    function show() {
      const wanted = find.value.trim().toLowerCase();
      const fit = rows.filter((row) => row.cells[0].textContent.toLowerCase().includes(wanted));
      start = Math.min(start, Math.max(0, Math.floor((fit.length - 1) / AT_ONCE) * AT_ONCE));
      const shown = new Set(fit.slice(start, start + AT_ONCE));
      rows.forEach((row) => (row.hidden = !shown.has(row)));
      before.hidden = after.hidden = fit.length <= AT_ONCE;
      before.disabled = start === 0;
      after.disabled = start + AT_ONCE >= fit.length;
      count.textContent = fit.length ? `${start + 1} to ${start + shown.size} of ${fit.length}` : "No council has such a name";
    }

    section.querySelectorAll("th[data-sorted]").forEach((head, column) => {
      const button = make("button", { type: "button", className: "sort", textContent: head.textContent });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        section.querySelectorAll("th[aria-sort]").forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
        rows.sort((one, other) => compare(key(one, column, head.dataset.sorted), key(other, column, head.dataset.sorted), way));
        body.append(...rows);
        start = 0;
        show();
      });
    });
    const turn = (step) => () => {
      start += step;
      show();
    };
    before.addEventListener("click", turn(-AT_ONCE));
    after.addEventListener("click", turn(AT_ONCE));
    find.addEventListener("input", () => {
      start = 0;
      show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    section.querySelector(".scroll").before(form);
    show();
  }

  document.querySelectorAll("[data-councils]").forEach((section) => {
    if (section.querySelector("tbody").rows.length > 1) equip(section);
  });
})();
