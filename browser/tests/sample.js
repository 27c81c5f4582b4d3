import { opened, take } from "../src/rows.js";

/** Cases in Coventry in two years, and in Leicester in one, with an answer: each area is a piece. @type {import("../src/rows.js").Start} */
export const START = {
  filters: { area: "Area", period: "Period", what: "Measure" },
  terms: {
    area: ["Coventry", "Leicester"],
    period: ["2015", "2016"],
    what: ["Exploitation cases", "Does it have a plan?"],
    kind: ["Actual", "Answer in words"],
    unit: ["Number", "None"],
    length: ["Calendar year"],
    breakdown: ["None"],
    by_1: ["None"],
    by_2: ["None"],
    topic: ["Safety"],
    document: ["Report", "Reply"],
  },
  pieces: [2, 2],
  held: {
    area: [[[0], [2]], [[1], [2]]],
    period: [[[0, 1], [1, 1]], [[1], [2]]],
    what: [[[0], [2]], [[0, 1], [1, 1]]],
  },
  standing: { kinds: [0, 0], documents: [0, 1], areas: [0, 1], said: [[0, 0, "any", "any", "no", "They count different things."]] },
  synonyms: { cse: ["exploitation"] },
  little: ["a", "it"],
};
const same = [0, 0];

/** @type {import("../src/rows.js").Loaded[]} */
export const PIECES = [
  {
    codes: { area: [0, 0], period: [0, 1], what: same, kind: same, unit: same, length: same, breakdown: same, by_1: same, by_2: same, topic: same, document: same },
    own: { shown: { terms: ["12", "7"], codes: [0, 1] }, page: { terms: ["a.html"], codes: same }, flags: { terms: [""], codes: same } },
    number: { codes: [2, 1], terms: [[2, 1], ["12", "7"]] },
    ids: ["a", "b"],
    groups: [0, 0],
  },
  {
    codes: { area: [1, 1], period: [1, 1], what: [0, 1], kind: [0, 1], unit: [0, 1], length: same, breakdown: same, by_1: same, by_2: same, topic: same, document: [1, 1] },
    own: { shown: { terms: ["1,280", "Yes"], codes: [0, 1] }, page: { terms: ["b.html"], codes: same }, flags: { terms: ["", "Rounded"], codes: [1, 0] } },
    number: { codes: [3, 0], terms: [[3, 0], ["1280", ""]] },
    ids: ["c", "d"],
    groups: [1, -1],
  },
];

/** The sample with these pieces in it. @param {number[]} pieces */
export function sample(...pieces) {
  const data = opened(START);
  for (const piece of pieces) take(data, piece, PIECES[piece]);
  return data;
}

/** All four rows. */
export const DATA = sample(1, 0);

/** The sample, with other codes of a column. @param {string} name @param {string[]} terms @param {number[]} codes */
export const withColumn = (name, terms, codes) => ({ ...DATA, columns: { ...DATA.columns, [name]: { terms, codes: Int32Array.from(codes) } } });
