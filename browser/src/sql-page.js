/** The page on which people ask in SQL. */
import * as address from "./address.js";
import { complete } from "./completing.js";
import { element, one } from "./elements.js";
import { FileMissing } from "./pieces.js";
import { Database, Refused, Stopped } from "./querying.js";
import { csv, save } from "./saving.js";

const MOST_ROWS = 10_000;
const SHOWN = 500;
const LONGEST = 30_000; // milliseconds
const FIRST = "SELECT measure_title, area_title, period_start, value_as_published\nFROM all_figures\nLIMIT 20;";

const form = one("[data-query]", HTMLFormElement);
const editor = one("#sql", HTMLTextAreaElement);
const run = one("[data-run]", HTMLButtonElement);
const stop = one("[data-stop]", HTMLButtonElement);
const told = one("[data-told]", HTMLElement);
const answer = one("[data-answer]", HTMLElement);
const database = new Database();
/** @type {import("./sql-worker.js").Answer} */
let shown = { columns: [], rows: [], more: false };

/** @param {boolean} focus whether to go to the result */
async function ask(focus) {
  const sql = editor.value.trim();
  if (!sql) return tell("There is no query yet. Type one, or run a worked query.");
  if (run.disabled) return tell("A query runs already. Wait until it ends, or stop it; then run this one."); // its answer would be taken for that of this one
  address.write(new URLSearchParams({ sql }));
  busy(true);
  answer.hidden = true;
  tell("The query runs …");
  const started = performance.now();
  try {
    shown = await database.ask(sql, MOST_ROWS, LONGEST);
    show(performance.now() - started, focus);
  } catch (wrong) {
    fail(wrong);
    if (focus) editor.focus();
  }
  busy(false);
}

/** Say what went wrong; what no other query cures leads to the downloads. @param {unknown} wrong */
function fail(wrong) {
  tell(explained(wrong));
  one("[data-without]", HTMLElement).hidden = wrong instanceof Stopped || wrong instanceof Refused;
}

/** @param {unknown} wrong @returns {string} what to do about it, in plain words */
function explained(wrong) {
  if (wrong instanceof Stopped) return `The query was stopped, because ${wrong.message}. Change it and run it again.`;
  if (wrong instanceof FileMissing) {
    return `A file of this page could not be loaded (${wrong.message}). Load the page again, or download the database instead.`;
  }
  if (wrong instanceof Refused) return refusal(wrong.message);
  return "This browser cannot run the database. Use a newer one, or download the database and open it with a program for SQLite.";
}

/** @param {string} said by SQLite @returns {string} */
function refusal(said) {
  if (/readonly/.test(said)) return "The tables here can be read and not changed. Begin the query with SELECT.";
  if (/out of memory|memory access|too big/i.test(said)) {
    database.stop();
    return "The query needs more memory than there is. Ask for fewer rows, or download the database.";
  }
  return `SQLite cannot run this: ${said}. Correct the query and run it again; the tables and their columns are listed below.`;
}

/** @param {number} took milliseconds @param {boolean} focus */
function show(took, focus) {
  const { columns, rows, more } = shown;
  const head = element("tr", {}, ...columns.map((name) => element("th", { scope: "col" }, name)));
  const body = rows.slice(0, SHOWN).map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, cell ?? ""))));
  one("[data-table]", HTMLElement).replaceChildren(element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)));
  answer.hidden = !columns.length;
  const count = `${rows.length.toLocaleString("en-GB")} ${rows.length === 1 ? "row" : "rows"}`;
  const beyond = more ? " There are more: the query was stopped there. Add LIMIT, or ask for less." : "";
  const first = rows.length > SHOWN ? ` The first ${SHOWN} are shown; the file has all.` : "";
  tell(columns.length ? `${count} in ${(took / 1000).toFixed(2)} seconds.${beyond}${first}` : "The query gave no table. Begin it with SELECT.");
  if (focus && columns.length) one("#answer", HTMLElement).focus();
}

/** @param {string} words */
function tell(words) {
  told.textContent = words;
}

/** @param {boolean} running */
function busy(running) {
  run.disabled = running;
  stop.disabled = !running;
}

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href);
    tell("The address is copied. Whoever opens it sees this query and its result.");
  } catch {
    tell("The browser did not allow copying. Copy the address from its address line.");
  }
}

/** @returns {Map<string, string[]>} */
function schema() {
  const lists = document.querySelectorAll("[data-table-name]");
  return new Map([...lists].map((list) => [list.getAttribute("data-table-name") ?? "", [...list.children].map((each) => each.textContent ?? "")]));
}

/** Columns of the tables beside the editor put themselves into the query. */
function offerColumns() {
  for (const column of document.querySelectorAll("[data-table-name] code")) {
    const button = element("button", { type: "button", "data-column": "" }, column.textContent ?? "");
    column.replaceChildren(button);
    button.addEventListener("click", () => {
      editor.setRangeText(button.textContent ?? "", editor.selectionStart, editor.selectionEnd, "end");
      editor.focus();
    });
  }
}

function asAddressed() {
  const asked = address.read(location.hash).get("sql");
  if (asked && asked !== editor.value) {
    editor.value = asked;
    ask(false);
  }
}

for (const button of document.querySelectorAll("[data-try]")) {
  const code = one(`[data-sql="${button.getAttribute("data-try")}"]`, HTMLElement);
  button.removeAttribute("hidden");
  button.addEventListener("click", () => {
    editor.value = code.textContent ?? "";
    ask(true);
  });
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(true);
});
editor.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask(true);
});
stop.addEventListener("click", () => {
  database.stop();
  editor.focus();
});
one("[data-save]", HTMLElement).addEventListener("click", () => save("query.csv", csv(shown.columns, shown.rows), "text/csv"));
one("[data-copy]", HTMLElement).addEventListener("click", copyAddress);
addEventListener("hashchange", asAddressed);
offerColumns();
one("[data-schema-panel]", HTMLDetailsElement).open = matchMedia("(min-width: 60em)").matches; // on a phone results come first
complete(editor, one("#sql-words", HTMLElement), schema());
one("[data-without]", HTMLElement).hidden = true;
form.hidden = false;
editor.value = FIRST;
asAddressed();
if (!address.read(location.hash).get("sql")) database.open().catch(fail);
