/** Which rows a selection leaves, and how many each choice would leave. Rows are columns of numbers: see filter_rows.py. */

/** @typedef {{terms: string[], codes: number[]}} Column */
/** @typedef {{filters: Record<string, string>, columns: Record<string, Column>, ids: string[], groups: number[],
 *    together: [number, number, string, string][], synonyms: Record<string, string[]>, little: string[]}} Rows */
/** @typedef {Map<string, Set<number>>} Choices the numbers of the chosen terms, by column; a column that is not there is open */
/** @typedef {{rows: number[], counts: Record<string, number[]>}} Left the rows that are left, and for each term of each filter how many */

/**
 * @param {Rows} data
 * @param {Choices} choices
 * @param {Uint8Array | undefined} worded 1 for each row that the typed words fit; all fit if there are none
 * @returns {Left}
 */
export function filtered(data, choices, worded) {
  const names = Object.keys(data.filters);
  const columns = names.map((name) => data.columns[name]);
  const counts = columns.map((column) => new Uint32Array(column.terms.length));
  const wanted = names.map((name, at) => mask(columns[at], choices.get(name)));
  const closed = names.map((_, at) => at).filter((at) => wanted[at]);
  const rows = [];
  for (let row = 0; row < data.ids.length; row += 1) {
    if (worded && !worded[row]) continue;
    let failing = -1;
    let fails = 0;
    for (const at of closed) {
      if (/** @type {Uint8Array} */ (wanted[at])[columns[at].codes[row]]) continue;
      failing = at;
      fails += 1;
      if (fails > 1) break;
    }
    if (fails === 1) counts[failing][columns[failing].codes[row]] += 1; // another choice of this filter would leave it
    if (fails) continue;
    rows.push(row);
    for (let at = 0; at < columns.length; at += 1) counts[at][columns[at].codes[row]] += 1;
  }
  return { rows, counts: Object.fromEntries(names.map((name, at) => [name, [...counts[at]]])) };
}

/** @param {Column} column @param {Set<number> | undefined} chosen */
function mask(column, chosen) {
  if (!chosen?.size) return undefined;
  const found = new Uint8Array(column.terms.length);
  for (const code of chosen) found[code] = 1;
  return found;
}

/**
 * The rows in order of a column: its terms are in order already. Rows that are alike keep theirs.
 *
 * @param {Rows} data @param {number[]} rows @param {string} by @param {boolean} falling
 */
export function sorted(data, rows, by, falling) {
  const column = data.columns[by];
  if (!column) return rows;
  const order = (/** @type {number} */ row) => (column.terms[column.codes[row]] === "" ? Infinity : column.codes[row] * (falling ? -1 : 1));
  return [...rows].sort((one, other) => order(one) - order(other) || one - other);
}

/** @param {Rows} data @param {string} name @param {number} row @returns {string} */
export const term = (data, name, row) => data.columns[name].terms[data.columns[name].codes[row]];
