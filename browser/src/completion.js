/** The words that fit where somebody types SQL: tables, columns and words of the language. */

/** @typedef {Map<string, string[]>} Schema the columns of each table, by its name */
/** @typedef {{from: number, words: string[]}} Fitting where the typed word begins, and what may stand there */

const KEYWORDS = `SELECT DISTINCT FROM WHERE AND OR NOT IN LIKE BETWEEN IS NULL GROUP BY HAVING ORDER ASC DESC LIMIT JOIN LEFT ON USING
  AS WITH UNION ALL CASE WHEN THEN ELSE END COUNT SUM MIN MAX AVG ROUND CAST COALESCE EXISTS OVER PARTITION`.split(/\s+/);
const MOST = 8;
const TYPED = /(?:\b(\w+)\.)?(\w*)$/;
const NAMED = /\b(?:from|join)\s+(\w+)(?:\s+(?:as\s+)?(\w+))?/gi;

/**
 * @param {string} text
 * @param {number} caret
 * @param {Schema} schema
 * @returns {Fitting}
 */
export function fitting(text, caret, schema) {
  const [, owner, word] = /** @type {RegExpMatchArray} */ (text.slice(0, caret).match(TYPED));
  const from = caret - word.length;
  const begun = word.toLowerCase();
  if (!owner && !begun) return { from, words: [] };
  const tables = named(text, schema);
  const offered = owner
    ? (schema.get(tables.get(owner.toLowerCase()) ?? owner.toLowerCase()) ?? [])
    : [...new Set([...[...tables.values()].flatMap((table) => schema.get(table) ?? []), ...schema.keys(), ...KEYWORDS])];
  const begins = offered.filter((each) => each.toLowerCase().startsWith(begun) && each.toLowerCase() !== begun);
  const inside = offered.filter((each) => begun.length > 2 && each.toLowerCase().indexOf(begun) > 0);
  return { from, words: [...begins, ...inside].slice(0, MOST) };
}

/** The tables that a query names, by name and by their short name in it. @param {string} text @param {Schema} schema */
function named(text, schema) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [, table, short] of text.matchAll(NAMED)) {
    const name = table.toLowerCase();
    if (!schema.has(name)) continue;
    found.set(name, name);
    if (short && !KEYWORDS.includes(short.toUpperCase())) found.set(short.toLowerCase(), name);
  }
  return found;
}
