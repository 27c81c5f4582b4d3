import assert from "node:assert/strict";
import { test } from "node:test";
import { turned } from "../src/turning.js";
import { DATA, withColumn } from "./sample.js";

test("figures of one group stand together, each in its cell", () => {
  const table = turned(DATA, [0, 1], "area", "period");
  assert.deepEqual([table.down, table.across, table.why], [["Coventry"], ["2015", "2016"], []]);
  assert.deepEqual([...table.cells], [["0 0", 0], ["0 1", 1]]);
});
test("one column of numbers", () => assert.deepEqual(turned(DATA, [0, 1], "period", "").across, ["Number"]));
test("groups that may not be compared are kept apart, with the reason", () => assert.deepEqual(turned(DATA, [1, 2], "area", "period").why, ["They count different things."]));
test("groups of which nothing is said are kept apart", () => {
  const [why] = turned({ ...DATA, standing: { ...DATA.standing, said: [] } }, [1, 2], "area", "period").why;
  assert.match(why, /Nobody has said that .*Coventry.*Leicester/);
});
test("groups that may be compared with care stand together, with what to know", () => {
  const table = turned({ ...DATA, standing: { ...DATA.standing, said: [[0, 0, "other", "other", "with_care", "Mind the year."]] } }, [1, 2], "area", "period");
  assert.deepEqual([table.why, table.care], [[], ["Mind the year."]]);
});
test("two figures for one cell are told", () => assert.match(turned(DATA, [0, 1], "area", "").why[0], /More than one figure/));
test("answers in words are no part of a table", () => assert.match(turned(DATA, [0, 3], "area", "period").why[0], /answers in words/));
test("different units are kept apart", () => {
  const data = withColumn("unit", ["Number", "Percent"], [0, 1, 0, 0]);
  assert.deepEqual(turned(data, [0, 1], "area", "period").why, ["They have different units"]);
});
test("targets stand beside what was only on sides of their own", () => {
  const data = withColumn("kind", ["Actual", "Target"], [0, 1, 0, 0]);
  assert.match(turned(data, [0, 1], "area", "period").why[0], /targets/);
  assert.deepEqual(turned(data, [0, 1], "kind", "period").why, []);
});
test("two sides must differ", () => assert.match(turned(DATA, [0, 1], "area", "area").why[0], /Both sides/));
test("no rows make no table", () => assert.deepEqual(turned(DATA, [], "area", "period").why, ["No row is left"]));
