/** A selection as an address, and back. What an address names and the data do not have is left out. */

/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {{choices: import("./filtering.js").Choices, typed: string, sort: string, falling: boolean, view: string, down: string, across: string, lost: boolean}} Selection
 *    `lost` says that the address named something that the data do not have */

export const VIEWS = ["rows", "table"];
export const SORTS = ["what", "area", "period", "number", "document"];
export const SIDES = ["period", "area", "breakdown", "by_1", "by_2", "what", "document", "kind"];

/** @param {URLSearchParams} asked @param {Rows} data @returns {Selection} */
export function selected(asked, data) {
  const choices = new Map();
  let lost = false;
  for (const name of Object.keys(data.filters)) {
    const codes = asked.getAll(name).map((said) => data.columns[name].terms.indexOf(said)).filter((code) => code >= 0);
    lost ||= codes.length < asked.getAll(name).length;
    if (codes.length) choices.set(name, new Set(codes));
  }
  const among = (/** @type {string} */ name, /** @type {string[]} */ all, /** @type {string} */ usual) => {
    const said = asked.get(name);
    return said !== null && all.includes(said) ? said : usual;
  };
  return {
    choices,
    typed: (asked.get("words") ?? "").slice(0, 200),
    sort: among("sort", SORTS, ""),
    falling: asked.get("falling") === "yes",
    view: among("view", VIEWS, "rows"),
    down: among("down", SIDES, "breakdown"),
    across: among("across", ["", ...SIDES], "period"),
    lost,
  };
}

/** @param {Selection} selection @param {Rows} data @returns {URLSearchParams} */
export function addressed(selection, data) {
  const asked = new URLSearchParams();
  for (const [name, codes] of selection.choices) for (const code of codes) asked.append(name, data.columns[name].terms[code]);
  if (selection.typed) asked.set("words", selection.typed);
  if (selection.sort) asked.set("sort", selection.sort);
  if (selection.falling) asked.set("falling", "yes");
  if (selection.view !== "rows") {
    asked.set("view", selection.view);
    asked.set("down", selection.down);
    asked.set("across", selection.across);
  }
  return asked;
}
