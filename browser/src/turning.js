/** Turns rows into a table of rows by columns, where the figures may stand together; else says why not. */
import { term } from "./rows.js";
import { together } from "./standing.js";

/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {{down: string[], across: string[], cells: Map<string, number>, care: string[], why: string[]}} Turned
 *    `cells` are rows of the data by "row column"; `why` says what keeps the figures apart, and then there are no cells;
 *    `care` is what to know where they may stand together */

export const MOST_CELLS = 2_000;
const AXES = ["what", "area", "period", "document", "kind", "breakdown", "by_1", "by_2"];
const MUST = [
  ["unit", "They have different units"],
  ["length", "Their periods are of different kinds, such as months and years. Choose one Kind of period"],
];

/**
 * @param {Rows} data
 * @param {number[]} rows
 * @param {string} down the column of the rows
 * @param {string} across the column of the columns; empty for one column of numbers
 * @returns {Turned}
 */
export function turned(data, rows, down, across) {
  /** @type {Turned} */
  const table = { down: [], across: [], cells: new Map(), care: [], why: impossible(data, rows, [down, across]) };
  if (table.why.length) return table;
  const { why, care } = compared(data, rows);
  Object.assign(table, { care, why: [...apart(data, rows, [down, across]), ...why] });
  if (table.why.length) return table;
  const codes = (/** @type {string} */ name) => [...new Set(rows.map((row) => data.columns[name].codes[row]))].sort((one, other) => one - other);
  const places = [down, across].map((name) => new Map((AXES.includes(name) ? codes(name) : []).map((code, place) => [code, place])));
  const titles = (/** @type {string} */ name, /** @type {number} */ at) => [...places[at].keys()].map((code) => data.columns[name].terms[code]);
  table.down = titles(down, 0);
  table.across = across ? titles(across, 1) : ["Number"];
  if (table.down.length * table.across.length > MOST_CELLS) table.why.push(`The table would have more than ${MOST_CELLS.toLocaleString("en-GB")} cells`);
  let twice = 0;
  for (const row of rows) {
    const place = `${places[0].get(data.columns[down].codes[row])} ${across ? places[1].get(data.columns[across].codes[row]) : 0}`;
    if (table.cells.has(place)) twice += 1;
    table.cells.set(place, row);
  }
  if (twice) table.why.push("More than one figure would stand in the same cell. Filter further, or choose other rows and columns");
  return table;
}

/** What makes no table of any rows. @param {Rows} data @param {number[]} rows @param {string[]} axes */
function impossible(data, rows, axes) {
  if (!rows.length) return ["No row is left"];
  if (axes[0] === axes[1]) return ["Both sides are the same. Choose another for one of them"];
  if (rows.some((row) => data.groups[row] < 0)) return ["Some of the rows are answers in words. Filter them out under Kind"];
  return [];
}

/** What the rows themselves have against standing together. @param {Rows} data @param {number[]} rows @param {string[]} axes */
function apart(data, rows, axes) {
  const found = MUST.filter(([name]) => differ(data, rows, name)).map(([, why]) => why);
  if (axes.includes("kind") || !differ(data, rows, "kind")) return found;
  return [...found, "Some say what was, others are targets or estimates. Choose one Kind, or put Kind on a side"];
}

/** @param {Rows} data @param {number[]} rows @param {string} name */
function differ(data, rows, name) {
  return new Set(rows.map((row) => data.columns[name].codes[row])).size > 1;
}

/** What has been said of comparing the groups of these rows. @param {Rows} data @param {number[]} rows */
function compared(data, rows) {
  const firsts = new Map(rows.map((row) => [data.groups[row], row]));
  const { against, care } = together(data.standing, firsts.keys());
  const why = against.map(({ one, other, reason }) => reason || unsaid(data, [one, other].map((group) => /** @type {number} */ (firsts.get(group)))));
  return { why, care };
}

/** @param {Rows} data @param {number[]} rows two of them */
function unsaid(data, rows) {
  const [one, other] = rows.map((row) => `“${term(data, "what", row)}” in ${term(data, "area", row)}`);
  return `Nobody has said that ${one} and ${other} may be compared`;
}
