import assert from "node:assert/strict";
import { test } from "node:test";
import { term } from "../src/rows.js";
import { DATA, sample } from "./sample.js";

test("rows stand in their places, whichever piece came first", () => {
  for (const data of [sample(0, 1), sample(1, 0)]) {
    assert.deepEqual(data.ids, ["a", "b", "c", "d"]);
    assert.deepEqual([...data.groups], [0, 0, 1, -1]);
    assert.deepEqual([0, 1, 2, 3].map((row) => term(data, "shown", row)), ["12", "7", "1,280", "Yes"]);
    assert.deepEqual([0, 1, 2, 3].map((row) => term(data, "number", row)), ["12", "7", "1280", ""]);
    assert.deepEqual([0, 1, 2, 3].map((row) => term(data, "flags", row)), ["", "", "Rounded", ""]);
  }
});
test("how many rows each choice has is known before any row", () => assert.deepEqual(sample().totals, { area: [2, 2], period: [1, 3], what: [3, 1] }));
test("a piece that is not there is known not to be", () => assert.deepEqual([DATA, sample(1)].map((data) => data.pieces.map(({ there }) => there)), [[true, true], [false, true]]));
