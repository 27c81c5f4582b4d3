/** Runs SQL apart from the page, so that no query freezes it. The page ends this worker to stop a query. */
import initSqlJs from "sql.js/dist/sql-wasm-browser.js";

/** @typedef {{wasm: Uint8Array<ArrayBuffer>, database: Uint8Array}} Opening */
/** @typedef {{sql: string, most: number}} Asking */
/** @typedef {{columns: string[], rows: (string | null)[][], more: boolean}} Answer */

const LONGEST_CELL = 20_000; // letters

/** @type {import("sql.js").Database | undefined} */
let database;

self.onmessage = async (/** @type {MessageEvent<Opening | Asking>} */ { data }) => {
  try {
    self.postMessage("wasm" in data ? await open(data) : answer(data));
  } catch (wrong) {
    self.postMessage({ error: wrong instanceof Error ? wrong.message : String(wrong) });
  }
};

/** @param {Opening} given */
async function open({ wasm, database: bytes }) {
  const SQL = await initSqlJs({ wasmBinary: wasm.buffer });
  database = new SQL.Database(bytes);
  database.run("PRAGMA query_only = ON"); // what is asked changes nothing
  return { ready: true };
}

/** The rows of the last statement that gives any. @param {Asking} asked @returns {Answer} */
function answer({ sql, most }) {
  /** @type {Answer} */
  let found = { columns: [], rows: [], more: false };
  for (const statement of /** @type {import("sql.js").Database} */ (database).iterateStatements(sql)) {
    const columns = statement.getColumnNames();
    if (!columns.length) statement.step();
    else found = { columns, ...rows(statement, most) };
  }
  return found;
}

/** @param {import("sql.js").Statement} statement @param {number} most */
function rows(statement, most) {
  /** @type {(string | null)[][]} */
  const found = [];
  while (statement.step()) {
    if (found.length === most) return { rows: found, more: true };
    // whole numbers as they are: a number of JavaScript would round those of 16 digits and more
    found.push(/** @type {any} */ (statement).get(null, { useBigInt: true }).map(text));
  }
  return { rows: found, more: false };
}

/** @param {unknown} value @returns {string | null} */
function text(value) {
  if (value === null) return null;
  if (value instanceof Uint8Array) return `(${value.length} bytes)`;
  const said = String(value);
  return said.length > LONGEST_CELL ? `${said.slice(0, LONGEST_CELL)} … (cut here)` : said;
}
