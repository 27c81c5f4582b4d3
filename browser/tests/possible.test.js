import assert from "node:assert/strict";
import { test } from "node:test";
import { possible } from "../src/possible.js";
import { DATA, withColumn } from "./sample.js";

test("rows that are alike in all but their periods make a table", () => {
  const [one, ...others] = possible(DATA, [0, 1, 2, 3]);
  assert.deepEqual(others, []);
  assert.deepEqual([one.choices.area, one.choices.what, one.down, one.across, one.rows], ["Coventry", "Exploitation cases", "breakdown", "period", 2]);
});
test("one row, or answers in words, make none", () => assert.deepEqual(possible(DATA, [2, 3]), []));
test("rows that would stand in the same cell make none", () => assert.deepEqual(possible(withColumn("period", ["2015"], [0, 0, 0, 0]), [0, 1]), []));
