/** The words that filters compare: cut as scripts/publishing/search_tokens.py cuts them, which says why. */

const PIECE = /(\d{4})[/–-](\d{2})(?!\d)|\d[\d,]*(?:\.\d+)?(?![a-z])|[a-z0-9]+(?:'[a-z]+)?/g;

/** @param {string} text @returns {string[]} in lower case and the singular; numbers without separators */
export function words(text) {
  const plain = text.replace(/’/g, "'").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return [...plain.matchAll(PIECE)].flatMap(([said, year, end]) => {
    if (year) return [`${year}/${end}`, year, year.slice(0, 2) + end];
    return [/^\d/.test(said) && !/[a-z]/.test(said) ? said.replace(/,/g, "") : singular(said.replace(/'s$/, ""))];
  });
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
