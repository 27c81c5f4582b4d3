/** Bars beside each other, from the same zero: only for a table that may stand together and is small enough to be seen at once. */
import { element } from "./elements.js";
import { term } from "./rows.js";

const MOST = 30;

/**
 * @param {import("./rows.js").Rows} data
 * @param {import("./turning.js").Turned} table
 * @returns {HTMLElement[]} a chart, or nothing where a chart would say less than the table
 */
export function barsOf(data, table) {
  const bars = [...table.cells].map(([place, row]) => ({ place: place.split(" ").map(Number), row, length: Number(term(data, "number", row)) }));
  const told = bars.filter((bar) => term(data, "number", bar.row) !== "");
  if (told.length < 2 || bars.length > MOST || told.some((bar) => bar.length < 0)) return [];
  const longest = Math.max(...told.map((bar) => bar.length)) || 1;
  const list = told.sort((one, other) => one.place[0] - other.place[0] || one.place[1] - other.place[1]).map((bar) => {
    const name = [table.down[bar.place[0]], ...(table.across.length > 1 ? [table.across[bar.place[1]]] : [])].join(", ");
    const drawn = element("span", { class: "bar", "aria-hidden": "true" });
    drawn.style.inlineSize = `${(100 * bar.length) / longest}%`; // the length is drawn; the number beside it is the printed one
    return element("li", {}, element("span", {}, name), element("span", { class: "track" }, drawn), element("b", {}, term(data, "shown", bar.row)));
  });
  const blank = bars.length - told.length;
  const note = blank ? [element("p", { class: "meta" }, `${blank} without a number ${blank === 1 ? "is" : "are"} not drawn.`)] : [];
  return [element("h3", {}, "The same as bars, from zero"), element("ul", { class: "bars" }, ...list), ...note];
}
