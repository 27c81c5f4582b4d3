/** Which rows the typed words fit: whole words, beginnings, one typing error, and other words for the same. */
import { near, words } from "./words.js";

/** @typedef {import("./rows.js").Rows} Rows */

const READ = ["what", "breakdown", "topic", "area", "period", "shown", "unit", "kind"];
/** @typedef {Map<string, [string, number][]>} Index the terms that have each word */
/** @type {WeakMap<Rows, {index: Index, read: Map<string, number>}>} and how many terms of each column are in it */
const indexes = new WeakMap();

/** @param {Rows} data @param {string} typed @returns {Uint8Array | undefined} 1 for each row that fits; nothing if no word was typed */
export function finding(data, typed) {
  const said = words(typed);
  const telling = said.filter((word) => !data.little.includes(word));
  const sought = telling.length ? telling : said;
  if (!sought.length) return undefined;
  const sayings = [sought, ...otherwise(data, said)];
  const found = new Uint8Array(data.ids.length);
  for (const saying of sayings) {
    const fits = saying.map((word) => fitting(data, word));
    for (let row = 0; row < found.length; row += 1) if (!found[row] && fits.every((each) => each(row))) found[row] = 1;
  }
  return found;
}

/** The words with a phrase in them said in another way. @param {Rows} data @param {string[]} said */
function otherwise(data, said) {
  /** @type {string[][]} */
  const found = [];
  for (let from = 0; from < said.length; from += 1) {
    for (let to = said.length; to > from; to -= 1) {
      const phrase = said.slice(from, to).join(" ");
      for (const other of Object.hasOwn(data.synonyms, phrase) ? data.synonyms[phrase] : []) {
        found.push([...said.slice(0, from), ...words(other), ...said.slice(to)].filter((word) => !data.little.includes(word)));
      }
    }
  }
  return found.filter((saying) => saying.length);
}

/** Whether a row has a word in any of its columns. @param {Rows} data @param {string} word @returns {(row: number) => boolean} */
function fitting(data, word) {
  const index = indexed(data);
  const begun = [...index.keys()].filter((known) => known === word || (word.length > 2 && known.startsWith(word)));
  const known = begun.length || word.length < 4 || /\d/.test(word) ? begun : [...index.keys()].filter((each) => near(word, each));
  /** @type {Map<string, Uint8Array>} */
  const masks = new Map();
  for (const [name, code] of known.flatMap((each) => index.get(each) ?? [])) {
    const mask = masks.get(name) ?? new Uint8Array(data.columns[name].terms.length);
    mask[code] = 1;
    masks.set(name, mask);
  }
  const tests = [...masks].map(([name, mask]) => ({ mask, codes: data.columns[name].codes }));
  return (row) => tests.some(({ mask, codes }) => mask[codes[row]] === 1);
}

/** The index of what is there: it grows with the pieces that are loaded. @param {Rows} data */
function indexed(data) {
  const { index, read } = indexes.get(data) ?? { index: new Map(), read: new Map() };
  indexes.set(data, { index, read });
  for (const name of READ) {
    const { terms } = data.columns[name];
    for (let code = read.get(name) ?? 0; code < terms.length; code += 1) {
      for (const word of new Set(words(terms[code]))) {
        const places = index.get(word) ?? [];
        places.push([name, code]);
        index.set(word, places);
      }
    }
    read.set(name, terms.length);
  }
  return index;
}
