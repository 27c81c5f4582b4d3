/** Rows as a table that is turned, with its bars; or why they make no table. */
import { barsOf } from "./bars.js";
import { element } from "./elements.js";
import { possible } from "./possible.js";
import { figureLink, region } from "./row-list.js";
import { HEADINGS } from "./selection-files.js";

/** @typedef {import("./rows.js").Rows} Rows */

const TITLES = { ...HEADINGS, by_1: "Breakdown, first part", by_2: "Breakdown, second part" };

/** What a side of a table is called. @param {string} name @returns {string} */
export const sideTitle = (name) => /** @type {Record<string, string>} */ (TITLES)[name];

/**
 * @param {Rows} data @param {number[]} rows @param {import("./turning.js").Turned} table
 * @param {string} down @param {string} across
 * @returns {HTMLElement[]}
 */
export function turnedTable(data, rows, table, down, across) {
  if (table.why.length) return [told("These rows are not shown as one table.", table.why.map((why) => `${why.replace(/\.$/, "")}.`)), ...instead(possible(data, rows))];
  const head = element("tr", {}, element("th", { scope: "col" }, sideTitle(down)), ...table.across.map((title) => element("th", { scope: "col", class: "num" }, title)));
  const cell = (/** @type {number | undefined} */ row) => element("td", { class: "num" }, row === undefined ? "" : figureLink(data, row));
  const body = table.down.map((title, at) =>
    element("tr", {}, element("th", { scope: "row" }, title), ...table.across.map((_, place) => cell(table.cells.get(`${at} ${place}`)))),
  );
  const label = `${sideTitle(down)} by ${across ? sideTitle(across) : "number"}`;
  const care = table.care.length ? [told("Compare these with care.", table.care)] : [];
  return [...care, region(label, element("table", { class: "data" }, element("thead", {}, head), element("tbody", {}, ...body))), ...barsOf(data, table)];
}

/** Links to tables that some of the rows make. @param {import("./possible.js").Possible[]} tables @returns {HTMLElement[]} */
function instead(tables) {
  if (!tables.length) return [];
  const link = (/** @type {import("./possible.js").Possible} */ { choices, down, across, rows }) => {
    const { what, area, document, unit, length, kind } = choices;
    const asked = new URLSearchParams({ ...choices, view: "table", down, across });
    return element("li", {}, element("a", { href: `#${asked}` }, `${what}, ${area}: ${unit}, ${length}, ${kind}`), ` (${rows} figures of ${document})`);
  };
  return [element("h3", {}, "Tables that some of these rows make"), element("ul", { class: "plain" }, ...tables.map(link))];
}

/** @param {string} words @param {string[]} reasons */
function told(words, reasons) {
  return element("div", { class: "know" }, element("p", {}, words), element("ul", {}, ...reasons.map((reason) => element("li", {}, reason))));
}
