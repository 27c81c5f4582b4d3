/** The page on which people filter, turn, draw and save the figures and answers. */
import * as address from "./address.js";
import { element, one } from "./elements.js";
import { choicesOf, fillFilters } from "./filter-lists.js";
import { filtered, sorted, term } from "./filtering.js";
import { finding } from "./finding.js";
import { jsonPiece, PieceMissing } from "./pieces.js";
import { exported, HEADINGS, savers } from "./selection-files.js";
import { addressed, selected, SIDES, SORTS } from "./selection.js";
import { barsOf } from "./bars.js";
import { turned } from "./turning.js";

/** @typedef {import("./filtering.js").Rows} Rows */
/** @typedef {import("./selection.js").Selection} Selection */

const PAGE = 100; // rows shown at first, and with each press of the button
const TITLES = { ...HEADINGS, by_1: "Breakdown, first part", by_2: "Breakdown, second part" };
const form = one("[data-explore]", HTMLFormElement);
const told = one("[data-told]", HTMLElement);
const filters = one("[data-filters]", HTMLElement);
const shown = one("[data-shown]", HTMLElement);
const more = one("[data-more]", HTMLButtonElement);
const typed = one("#words", HTMLInputElement);
/** @type {Rows} */
let data;
/** @type {Selection} */
let selection;
/** @type {number[]} */
let rows = [];
let most = PAGE;

/** Show what the selection leaves, and put the selection into the address. */
function show() {
  const left = filtered(data, selection.choices, finding(data, selection.typed));
  rows = selection.sort ? sorted(data, left.rows, selection.sort, selection.falling) : left.rows;
  fillFilters(filters, data, selection.choices, left.counts);
  const chosen = selection.choices.size || selection.typed;
  const count = rows.length.toLocaleString("en-GB");
  told.textContent = rows.length
    ? `${chosen ? `${count} of ${data.ids.length.toLocaleString("en-GB")}` : `All ${count}`} rows`
    : "No row fits. Take a filter away, or try other words.";
  if (selection.view === "table") showTable();
  else showRows();
  one("[data-sides]", HTMLElement).hidden = selection.view !== "table";
  address.write(addressed(selection, data));
}

function showRows() {
  const body = rows.slice(0, most).map((row) => element("tr", {}, ...Object.keys(HEADINGS).map((name) => cellOf(name, row))));
  const head = element("tr", {}, ...Object.entries(HEADINGS).map(([name, title]) => heading(name, title)));
  shown.replaceChildren(region("The rows that fit", element("table", { class: "data" }, element("thead", {}, head), element("tbody", {}, ...body))));
  more.hidden = rows.length <= most;
  more.textContent = `Show ${Math.min(PAGE, rows.length - most).toLocaleString("en-GB")} more`;
}

/** @param {string} name @param {string} title */
function heading(name, title) {
  if (!SORTS.includes(name === "shown" ? "number" : name)) return element("th", { scope: "col" }, title);
  const by = name === "shown" ? "number" : name;
  const on = selection.sort === by;
  const button = element("button", { type: "button", "data-sort": by }, title);
  return element("th", { scope: "col", ...(on ? { "aria-sort": selection.falling ? "descending" : "ascending" } : {}) }, button);
}

/** @param {string} name @param {number} row */
function cellOf(name, row) {
  if (name !== "shown") return element("td", {}, term(data, name, row));
  return element("td", { class: data.groups[row] < 0 ? "words" : "num" }, figureLink(row));
}

/** @param {number} row */
function figureLink(row) {
  return element("a", { class: "fig", href: `../${encodeURI(term(data, "page", row))}#${encodeURIComponent(data.ids[row])}` }, term(data, "shown", row) || "no number");
}

function showTable() {
  more.hidden = true;
  const table = turned(data, rows, selection.down, selection.across);
  if (table.why.length) {
    shown.replaceChildren(
      element("div", { class: "know" }, element("p", {}, "These rows are not shown as one table."), element("ul", {}, ...table.why.map((why) => element("li", {}, `${why.replace(/\.$/, "")}.`)))),
    );
    return;
  }
  const head = element("tr", {}, element("th", { scope: "col" }, sideTitle(selection.down)), ...table.across.map((title) => element("th", { scope: "col", class: "num" }, title)));
  const body = table.down.map((title, down) => element("tr", {}, element("th", { scope: "row" }, title), ...table.across.map((_, across) => tableCell(table.cells.get(`${down} ${across}`)))));
  const care = table.care.length ? [element("div", { class: "know" }, element("p", {}, "Compare these with care."), element("ul", {}, ...table.care.map((why) => element("li", {}, why))))] : [];
  const label = `${sideTitle(selection.down)} by ${selection.across ? sideTitle(selection.across) : "number"}`;
  shown.replaceChildren(...care, region(label, element("table", { class: "data" }, element("thead", {}, head), element("tbody", {}, ...body))), ...barsOf(data, table));
}

/** @param {number | undefined} row */
const tableCell = (row) => element("td", { class: "num" }, row === undefined ? "" : figureLink(row));

/** @param {string} name */
const sideTitle = (name) => /** @type {Record<string, string>} */ (TITLES)[name] ?? data.filters[name];

/** @param {string} label @param {Node} inside */
const region = (label, inside) => element("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": label }, inside);

/** Take the state of the form over from the selection. */
function fillForm() {
  typed.value = selection.typed;
  for (const name of ["down", "across"]) one(`[name=${name}]`, HTMLSelectElement).value = /** @type {any} */ (selection)[name];
  for (const each of form.querySelectorAll("[name=view]")) /** @type {HTMLInputElement} */ (each).checked = /** @type {HTMLInputElement} */ (each).value === selection.view;
}

function fillSides() {
  const options = () => SIDES.map((name) => element("option", { value: name }, sideTitle(name)));
  one("[name=down]", HTMLSelectElement).replaceChildren(...options());
  one("[name=across]", HTMLSelectElement).replaceChildren(element("option", { value: "" }, "Nothing: one column"), ...options());
}

/** @param {Event} event */
function changed(event) {
  const target = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
  if (target.name === "view" || target.name === "down" || target.name === "across") selection = { ...selection, [target.name]: target.value };
  else if (target.matches("[data-filter] input[type=checkbox]")) selection.choices = choicesOf(filters);
  else return;
  most = PAGE;
  show();
}

/** @param {MouseEvent} event */
function sortBy(event) {
  const by = /** @type {Element} */ (event.target).getAttribute?.("data-sort");
  if (!by) return;
  selection = { ...selection, sort: by, falling: selection.sort === by && !selection.falling };
  show();
  one(`[data-sort=${by}]`, HTMLButtonElement).focus();
}

function showMore() {
  const first = most;
  most += PAGE;
  showRows();
  /** @type {HTMLElement | null} */ (shown.querySelectorAll("tbody a")[first])?.focus();
}

/** @param {string} kind */
async function saveAs(kind) {
  if (!rows.length) return void (told.textContent = "There is no row to save. Take a filter away first.");
  try {
    await savers[kind](exported(data, rows, await jsonPiece("notes"), location.href));
  } catch (wrong) {
    told.textContent = explained(wrong);
  }
}

/** @param {unknown} wrong */
function explained(wrong) {
  return wrong instanceof PieceMissing
    ? `A file of this page could not be loaded (ask/data/${wrong.message}.js). Load the page again, or choose a file among the downloads.`
    : "This browser cannot unpack the data. Use a newer one, or choose a file among the downloads.";
}

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href);
    told.textContent = "The address is copied. Whoever opens it sees this selection.";
  } catch {
    told.textContent = "The browser did not allow copying. Copy the address from its address line.";
  }
}

function asAddressed() {
  selection = selected(address.read(location.hash), data);
  fillForm();
  show();
  if (selection.lost) told.textContent += ". Part of the address is not in the data and was left out.";
}

async function begin() {
  one("[data-without]", HTMLElement).hidden = true;
  form.hidden = false;
  told.textContent = "The data are loading …";
  try {
    data = await jsonPiece("rows");
  } catch (wrong) {
    told.textContent = explained(wrong);
    one("[data-without]", HTMLElement).hidden = false;
    return;
  }
  fillSides();
  asAddressed();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", changed);
  typed.addEventListener("input", () => {
    selection.typed = typed.value.slice(0, 200);
    most = PAGE;
    show();
  });
  shown.addEventListener("click", sortBy);
  more.addEventListener("click", showMore);
  for (const button of document.querySelectorAll("[data-save]")) button.addEventListener("click", () => saveAs(button.getAttribute("data-save") ?? ""));
  one("[data-copy]", HTMLElement).addEventListener("click", copyAddress);
  one("[data-clear]", HTMLElement).addEventListener("click", () => {
    selection = { ...selection, choices: new Map(), typed: "" };
    fillForm();
    show();
    typed.focus();
  });
  addEventListener("hashchange", asAddressed);
}

begin();
