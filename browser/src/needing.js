/** Which pieces of the rows a selection needs: those that can hold what it seeks. */

/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {{rows: number[], beside: Record<string, number[]>}} Needed
 *    `rows` can hold rows that fit; `beside` has for a filter the pieces that can hold rows which only that filter keeps out:
 *    the numbers beside its choices need them too */

/**
 * @param {Rows} data
 * @param {import("./filtering.js").Choices} choices
 * @param {boolean} worded whether words were typed: any row may have them
 * @returns {Needed}
 */
export function needed(data, choices, worded) {
  const closed = [...choices].filter(([, codes]) => codes.size);
  /** @type {Needed} */
  const found = { rows: [], beside: {} };
  if (!closed.length && !worded) return found; // all rows fit, and the numbers are known
  data.pieces.forEach((_, piece) => {
    const failing = closed.filter(([name, codes]) => ![...codes].some((code) => data.held[name][piece].has(code)));
    if (!failing.length) found.rows.push(piece);
    if (failing.length === 1 && (closed.length > 1 || worded)) (found.beside[failing[0][0]] ??= []).push(piece);
  });
  return found;
}

/** The pieces that these rows stand in. @param {Rows} data @param {number[]} rows in the order of the data */
export function piecesOf(data, rows) {
  const found = new Set();
  let piece = 0;
  for (const row of rows) {
    while (row >= data.pieces[piece].first + data.pieces[piece].many) piece += 1;
    found.add(piece);
  }
  return [...found];
}
