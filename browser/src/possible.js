/** Tables that some of the rows make, where all of them make none: so that nobody has to guess what to choose. */
import { term } from "./rows.js";
import { turned } from "./turning.js";

/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {{choices: Record<string, string>, down: string, across: string, rows: number}} Possible what to choose for it, and how many figures it has */

const ALIKE = ["what", "area", "document", "length", "unit", "kind"];
const SIDES = [["breakdown", "period"], ["period", ""], ["breakdown", ""]];
const MOST = 5;
const TRIED = 30;

/** @param {Rows} data @param {number[]} rows @returns {Possible[]} the largest first */
export function possible(data, rows) {
  /** @type {Map<string, number[]>} */
  const alike = new Map();
  for (const row of rows) {
    if (data.groups[row] < 0) continue;
    const key = ALIKE.map((name) => data.columns[name].codes[row]).join(" ");
    const there = alike.get(key);
    if (there) there.push(row);
    else alike.set(key, [row]);
  }
  const largest = [...alike.values()].filter((own) => own.length > 1).sort((one, other) => other.length - one.length);
  return largest.slice(0, TRIED).flatMap((own) => tableOf(data, own)).slice(0, MOST);
}

/** The first way in which rows make a table, if there is any. @param {Rows} data @param {number[]} rows @returns {Possible[]} */
function tableOf(data, rows) {
  const fits = SIDES.find(([down, across]) => !turned(data, rows, down, across).why.length);
  if (!fits) return [];
  const choices = Object.fromEntries(ALIKE.map((name) => [name, term(data, name, rows[0])]));
  return [{ choices, down: fits[0], across: fits[1], rows: rows.length }];
}
