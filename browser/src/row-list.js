/** Rows as a list under headings that sort it. On a narrow screen each row is a card: its roles keep it a table for those who listen. */
import { element } from "./elements.js";
import { term } from "./rows.js";
import { HEADINGS } from "./selection-files.js";
import { SORTS } from "./selection.js";

/** @typedef {import("./rows.js").Rows} Rows */

const NONE = "None"; // no line of a card

/** @param {Rows} data @param {number[]} rows @param {{sort: string, falling: boolean}} order */
export function rowList(data, rows, order) {
  const head = element("tr", { role: "row" }, ...Object.entries(HEADINGS).map(([name, title]) => heading(name, title, order)));
  const body = rows.map((row) => element("tr", { role: "row" }, ...Object.entries(HEADINGS).map(([name, title]) => cellOf(data, name, title, row))));
  const table = element("table", { class: "data row-cards", role: "table" }, element("thead", { role: "rowgroup" }, head), element("tbody", { role: "rowgroup" }, ...body));
  return region("The rows that fit", table);
}

/** @param {string} name @param {string} title @param {{sort: string, falling: boolean}} order */
function heading(name, title, { sort, falling }) {
  const by = name === "shown" ? "number" : name;
  const roles = { scope: "col", role: "columnheader" };
  if (!SORTS.includes(by)) return element("th", { ...roles, class: "unsorted" }, title);
  const button = element("button", { type: "button", "data-sort": by }, title);
  return element("th", { ...roles, ...(sort === by ? { "aria-sort": falling ? "descending" : "ascending" } : {}) }, button);
}

/** @param {Rows} data @param {string} name @param {string} title @param {number} row */
function cellOf(data, name, title, row) {
  const cell = { role: "cell", "data-of": name };
  if (name === "shown") return element("td", { ...cell, class: data.groups[row] < 0 ? "words" : "num" }, figureLink(data, row));
  const said = term(data, name, row);
  return element("td", { ...cell, "data-label": title, ...(said === NONE ? { class: "none" } : {}) }, said);
}

/** The value of a row, which leads to its figure or answer. @param {Rows} data @param {number} row */
export function figureLink(data, row) {
  const address = `../${encodeURI(term(data, "page", row))}#${encodeURIComponent(data.ids[row])}`;
  return element("a", { class: "fig", href: address }, term(data, "shown", row) || "no number");
}

/** What may be wider than the screen: it scrolls by itself. @param {string} label @param {Node} inside */
export const region = (label, inside) => element("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": label }, inside);
