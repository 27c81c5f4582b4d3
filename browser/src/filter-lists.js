/** The lists of choices: one a filter, each choice with the number of rows that it would leave. */
import { element } from "./elements.js";

/** @typedef {import("./filtering.js").Rows} Rows */
/** @typedef {import("./filtering.js").Choices} Choices */

const MOST = 60; // choices of a list that are shown without narrowing it
/** @type {Map<string, string>} what narrows each list */
const narrowed = new Map();

/** @type {(name: string) => void} fills a list again, with what was last known */
let again = () => {};

/** @param {HTMLElement} place @param {Rows} data @param {Choices} choices @param {Record<string, number[]>} counts */
export function fillFilters(place, data, choices, counts) {
  const filled = (/** @type {string} */ name) => {
    const there = place.querySelector(`[data-filter="${name}"]`) ?? place.appendChild(empty(name, data.filters[name]));
    fill(/** @type {HTMLElement} */ (there), data.columns[name].terms, choices.get(name) ?? new Set(), counts[name]);
  };
  again = filled;
  Object.keys(data.filters).forEach(filled);
}

/** @param {string} name @param {string} title */
function empty(name, title) {
  const narrow = element("input", { type: "search", "aria-label": `Narrow the list: ${title}`, placeholder: "Narrow the list", autocomplete: "off" });
  const made = element("details", { "data-filter": name }, element("summary", {}, title, element("span", { class: "quiet", "data-chosen": "" })), narrow, element("ul", { class: "plain choices" }), element("p", { class: "meta" }));
  narrow.addEventListener("input", () => {
    narrowed.set(name, narrow.value.trim().toLowerCase());
    again(name);
  });
  return made;
}

/** @param {HTMLElement} list @param {string[]} terms @param {Set<number>} chosen @param {number[]} counts */
function fill(list, terms, chosen, counts) {
  const name = list.getAttribute("data-filter") ?? "";
  const sought = narrowed.get(name) ?? "";
  const open = terms.map((_, code) => code).filter((code) => chosen.has(code) || (counts[code] && terms[code].toLowerCase().includes(sought)));
  const first = [...open.filter((code) => chosen.has(code)), ...open.filter((code) => !chosen.has(code))].slice(0, Math.max(MOST, chosen.size));
  const focused = /** @type {HTMLInputElement | null} */ (document.activeElement)?.value;
  const inside = list.contains(document.activeElement) && document.activeElement?.getAttribute("type") === "checkbox";
  list.querySelector("ul")?.replaceChildren(...first.map((code) => choice(name, code, terms[code], chosen.has(code), counts[code])));
  if (inside) /** @type {HTMLElement | null} */ (list.querySelector(`input[value="${focused}"]`))?.focus();
  /** @type {HTMLElement} */ (list.querySelector("input[type=search]")).hidden = terms.length <= 12;
  /** @type {HTMLElement} */ (list.querySelector("[data-chosen]")).textContent = chosen.size ? ` ${chosen.size} chosen` : "";
  const left = open.length - first.length;
  /** @type {HTMLElement} */ (list.querySelector("p")).textContent = left > 0 ? `${left} more. Type above to narrow the list.` : "";
}

/** @param {string} name @param {number} code @param {string} title @param {boolean} chosen @param {number} count */
function choice(name, code, title, chosen, count) {
  const box = element("input", { type: "checkbox", name, value: String(code) });
  box.checked = chosen;
  return element("li", {}, element("label", {}, box, ` ${title} `, element("span", { class: "quiet" }, `(${count.toLocaleString("en-GB")})`)));
}

/** What is chosen in the lists. @param {HTMLElement} place @returns {Choices} */
export function choicesOf(place) {
  /** @type {Choices} */
  const found = new Map();
  for (const box of place.querySelectorAll("input[type=checkbox]:checked")) {
    const { name, value } = /** @type {HTMLInputElement} */ (box);
    found.set(name, (found.get(name) ?? new Set()).add(Number(value)));
  }
  return found;
}
