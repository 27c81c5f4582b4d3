/** The page on which people filter, turn, draw and save the figures and answers. */
import * as address from "./address.js";
import { element, one } from "./elements.js";
import { fillFilter, openFilters, placeFilters, tellChosen } from "./filter-lists.js";
import { filtered, sorted } from "./filtering.js";
import { finding } from "./finding.js";
import { needed, piecesOf } from "./needing.js";
import { jsonPiece, FileMissing } from "./pieces.js";
import { rowList } from "./row-list.js";
import { opened, take } from "./rows.js";
import { exported, savers } from "./selection-files.js";
import { addressed, selected, SIDES } from "./selection.js";
import { sideTitle, turnedTable } from "./turned-table.js";
import { turned } from "./turning.js";

/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {import("./selection.js").Selection} Selection */

const PAGE = 100; // rows shown at first, and with each press of the button
const LONG = 400; // milliseconds of loading that are told
const form = one("[data-explore]", HTMLFormElement);
const told = one("[data-told]", HTMLElement);
const filters = one("[data-filters]", HTMLElement);
const panel = one("[data-panel]", HTMLElement);
const unfold = one("[data-unfold]", HTMLButtonElement);
const shown = one("[data-shown]", HTMLElement);
const more = one("[data-more]", HTMLButtonElement);
const typed = one("#words", HTMLInputElement);
/** @type {Rows} */
let data;
/** @type {Selection} */
let selection;
/** @type {number[]} */
let rows = [];
/** @type {Record<string, number[]>} */
let counts = {};
/** @type {import("./turning.js").Turned | undefined} */
let table;
let most = PAGE;
/** @type {Map<number, Promise<void>>} */
const loading = new Map();
let turns = 0; // of what was asked: an answer that comes late is not shown
let waits = 0; // for pieces, of what is asked now
/** @type {ReturnType<typeof setTimeout> | undefined} */
let clock;

/**
 * Load the pieces that are not there yet, and go on, unless something else was asked meanwhile.
 *
 * @param {number[]} pieces @param {() => void} next
 */
function having(pieces, next) {
  const missing = pieces.filter((piece) => !data.pieces[piece].there);
  if (!missing.length) return next();
  const turn = turns;
  const ended = (/** @type {() => void} */ then) => {
    if (turn !== turns) return;
    waitFor(waits - 1);
    then();
  };
  waitFor(waits + 1);
  Promise.all(missing.map(loaded)).then(() => ended(next), (wrong) => ended(() => fail(wrong)));
}

/** Say that the form is busy as long as anything is waited for, and in words if that takes long. @param {number} many */
function waitFor(many) {
  waits = many;
  if (waits) {
    form.setAttribute("aria-busy", "true");
    clock ??= setTimeout(() => (told.textContent = "More rows are loading …"), LONG);
  } else {
    form.removeAttribute("aria-busy");
    clearTimeout(clock);
    clock = undefined;
  }
}

/** A piece is read once, whoever asks for it. One that failed is asked for again the next time. @param {number} piece */
function loaded(piece) {
  const there = loading.get(piece) ?? jsonPiece(`rows-${piece}`).then((rows) => take(data, piece, rows));
  loading.set(piece, there);
  there.catch(() => loading.delete(piece));
  return there;
}

/** Any row may have the words that will be typed: load all pieces while the reader still thinks of them. */
function expectWords() {
  data.pieces.forEach((piece, number) => piece.there || loaded(number).catch(() => {})); // what fails is asked for again, and told, once it is needed
}

/** Show what the selection leaves, and put the selection into the address. */
function show() {
  turns += 1;
  waitFor(0);
  address.write(addressed(selection, data));
  tellSelection();
  having(needed(data, selection.choices, isWorded()).rows, () => {
    const left = filtered(data, selection.choices, finding(data, selection.typed));
    counts = left.counts;
    rows = left.rows;
    having(piecesOf(data, isWhole() ? rows : rows.slice(0, most)), draw);
  });
}

const isWorded = () => selection.typed.trim() !== "";

/** Whether every row that fits must be there, and not only those that are shown. */
const isWhole = () => selection.sort !== "" || selection.view === "table";

function draw() {
  if (selection.sort) rows = sorted(data, rows, selection.sort, selection.falling);
  table = selection.view === "table" ? turned(data, rows, selection.down, selection.across) : undefined;
  if (table) shown.replaceChildren(...turnedTable(data, rows, table, selection.down, selection.across));
  else shown.replaceChildren(rowList(data, rows.slice(0, most), selection));
  more.hidden = Boolean(table) || rows.length <= most;
  more.textContent = `Show ${Math.min(PAGE, rows.length - most).toLocaleString("en-GB")} more`;
  tellRows();
  openFilters(filters).forEach(fillOne);
}

function tellRows() {
  const chosen = selection.choices.size || isWorded();
  const count = rows.length.toLocaleString("en-GB");
  const all = data.ids.length.toLocaleString("en-GB");
  const lost = selection.lost ? " Part of the address is not in the data and was left out." : "";
  told.textContent = (rows.length ? `${chosen ? `${count} of ${all}` : `All ${count}`} rows.` : "No row fits. Take a filter away, or try other words.") + lost;
  one("[data-see]", HTMLElement).textContent = rows.length ? `See ${count} rows` : "See what fits";
}

/** What is chosen, as buttons that take it away. */
function tellSelection() {
  const chosen = [...selection.choices].flatMap(([name, codes]) => [...codes].map((code) => ({ name, code })));
  const button = (/** @type {{name: string, code: number}} */ { name, code }) => {
    const title = `${data.filters[name]}: ${data.columns[name].terms[code]}`;
    return element("li", {}, element("button", { type: "button", "data-off": name, value: String(code), "aria-label": `Take away ${title}` }, title));
  };
  one("[data-on]", HTMLElement).replaceChildren(...chosen.map(button));
  unfold.textContent = chosen.length ? `Filters (${chosen.length} chosen)` : "Filters";
  one("[data-sides]", HTMLElement).hidden = selection.view !== "table";
  tellChosen(filters, selection.choices);
}

/** Fill the choices of one filter, with the rows that they would leave. @param {string} name */
function fillOne(name) {
  const beside = needed(data, selection.choices, isWorded()).beside[name] ?? [];
  const fill = () => fillFilter(filters, name, data.columns[name].terms, selection.choices.get(name) ?? new Set(), counts[name]);
  if (beside.every((piece) => data.pieces[piece].there)) return fill();
  having(beside, () => {
    counts = filtered(data, selection.choices, finding(data, selection.typed)).counts;
    fill();
    tellRows();
  });
}

/** @param {string} name @param {number} code @param {boolean} on */
function choose(name, code, on) {
  const codes = new Set(selection.choices.get(name));
  if (on) codes.add(code);
  else codes.delete(code);
  const choices = new Map(selection.choices);
  if (codes.size) choices.set(name, codes);
  else choices.delete(name);
  ask({ choices });
}

/** Ask for something else from here on. @param {Partial<Selection>} other */
function ask(other) {
  selection = { ...selection, lost: false, ...other };
  most = PAGE;
  show();
}

/** Take the state of the form over from the selection. */
function fillForm() {
  typed.value = selection.typed;
  one("[name=down]", HTMLSelectElement).value = selection.down;
  one("[name=across]", HTMLSelectElement).value = selection.across;
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
  if (["view", "down", "across"].includes(target.name)) ask({ [target.name]: target.value });
  else if (target.matches("[data-filter] input[type=checkbox]")) choose(target.name, Number(target.value), /** @type {HTMLInputElement} */ (target).checked);
}

/** @param {MouseEvent} event */
function sortBy(event) {
  const by = /** @type {Element} */ (event.target).getAttribute?.("data-sort");
  if (!by) return;
  ask({ sort: by, falling: selection.sort === by && !selection.falling });
  /** @type {HTMLElement | null} */ (shown.querySelector(`[data-sort=${by}]`))?.focus();
}

/** @param {MouseEvent} event */
function takeAway(event) {
  const button = /** @type {Element} */ (event.target).closest("button");
  if (!button) return;
  choose(button.getAttribute("data-off") ?? "", Number(button.value), false);
  /** @type {HTMLElement} */ (document.querySelector("[data-off]") ?? typed).focus();
}

function showMore() {
  const first = most;
  most += PAGE;
  having(piecesOf(data, isWhole() ? [] : rows.slice(0, most)), () => {
    draw();
    /** @type {HTMLElement | null} */ (shown.querySelectorAll("tbody a")[first])?.focus();
  });
}

/** @param {string} kind */
function saveAs(kind) {
  if (!rows.length) return void (told.textContent = "There is no row to save. Take a filter away first.");
  having(piecesOf(data, isWhole() ? [] : rows), async () => {
    try {
      const asShown = table && { ...table, side: sideTitle(selection.down) };
      await savers[kind](exported(data, rows, await jsonPiece("notes"), location.href, asShown));
      tellRows();
    } catch (wrong) {
      fail(wrong);
    }
  });
}

/** Say what went wrong, and lead to the downloads. @param {unknown} wrong */
function fail(wrong) {
  told.textContent = explained(wrong);
  one("[data-without]", HTMLElement).hidden = false;
}

/** @param {unknown} wrong */
function explained(wrong) {
  return wrong instanceof FileMissing
    ? `A file of this page could not be loaded (${wrong.message}). Load the page again, or choose a file among the downloads.`
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
  most = PAGE;
  fillForm();
  show();
}

/** On a narrow screen the filters are folded away until they are wanted. @param {boolean} open */
function foldOut(open) {
  panel.classList.toggle("open", open);
  unfold.setAttribute("aria-expanded", String(open));
}

function listen() {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", changed);
  typed.addEventListener("focus", expectWords, { once: true });
  typed.addEventListener("input", () => ask({ typed: typed.value.slice(0, 200) }));
  shown.addEventListener("click", sortBy);
  more.addEventListener("click", showMore);
  one("[data-on]", HTMLElement).addEventListener("click", takeAway);
  unfold.addEventListener("click", () => foldOut(!panel.classList.contains("open")));
  one("[data-see]", HTMLElement).addEventListener("click", () => {
    foldOut(false);
    one("#shown", HTMLElement).focus();
  });
  for (const button of document.querySelectorAll("[data-save]")) button.addEventListener("click", () => saveAs(button.getAttribute("data-save") ?? ""));
  one("[data-copy]", HTMLElement).addEventListener("click", copyAddress);
  one("[data-clear]", HTMLElement).addEventListener("click", () => {
    typed.value = "";
    ask({ choices: new Map(), typed: "" });
    typed.focus();
  });
  addEventListener("hashchange", () => {
    asAddressed();
    one("#shown", HTMLElement).focus(); // a link to another selection leads to what fits
  });
}

async function begin() {
  one("[data-without]", HTMLElement).hidden = true;
  form.hidden = false;
  told.textContent = "The data are loading …";
  try {
    data = opened(await jsonPiece("start"));
  } catch (wrong) {
    return fail(wrong);
  }
  fillSides();
  placeFilters(filters, data, fillOne);
  asAddressed();
  listen();
}

begin();
