/* Searches the site. The index stands in pieces in search/, each a script that hands over its data: only those are loaded that
   hold what was typed, so that it works from a folder too. Keeps and sends nothing. How a text is cut into words: words.js.

   A word fits an entry if it is one of its words, begins one, or differs from one by a single letter. Of the entries that fit all
   words, those are first of which the words say most. */
import { near, parts } from "./words.js";

/** @typedef {{words: string[], shown: number[], entries: number, kinds: [number, string, number][], letters: string,
 *    synonyms: Record<string, (string | number)[]>, little: string}} Start what start.js holds */
/** @typedef {{typed: string, words: string[], little: boolean}} Piece a word as typed, and the words of the index it may be */
/** @typedef {[address: string, title: string, text: string, under?: number]} Shown an entry as it is shown, already HTML */
/** @typedef {{location: string, title: string, text: string, score: number, terms: Record<string, boolean>}} Item */
/** @typedef {{of: Map<number, number>, names: Set<string>, rare: number, common: boolean}} Fit how well each entry fits a word,
 *    the words of the index that fit, how much it tells to have the word, and whether entries are left out for being too many */

const folder = new URL("../search/", /** @type {HTMLScriptElement} */ (document.currentScript).src);
const MOST_WEIGHT = 15, BEGINS = 0.7, MISTYPED = 0.5, SAID_OTHERWISE = 0.89, MORE_WORDS = 0.2, MEANT = 2;
const MOST_SHOWN = 24, MOST_PIECES = 3, MOST_ENDINGS = 60, SHOWN_OF_A_PAGE = 3;

// ---- the pieces of the index ----

/** @type {Map<string, Promise<any>>} */
const asked = new Map();
/** @type {Map<string, (data: any) => void>} */
const waiting = new Map();
/** @type {any} */ (window).searchPiece = (/** @type {string} */ name, /** @type {any} */ data) => waiting.get(name)?.(data);

/** @param {string} name @returns {Promise<any>} the data of a piece */
function piece(name) {
  if (!asked.has(name)) asked.set(name, new Promise((done, failed) => {
    waiting.set(name, done);
    const script = document.createElement("script");
    script.src = new URL(`${name}.js`, folder).href;
    script.onerror = () => { asked.delete(name); failed(new Error(name)); };
    script.onload = () => script.remove();
    document.head.append(script);
  }));
  return /** @type {Promise<any>} */ (asked.get(name));
}

/** @param {number[] | string[]} firsts @param {number | string} sought @returns {number} the last place whose first is not after it */
function place(firsts, sought) {
  let low = 0, high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= sought) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

// ---- words ----

/** @param {string} text @param {Set<string>} little @returns {Piece[]} */
function cut(text, little) {
  return parts(text).map(({ said, year, number, word }) => {
    if (year) return { typed: said, words: [year], little: false };
    if (number) return { typed: number, words: /^\d+$/.test(said) ? [`#${number}`, number] : [`#${number}`], little: false };
    return { typed: word, words: [word], little: little.has(said) };
  });
}

// ---- which entries fit ----

/** @param {Start} start @param {string} word @returns {Promise<[string, string][]>} words that begin so, each with its entries */
async function beginning(start, word) {
  const first = place(start.words, word), last = place(start.words, `${word}￿`);
  const numbers = Array.from({ length: Math.min(last - first + 1, MOST_PIECES) }, (_, step) => first + step);
  const pieces = await Promise.all(numbers.map((number) => piece(`words-${number}`)));
  return pieces.flatMap((each) => Object.entries(each).filter(([found]) => found.startsWith(word)));
}

/** @param {Start} start @param {string} word @returns {Promise<string[]>} the words of the index that one slip makes of it */
async function mistyped(start, word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [];
  const alike = async (/** @type {string} */ letter) =>
    start.letters.includes(letter) ? (await piece(`near-${letter}`)).split(" ").filter((/** @type {string} */ each) => near(word, each)) : [];
  const found = await alike(word[0]);
  if (found.length) return found;
  const others = await Promise.all([...start.letters].filter((letter) => letter !== word[0]).map(alike));
  return others.flat();
}

/** @param {Start} start @param {Piece} typed @returns {Promise<Fit>} */
async function fit(start, typed) {
  /** @type {Fit} */
  const found = { of: new Map(), names: new Set(), rare: 0, common: false };
  for (const word of typed.words) {
    const isNumber = /^[#\d]/.test(word);
    const all = await beginning(start, word);
    const exact = all.filter(([each]) => each === word);
    exact.forEach((each) => take(found, each, 1));
    if (!isNumber && (word.length > 2 || !exact.length)) all.filter(([each]) => each !== word).slice(0, MOST_ENDINGS)
      .forEach((each) => take(found, each, BEGINS * (0.5 + word.length / each[0].length / 2)));
  }
  if (!found.of.size) for (const word of await mistyped(start, typed.typed)) {
    (await beginning(start, word)).filter(([each]) => each === word).forEach((each) => take(found, each, MISTYPED));
  }
  found.rare = Math.log(1 + start.entries / Math.max(1, found.of.size));
  return found;
}

/** @param {Fit} found @param {[string, string]} word @param {number} worth */
function take(found, [word, listed], worth) {
  found.names.add(word);
  found.common ||= listed.startsWith("*");
  let number = 0;
  for (const [, step, weight] of listed.matchAll(/([0-9a-z]*)([A-P])/g)) {
    number += parseInt(step || "0", 36);
    const fits = (worth * (weight.charCodeAt(0) - 65)) / MOST_WEIGHT;
    if (fits > (found.of.get(number) ?? 0)) found.of.set(number, fits);
  }
}

/** @param {Start} start @param {Piece[]} typed @param {Set<string>} little
 *  @returns {{sayings: Piece[][], meant: number[]}} the query as typed and as it can be said otherwise, and the pages that it means */
function otherwise(start, typed, little) {
  const sayings = [typed], /** @type {number[]} */ meant = [];
  for (let from = 0; from < typed.length; from += 1) for (let to = typed.length; to > from; to -= 1) {
    const said = typed.slice(from, to).map((each) => each.typed).join(" ");
    for (const other of Object.hasOwn(start.synonyms, said) ? start.synonyms[said] : []) {
      if (typeof other === "string") sayings.push([...typed.slice(0, from), ...cut(other, little), ...typed.slice(to)]);
      else if (telling(typed).length <= telling(typed.slice(from, to)).length) meant.push(other);
    }
  }
  return { sayings, meant };
}

/** @param {Piece[]} saying @returns {Piece[]} without words that say nothing, unless there are no others */
function telling(saying) {
  const left = saying.filter((each) => !each.little);
  return left.length ? left : saying;
}

/** @param {Start} start @param {Fit[]} fits @returns {Map<number, [share: number, worth: number]>} the entries, how many of the words fit each, and how well */
function scored(start, fits) {
  /** @type {Map<number, [number, number]>} */
  const found = new Map();
  const all = fits.reduce((sum, each) => sum + each.rare, 0) || 1, more = 1 + MORE_WORDS * (fits.length - 1);
  const firsts = start.kinds.map(([first]) => first);
  for (const entry of new Set(fits.flatMap((each) => [...each.of.keys()]))) {
    const own = fits.map((each) => each.of.get(entry) ?? (each.common && fits.length > 1 ? 1 / MOST_WEIGHT : 0));
    const fitting = own.filter(Boolean).length;
    // the middle of how well each word fits, rare words before common ones: one that hardly fits is not made up for by another
    const middle = Math.exp(own.reduce((sum, each, at) => sum + (each ? Math.log(each) * fits[at].rare : 0), 0) / all);
    found.set(entry, [fitting / fits.length, middle * more * start.kinds[place(firsts, entry)][2]]);
  }
  return found;
}

// ---- what is shown ----

/** @param {Start} start @param {number} number @returns {Promise<Shown>} */
async function shown(start, number) {
  const at = place(start.shown, number);
  return (await piece(`shown-${at}`))[number - start.shown[at]];
}

/** @param {string} html @param {Set<string>} names @returns {string} with the words that were found marked */
function marked(html, names) {
  const sought = [...names].filter((each) => /^[a-z]/.test(each)).sort((one, other) => other.length - one.length).slice(0, 40);
  if (!sought.length) return html;
  return html.replace(new RegExp(`(?<![&#\\w])(?:${sought.join("|")})(?:s|es)?(?!\\w)`, "gi"), "<mark>$&</mark>");
}

/** @param {string} typed @returns {Promise<Item[][]>} the results, best first, those of one page together */
async function search(typed) {
  /** @type {Start} */
  const start = await piece("start");
  const little = new Set(start.little.split(" "));
  /** @type {Map<number, [share: number, worth: number, turn: number]>} */
  const best = new Map();
  /** @type {Map<string, boolean>} */
  const terms = new Map();
  /** @type {Set<string>[]} */
  const names = [];
  const { sayings, meant } = otherwise(start, cut(typed, little), little);
  for (const [turn, saying] of sayings.entries()) {
    const sought = telling(saying);
    const fits = await Promise.all(sought.map((each) => fit(start, each)));
    names.push(new Set(fits.flatMap((each) => [...each.names])));
    fits.forEach((each, at) => {
      if (!turn) terms.set(sought[at].typed, each.of.size > 0);
    });
    for (const [entry, [share, worth]] of scored(start, fits)) {
      const told = worth * (turn ? SAID_OTHERWISE : 1);
      const [before, than] = best.get(entry) ?? [0, 0];
      if (share > before || (share === before && told > than)) best.set(entry, [share, told, turn]);
    }
  }
  meant.forEach((entry) => best.set(entry, [1, MEANT, 0]));
  const most = Math.max(0, ...[...best.values()].map(([share]) => share));
  const ranked = [...best].filter(([, [share]]) => share === most)
    .sort(([one, [, worth]], [other, [, than]]) => than - worth || one - other).slice(0, MOST_SHOWN);
  const found = ranked.map(([entry, [, worth, turn]]) => ({ entry, score: worth, names: names[turn] }));
  return together(start, found, Object.fromEntries(terms));
}

/** @param {Start} start @param {{entry: number, score: number, names: Set<string>}[]} ranked @param {Record<string, boolean>} terms
 *  @returns {Promise<Item[][]>} */
async function together(start, ranked, terms) {
  /** @type {Map<number, Item[]>} */
  const pages = new Map();
  const entries = await Promise.all(ranked.map(async (each) => ({ ...each, shown: await shown(start, each.entry) })));
  for (const { entry, score, names, shown: own } of entries) {
    const item = (/** @type {Shown} */ [location, title, text], /** @type {number} */ worth) =>
      ({ location, title: marked(title, names), text: marked(text, names), score: worth, terms });
    const page = own[3] ?? entry;
    const group = pages.get(page) ?? [];
    if (!group.length && page !== entry) group.push(item(await shown(start, page), 0));
    if (page !== entry || !group.length) group.push(item(own, score));
    pages.set(page, group);
  }
  return [...pages.values()].map(levelled);
}

/** @param {Item[]} group a page, then what is found on it. The theme folds away what has a lower score than the page, and Enter
 *    goes to the highest score: so a page that was found itself keeps the first few beside it, and one that was not comes after the first. */
function levelled(group) {
  const [page, ...found] = group;
  const top = Math.max(...group.map((each) => each.score)), beside = page.score ? top : top * 0.999;
  const raised = found.map((each, at) => ({ ...each, score: !at && !page.score ? top : at < SHOWN_OF_A_PAGE ? beside : each.score * 0.99 }));
  return [{ ...page, score: beside }, ...raised];
}

/** @type {any} */ (window).searchSite = search;
