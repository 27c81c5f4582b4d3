/** Four rows of two areas: cases in two years, and an answer. @type {import("../src/filtering.js").Rows} */
export const DATA = {
  filters: { area: "Area", period: "Period", what: "Measure" },
  columns: {
    area: { terms: ["Coventry", "Leicester"], codes: [0, 0, 1, 1] },
    period: { terms: ["2015", "2016"], codes: [0, 1, 1, 1] },
    what: { terms: ["Exploitation cases", "Does it have a plan?"], codes: [0, 0, 0, 1] },
    kind: { terms: ["Actual", "Answer in words"], codes: [0, 0, 0, 1] },
    unit: { terms: ["Number", "None"], codes: [0, 0, 0, 1] },
    length: { terms: ["calendar_year"], codes: [0, 0, 0, 0] },
    shown: { terms: ["12", "7", "1,280", "Yes"], codes: [0, 1, 2, 3] },
    number: { terms: ["", "7", "12", "1280"], codes: [2, 1, 3, 0] },
    breakdown: { terms: ["None"], codes: [0, 0, 0, 0] },
    by_1: { terms: ["None"], codes: [0, 0, 0, 0] },
    by_2: { terms: ["None"], codes: [0, 0, 0, 0] },
    topic: { terms: ["Safety"], codes: [0, 0, 0, 0] },
    document: { terms: ["Report", "Reply"], codes: [0, 0, 1, 1] },
  },
  ids: ["a", "b", "c", "d"],
  groups: [0, 0, 1, -1],
  together: [[0, 1, "no", "They count different things."]],
  synonyms: { cse: ["exploitation"] },
  little: ["a", "it"],
};
