/** Files to save: CSV that programs for tables read as text, never as a formula. */

const FORMULA = /^(?:[=@\t\r]|[+-](?=.*[A-Za-z(!|]))/; // no cell of the data begins so; a query can make one

/**
 * @param {string[]} names
 * @param {Iterable<(string | null)[]>} rows
 * @returns {string} CSV with a header
 */
export function csv(names, rows) {
  const lines = [names.map(cell).join(",")];
  for (const row of rows) lines.push(row.map(cell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/** @param {string | null} value */
function cell(value) {
  const said = value ?? "";
  const text = FORMULA.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Offer a file to be saved. @param {string} name @param {BlobPart} content @param {string} type */
export function save(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
