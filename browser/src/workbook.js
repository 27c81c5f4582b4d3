/** Writes a workbook. Every cell is text, as it is shown: nothing is read as a formula or rounded. */
import writeXlsxFile from "write-excel-file/browser";
import { save } from "./saving.js";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @param {string} name @param {string[]} names @param {string[][]} rows @param {{title: string, lines: string[]}[]} about */
export async function workbook(name, names, rows, about) {
  const cell = (/** @type {string} */ value) => ({ value, type: String });
  const head = names.map((value) => ({ ...cell(value), fontWeight: /** @type {const} */ ("bold") }));
  const notes = about.flatMap(({ title, lines }) => lines.map((line) => [cell(title), cell(line)]));
  const made = writeXlsxFile([
    { data: [head, ...rows.map((row) => row.map(cell))], sheet: "Selection" },
    { data: notes, sheet: "About" },
  ]);
  save(name, await made.toBlob(), TYPE);
}

Object.assign(window, { askWorkbook: { workbook } });
