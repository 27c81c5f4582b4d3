/** How a text is cut into words, on every page that searches: as scripts/publishing/search_tokens.py cuts it, which says why. */

/** @typedef {{said: string, year: string, number: string, word: string}} Part a piece of a text as it was said, in lower case:
 *    a year such as 2018/19, or a number without separators, or else a word in the singular */

const PIECE = /(\d{4})[/–-](\d{2})(?!\d)|\d[\d,]*(?:\.\d+)?(?![a-z])|[a-z0-9]+(?:'[a-z]+)?/g;

/** @param {string} text @returns {Part[]} */
export function parts(text) {
  const plain = text.replace(/’/g, "'").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return [...plain.matchAll(PIECE)].map(([said, year, end]) => {
    if (year) return { said, year: `${year}/${end}`, number: "", word: "" };
    if (/^\d/.test(said) && !/[a-z]/.test(said)) return { said, year: "", number: said.replace(/,/g, ""), word: "" };
    return { said, year: "", number: "", word: singular(said.replace(/'s$/, "")) };
  });
}

/** @param {string} text @returns {string[]} its words; a year such as 2018/19 is also its two years */
export function words(text) {
  return parts(text).flatMap(({ year, number, word }) => (year ? [year, year.slice(0, 4), year.slice(0, 2) + year.slice(5)] : [number || word]));
}

/** @param {string} word */
export function singular(word) {
  if (word.length < 4 || !word.endsWith("s") || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(sses|xes|ches|shes|zes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** @param {string} one @param {string} other @returns {boolean} whether one letter more, less, other or swapped makes one the other */
export function near(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  let end = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const here = one.slice(start, one.length - end);
  const there = other.slice(start, other.length - end);
  return (here.length <= 1 && there.length <= 1) || (here.length === 2 && there.length === 2 && here[0] === there[1] && here[1] === there[0]);
}
