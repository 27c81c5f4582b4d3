/** A selection as files: CSV, a workbook, and JSON, each with what one must know to use it again. */
import { FileMissing } from "./pieces.js";
import { csv, save } from "./saving.js";
import { term } from "./rows.js";

/** @typedef {{cite: string, version: string, site: string, terms: string, documents: Record<string, Record<string, string>>, measures: Record<string, string>}} Notes */
/** @typedef {{down: string[], across: string[], cells: Map<string, number>, care: string[], side: string}} Table a table as it is shown; `side` names its rows */
/** @typedef {{title: string, lines: string[]}[]} About */
/** @typedef {{title: string, names: string[], rows: string[][]}} Sheet */
/** @typedef {{sheets: Sheet[], about: About, asJson: object}} Exported the first sheet is what is shown */

export const HEADINGS = { shown: "Value", what: "Measure or question", breakdown: "Breakdown or subject", area: "Area", period: "Period", kind: "Kind", document: "Document", checks: "Checks" };
const COLUMNS = { shown: "value_shown", number: "value", what: "measure_or_question", breakdown: "breakdown_or_subject", area: "area", period: "period", unit: "unit", kind: "kind", topic: "topic", document: "document", checks: "checks", official: "official", terms: "reuse_terms", flags: "flags" };
const ALWAYS = "These are not official statistics. A blank is never zero.";

/**
 * @param {import("./rows.js").Rows} data @param {number[]} rows @param {Notes} notes @param {string} address of the selection
 * @param {Table} [table] if the rows are shown as one
 * @returns {Exported}
 */
export function exported(data, rows, notes, address, table) {
  const of = (/** @type {string} */ name) => [...new Set(rows.map((row) => term(data, name, row)))];
  const documents = of("document").map((title) => ({ title, ...notes.documents[title] }));
  const caveats = [...(table?.care ?? []), ...of("what").filter((title) => notes.measures[title]).map((title) => `${title}: ${notes.measures[title]}`)];
  const about = [
    { title: "Cite as", lines: [notes.cite, ...documents.map((each) => /** @type {any} */ (each).cite)] },
    { title: "Selection", lines: [address] },
    { title: "What you should know", lines: [ALWAYS, ...caveats] },
    { title: "Re-use terms", lines: [notes.terms, ...documents.map((each) => `${each.title}: ${/** @type {any} */ (each).terms}. ${/** @type {any} */ (each).attribution}`)] },
  ];
  const list = rowSheet(data, rows, notes);
  const sheets = table?.cells.size ? [tableSheet(data, table, about), list] : [list];
  const records = sheets.map(({ names, rows: lines }) => lines.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at]]))));
  return {
    sheets,
    about,
    asJson: { cite: notes.cite, version: notes.version, selection: address, caveats: [ALWAYS, ...caveats], terms: notes.terms, documents, ...(records.length > 1 ? { table: records[0] } : {}), rows: records[records.length - 1] },
  };
}

/** One line a row; each says how to cite it, what to know and on which terms. @param {import("./rows.js").Rows} data @param {number[]} rows @param {Notes} notes @returns {Sheet} */
function rowSheet(data, rows, notes) {
  const lines = rows.map((row) => {
    const document = notes.documents[term(data, "document", row)];
    const caveat = notes.measures[term(data, "what", row)] ?? "";
    return [
      ...Object.keys(COLUMNS).map((name) => term(data, name, row)),
      document?.attribution ?? "",
      caveat,
      document?.cite ?? "",
      `${notes.site}${term(data, "page", row)}#${data.ids[row]}`,
    ];
  });
  return { title: "Rows", names: [...Object.values(COLUMNS), "attribution", "caveat", "cite_as", "address"], rows: lines };
}

/** The table as it is shown; what to know stands at the end of each line. @param {import("./rows.js").Rows} data @param {Table} table @param {About} about @returns {Sheet} */
function tableSheet(data, { down, across, cells, side }, about) {
  const value = (/** @type {number | undefined} */ row) => (row === undefined ? "" : term(data, "shown", row));
  const notes = about.map(({ lines }) => lines.join(" "));
  const rows = down.map((title, at) => [title, ...across.map((_, place) => value(cells.get(`${at} ${place}`))), ...notes]);
  return { title: "Table", names: [side, ...across, ...about.map(({ title }) => title)], rows };
}

/** How each kind of file is saved. @type {Record<string, (exported: Exported) => Promise<void> | void>} */
export const savers = {
  csv: ({ sheets: [{ names, rows }] }) => save("selection.csv", csv(names, rows), "text/csv"),
  json: ({ asJson }) => save("selection.json", `${JSON.stringify(asJson, null, 2)}\n`, "application/json"),
  xlsx: async ({ sheets, about }) => {
    const { workbook } = await load();
    await workbook("selection.xlsx", sheets, about);
  },
};

/** The script that writes workbooks, loaded once somebody wants one. @returns {Promise<{workbook: typeof import("./workbook.js").workbook}>} */
function load() {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("workbook.js", document.baseURI).href;
    script.onload = () => done(/** @type {any} */ (window).askWorkbook);
    script.onerror = () => failed(new FileMissing("ask/workbook.js"));
    document.head.append(script);
  });
}
