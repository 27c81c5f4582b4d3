/** The rows that are there, as columns of numbers: see row_pieces.py. Pieces of them are loaded as they are needed. */

/** @typedef {{terms: string[], codes: Int32Array}} Column the number of a term for each row */
/** @typedef {{first: number, many: number, there: boolean}} Piece where a piece stands among all rows, and whether it is loaded */
/** @typedef {{kinds: number[], documents: number[], areas: number[], said: [number, number, string, string, string, string][]}} Standing */
/** @typedef {{filters: Record<string, string>, columns: Record<string, Column>, ids: string[], groups: Int32Array, pieces: Piece[],
 *    held: Record<string, Map<number, number>[]>, totals: Record<string, number[]>, standing: Standing,
 *    synonyms: Record<string, string[]>, little: string[]}} Rows
 *    `held` says how many rows of each term each piece holds, `totals` how many all hold; `groups` is -1 for what is no figure */
/** @typedef {{filters: Record<string, string>, terms: Record<string, string[]>, pieces: number[], held: Record<string, [number[], number[]][]>,
 *    standing: Standing, synonyms: Record<string, string[]>, little: string[]}} Start */
/** @typedef {{codes: Record<string, number[]>, own: Record<string, {terms: string[], codes: number[]}>,
 *    number: {codes: number[], terms: [number[], string[]]}, ids: string[], groups: number[]}} Loaded */

const OWN = ["shown", "page", "flags", "number"];

/** What is known before any row is there. @param {Start} start @returns {Rows} */
export function opened({ filters, terms, pieces, held, standing, synonyms, little }) {
  const many = pieces.reduce((sum, each) => sum + each, 0);
  const column = (/** @type {string[]} */ known) => ({ terms: known, codes: new Int32Array(many) });
  const columns = Object.fromEntries([...Object.entries(terms).map(([name, known]) => [name, column(known)]), ...OWN.map((name) => [name, column([])])]);
  let first = 0;
  return {
    filters,
    columns,
    ids: new Array(many),
    groups: new Int32Array(many),
    pieces: pieces.map((rows) => ({ first: (first += rows) - rows, many: rows, there: false })),
    held: Object.fromEntries(Object.entries(held).map(([name, each]) => [name, each.map(([codes, rows]) => new Map(codes.map((code, at) => [code, rows[at]])))])),
    totals: Object.fromEntries(Object.entries(held).map(([name, each]) => [name, totals(terms[name].length, each)])),
    standing,
    synonyms,
    little,
  };
}

/** @param {number} terms @param {[number[], number[]][]} held */
function totals(terms, held) {
  const found = new Array(terms).fill(0);
  for (const [codes, rows] of held) codes.forEach((code, at) => (found[code] += rows[at]));
  return found;
}

/** Put the rows of a piece in their place. @param {Rows} data @param {number} number @param {Loaded} loaded */
export function take(data, number, loaded) {
  const piece = data.pieces[number];
  for (const [name, codes] of Object.entries(loaded.codes)) data.columns[name].codes.set(codes, piece.first);
  for (const [name, { terms, codes }] of Object.entries(loaded.own)) {
    const places = placed(data.columns[name].terms, terms);
    data.columns[name].codes.set(codes.map((code) => places[code]), piece.first);
  }
  const [places, numbers] = loaded.number.terms;
  places.forEach((place, at) => (data.columns.number.terms[place] = numbers[at]));
  data.columns.number.codes.set(loaded.number.codes, piece.first);
  data.groups.set(loaded.groups, piece.first);
  loaded.ids.forEach((id, at) => (data.ids[piece.first + at] = id));
  piece.there = true;
}

/** @type {WeakMap<string[], Map<string, number>>} where each term stands that pieces brought */
const known = new WeakMap();

/** The numbers of a piece's terms among those of all pieces, with those added that are new. @param {string[]} all @param {string[]} terms */
function placed(all, terms) {
  const places = known.get(all) ?? new Map();
  known.set(all, places);
  return terms.map((term) => {
    if (!places.has(term)) places.set(term, all.push(term) - 1);
    return places.get(term);
  });
}

/** @param {Rows} data @param {string} name @param {number} row @returns {string} */
export const term = (data, name, row) => data.columns[name].terms[data.columns[name].codes[row]];
