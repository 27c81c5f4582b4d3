/** The lists of choices: one a filter, each choice with the number of rows that it would leave. */
import { element } from "./elements.js";

/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {import("./filtering.js").Choices} Choices */

const MOST = 60; // choices of a list that are shown without narrowing it
/** @type {Map<string, string>} what narrows each list */
const narrowed = new Map();

/**
 * The filters, each closed and empty: `filled` is asked for the choices of one that is opened or narrowed.
 *
 * @param {HTMLElement} place @param {Rows} data @param {(name: string) => void} filled
 */
export function placeFilters(place, data, filled) {
  place.replaceChildren(...Object.entries(data.filters).map(([name, title]) => empty(name, title, filled)));
}

/** The filters whose choices can be seen. @param {HTMLElement} place */
export function openFilters(place) {
  return [...place.querySelectorAll("[data-filter][open]")].map((each) => each.getAttribute("data-filter") ?? "");
}

/** Say beside the name of each filter how many of its choices are chosen. @param {HTMLElement} place @param {Choices} choices */
export function tellChosen(place, choices) {
  for (const each of place.querySelectorAll("[data-filter]")) {
    const many = choices.get(each.getAttribute("data-filter") ?? "")?.size;
    /** @type {HTMLElement} */ (each.querySelector("[data-chosen]")).textContent = many ? ` ${many} chosen` : "";
  }
}

/** @param {string} name @param {string} title @param {(name: string) => void} filled */
function empty(name, title, filled) {
  const narrow = element("input", { type: "search", "aria-label": `Narrow the list: ${title}`, placeholder: "Narrow the list", autocomplete: "off" });
  const made = element("details", { "data-filter": name }, element("summary", {}, title, element("span", { class: "quiet", "data-chosen": "" })), narrow, element("ul", { class: "plain choices" }), element("p", { class: "meta" }));
  narrow.addEventListener("input", () => {
    narrowed.set(name, narrow.value.trim().toLowerCase());
    filled(name);
  });
  made.addEventListener("toggle", () => made.open && filled(name));
  return made;
}

/**
 * The choices of a filter: those that are chosen, and those that leave a row.
 *
 * @param {HTMLElement} place @param {string} name @param {string[]} terms @param {Set<number>} chosen @param {number[]} counts
 */
export function fillFilter(place, name, terms, chosen, counts) {
  const list = /** @type {HTMLElement} */ (place.querySelector(`[data-filter="${name}"]`));
  const sought = narrowed.get(name) ?? "";
  const open = terms.map((_, code) => code).filter((code) => chosen.has(code) || (counts[code] && terms[code].toLowerCase().includes(sought)));
  const first = [...open.filter((code) => chosen.has(code)), ...open.filter((code) => !chosen.has(code))].slice(0, Math.max(MOST, chosen.size));
  const focused = /** @type {HTMLInputElement | null} */ (document.activeElement)?.value;
  const inside = list.contains(document.activeElement) && document.activeElement?.getAttribute("type") === "checkbox";
  list.querySelector("ul")?.replaceChildren(...first.map((code) => choice(name, code, terms[code], chosen.has(code), counts[code])));
  if (inside) /** @type {HTMLElement | null} */ (list.querySelector(`input[value="${focused}"]`))?.focus();
  /** @type {HTMLElement} */ (list.querySelector("input[type=search]")).hidden = terms.length <= 12;
  const left = open.length - first.length;
  /** @type {HTMLElement} */ (list.querySelector("p")).textContent = left > 0 ? `${left} more. Type above to narrow the list.` : "";
}

/** @param {string} name @param {number} code @param {string} title @param {boolean} chosen @param {number} count */
function choice(name, code, title, chosen, count) {
  const box = element("input", { type: "checkbox", name, value: String(code) });
  box.checked = chosen;
  return element("li", {}, element("label", {}, box, ` ${title} `, element("span", { class: "quiet" }, `(${count.toLocaleString("en-GB")})`)));
}
