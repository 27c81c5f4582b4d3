import assert from "node:assert/strict";
import { test } from "node:test";
import { exported } from "../src/selection-files.js";
import { turned } from "../src/turning.js";
import { sample } from "./sample.js";

const NOTES = { cite: "Cite all", version: "1", site: "https://x/", terms: "Mixed.", measures: { "Exploitation cases": "Not all are known." }, documents: { Report: { cite: "Cite it", terms: "Open", attribution: "By us" }, Reply: { cite: "Cite them", terms: "Closed", attribution: "By them" } } };
const DATA = sample(0, 1);
for (const name of ["checks", "official", "terms"]) DATA.columns[name] = { terms: ["Said"], codes: new Int32Array(4) };

test("each row says how to cite it, what to know, and on which terms", () => {
  const { sheets, asJson } = exported(DATA, [2], NOTES, "#x");
  const row = Object.fromEntries(sheets[0].names.map((name, at) => [name, sheets[0].rows[0][at]]));
  assert.deepEqual([row.value_shown, row.value, row.attribution, row.caveat, row.cite_as, row.address], ["1,280", "1280", "By them", "Not all are known.", "Cite them", "https://x/b.html#c"]);
  assert.deepEqual(/** @type {any} */ (asJson).rows, [row]);
  assert.equal("table" in asJson, false);
});
test("a table is saved as it is shown, before its rows", () => {
  const table = turned(DATA, [0, 1], "area", "period");
  const { sheets, asJson } = exported(DATA, [0, 1], NOTES, "#x", { ...table, side: "Area" });
  assert.deepEqual(sheets.map(({ title }) => title), ["Table", "Rows"]);
  assert.deepEqual(sheets[0].names, ["Area", "2015", "2016", "Cite as", "Selection", "What you should know", "Re-use terms"]);
  assert.deepEqual(sheets[0].rows[0].slice(0, 3), ["Coventry", "12", "7"]);
  assert.match(sheets[0].rows[0][3], /Cite all Cite it/);
  assert.equal(/** @type {any} */ (asJson).table[0]["2015"], "12");
});
test("rows that make no table are saved as rows", () => {
  const table = turned(DATA, [1, 2], "area", "period");
  assert.deepEqual(exported(DATA, [1, 2], NOTES, "#x", { ...table, side: "Area" }).sheets.map(({ title }) => title), ["Rows"]);
});
