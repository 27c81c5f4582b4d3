/** A selection as files: CSV, a workbook, and JSON, each with what one must know to use it again. */
import { csv, save } from "./saving.js";
import { term } from "./filtering.js";

/** @typedef {{cite: string, version: string, site: string, terms: string, documents: Record<string, Record<string, string>>, measures: Record<string, string>}} Notes */
/** @typedef {{names: string[], rows: string[][], about: {title: string, lines: string[]}[], asJson: object}} Exported */

export const HEADINGS = { shown: "Value", what: "Measure or question", breakdown: "Breakdown or subject", area: "Area", period: "Period", kind: "Kind", document: "Document", checks: "Checks" };
const COLUMNS = { shown: "value_shown", number: "value", what: "measure_or_question", breakdown: "breakdown_or_subject", area: "area", period: "period", unit: "unit", kind: "kind", topic: "topic", document: "document", checks: "checks", official: "official", terms: "reuse_terms", flags: "flags" };

/**
 * @param {import("./filtering.js").Rows} data @param {number[]} rows @param {Notes} notes @param {string} address of the selection
 * @returns {Exported}
 */
export function exported(data, rows, notes, address) {
  const names = [...Object.values(COLUMNS), "attribution", "address"];
  const lines = rows.map((row) => [
    ...Object.keys(COLUMNS).map((name) => term(data, name, row)),
    notes.documents[term(data, "document", row)]?.attribution ?? "",
    `${notes.site}${term(data, "page", row)}#${data.ids[row]}`,
  ]);
  const of = (/** @type {string} */ name) => [...new Set(rows.map((row) => term(data, name, row)))];
  const documents = of("document").map((title) => ({ title, ...notes.documents[title] }));
  const caveats = of("what").filter((title) => notes.measures[title]).map((title) => `${title}: ${notes.measures[title]}`);
  return {
    names,
    rows: lines,
    about: [
      { title: "Cite as", lines: [notes.cite, ...documents.map((each) => /** @type {any} */ (each).cite)] },
      { title: "Selection", lines: [address] },
      { title: "What you should know", lines: ["These are not official statistics. A blank is never zero.", ...caveats] },
      { title: "Re-use terms", lines: [notes.terms, ...documents.map((each) => `${each.title}: ${/** @type {any} */ (each).terms}. ${/** @type {any} */ (each).attribution}`)] },
    ],
    asJson: { cite: notes.cite, version: notes.version, selection: address, caveats, terms: notes.terms, documents, rows: lines.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at]]))) },
  };
}

/** How each kind of file is saved. @type {Record<string, (exported: Exported) => Promise<void> | void>} */
export const savers = {
  csv: ({ names, rows }) => save("selection.csv", csv(names, rows), "text/csv"),
  json: ({ asJson }) => save("selection.json", `${JSON.stringify(asJson, null, 2)}\n`, "application/json"),
  xlsx: async ({ names, rows, about }) => {
    const { workbook } = await load();
    await workbook("selection.xlsx", names, rows, about);
  },
};

/** The script that writes workbooks, loaded once somebody wants one. @returns {Promise<{workbook: typeof import("./workbook.js").workbook}>} */
function load() {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("workbook.js", document.baseURI).href;
    script.onload = () => done(/** @type {any} */ (window).askWorkbook);
    script.onerror = () => failed(new Error("workbook.js"));
    document.head.append(script);
  });
}
