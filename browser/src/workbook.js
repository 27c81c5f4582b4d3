/** Writes a workbook. Every cell is text, as it is shown: nothing is read as a formula or rounded. */
import writeXlsxFile from "write-excel-file/browser";
import { save } from "./saving.js";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @param {string} name @param {import("./selection-files.js").Sheet[]} sheets @param {import("./selection-files.js").About} about */
export async function workbook(name, sheets, about) {
  const notes = about.flatMap(({ title, lines }) => lines.map((line) => [cell(title), cell(line)]));
  const made = writeXlsxFile([...sheets.map((each) => ({ data: filled(each), sheet: each.title })), { data: notes, sheet: "About" }]);
  save(name, await made.toBlob(), TYPE);
}

const cell = (/** @type {string} */ value) => ({ value, type: String });

/** @param {import("./selection-files.js").Sheet} sheet */
function filled({ names, rows }) {
  const head = names.map((value) => ({ ...cell(value), fontWeight: /** @type {const} */ ("bold") }));
  return [head, ...rows.map((row) => row.map(cell))];
}

Object.assign(window, { askWorkbook: { workbook } });
