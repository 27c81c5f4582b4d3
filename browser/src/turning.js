/** Turns rows into a table of rows by columns, where the figures may stand together; else says why not. */
import { term } from "./filtering.js";

/** @typedef {import("./filtering.js").Rows} Rows */
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
  const table = { down: [], across: [], cells: new Map(), care: [], why: against(data, rows, [down, across]) };
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
  table.care = paired(data, rows).care;
  return table;
}

/** What keeps the figures of these rows apart. @param {Rows} data @param {number[]} rows @param {string[]} axes */
function against(data, rows, axes) {
  if (!rows.length) return ["No row is left"];
  if (axes[0] === axes[1]) return ["Both sides are the same. Choose another for one of them"];
  if (rows.some((row) => data.groups[row] < 0)) return ["Some of the rows are answers in words. Filter them out under Kind"];
  const found = MUST.filter(([name]) => differ(data, rows, name)).map(([, why]) => why);
  if (!axes.includes("kind") && differ(data, rows, "kind")) found.push("Some say what was, others are targets or estimates. Choose one Kind, or put Kind on a side");
  return [...found, ...paired(data, rows).why];
}

/** @param {Rows} data @param {number[]} rows @param {string} name */
function differ(data, rows, name) {
  return new Set(rows.map((row) => data.columns[name].codes[row])).size > 1;
}

/** What has been said of comparing each two groups of these rows. @param {Rows} data @param {number[]} rows */
function paired(data, rows) {
  const firsts = new Map(rows.map((row) => [data.groups[row], row]));
  const groups = [...firsts.keys()];
  const said = new Map(data.together.flatMap(([one, other, may, reason]) => [[`${one} ${other}`, { may, reason }], [`${other} ${one}`, { may, reason }]]));
  /** @type {Set<string>} */
  const why = new Set();
  /** @type {Set<string>} */
  const care = new Set();
  for (let one = 0; one < groups.length && why.size < 3; one += 1) {
    for (let other = one + 1; other < groups.length && why.size < 3; other += 1) {
      const pair = said.get(`${groups[one]} ${groups[other]}`);
      if (pair?.may === "yes") continue;
      if (pair?.may === "with_care") care.add(pair.reason);
      else why.add(pair?.reason ?? unsaid(data, [groups[one], groups[other]].map((group) => /** @type {number} */ (firsts.get(group)))));
    }
  }
  return { why: [...why], care: [...care] };
}

/** @param {Rows} data @param {number[]} rows two of them */
function unsaid(data, rows) {
  const [one, other] = rows.map((row) => `“${term(data, "what", row)}” in ${term(data, "area", row)}`);
  return `Nobody has said that ${one} and ${other} may be compared`;
}
