/** Which rows a selection leaves, and how many each choice would leave. */

/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {import("./rows.js").Column} Column */
/** @typedef {Map<string, Set<number>>} Choices the numbers of the chosen terms, by column; a column that is not there is open */
/** @typedef {{rows: number[], counts: Record<string, number[]>}} Left the rows that are left, and for each term of each filter how many */

/**
 * What the rows say that are there: `needed` says which must be.
 *
 * @param {Rows} data
 * @param {Choices} choices
 * @param {Uint8Array | undefined} worded 1 for each row that the typed words fit; all fit if there are none
 * @returns {Left}
 */
export function filtered(data, choices, worded) {
  const names = Object.keys(data.filters);
  const columns = names.map((name) => data.columns[name]);
  const wanted = names.map((name, at) => mask(columns[at], choices.get(name)));
  const closed = names.map((_, at) => at).filter((at) => wanted[at]);
  if (!closed.length && !worded) return { rows: [...data.ids.keys()], counts: data.totals };
  const counts = columns.map((column) => new Array(column.terms.length).fill(0));
  const rows = [];
  for (const { first, many, there } of data.pieces) {
    for (let row = first; there && row < first + many; row += 1) {
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
  }
  if (closed.length === 1 && !worded) counts[closed[0]] = data.totals[names[closed[0]]]; // also of pieces that are not there
  return { rows, counts: Object.fromEntries(names.map((name, at) => [name, counts[at]])) };
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
  /** @type {Map<number, number[]>} the rows of each term: far quicker than to compare each two rows */
  const alike = new Map();
  for (const row of rows) {
    const there = alike.get(column.codes[row]);
    if (there) there.push(row);
    else alike.set(column.codes[row], [row]);
  }
  const order = (/** @type {number} */ code) => (column.terms[code] === "" ? Infinity : code * (falling ? -1 : 1)); // what has none comes last
  return [...alike.keys()].sort((one, other) => order(one) - order(other)).flatMap((code) => alike.get(code) ?? []);
}
