import assert from "node:assert/strict";
import { test } from "node:test";
import { filtered, sorted } from "../src/filtering.js";
import { finding } from "../src/finding.js";
import { addressed, selected } from "../src/selection.js";
import { DATA } from "./sample.js";

const chosen = (/** @type {Record<string, number[]>} */ given) => new Map(Object.entries(given).map(([name, codes]) => [name, new Set(codes)]));
const found = (/** @type {string} */ typed) => filtered(DATA, new Map(), finding(DATA, typed)).rows;

test("nothing chosen leaves all rows", () => assert.deepEqual(filtered(DATA, new Map(), undefined).rows, [0, 1, 2, 3]));
test("choices of one filter add, those of two narrow", () => {
  assert.deepEqual(filtered(DATA, chosen({ area: [0, 1] }), undefined).rows, [0, 1, 2, 3]);
  assert.deepEqual(filtered(DATA, chosen({ area: [0], period: [1] }), undefined).rows, [1]);
});
test("a choice says how many rows it would leave beside what the other filters leave", () => {
  const { counts } = filtered(DATA, chosen({ area: [0] }), undefined);
  assert.deepEqual(counts.area, [2, 2]);
  assert.deepEqual(counts.period, [1, 1]);
});
test("two filters that leave nothing say so", () => assert.deepEqual(filtered(DATA, chosen({ what: [1], period: [0] }), undefined).rows, []));
test("rows are sorted by the order of terms, and those without a number come last either way", () => {
  assert.deepEqual(sorted(DATA, [0, 1, 2, 3], "number", false), [1, 0, 2, 3]);
  assert.deepEqual(sorted(DATA, [0, 1, 2, 3], "number", true), [2, 0, 1, 3]);
});
test("words are found whole, by their beginning, in the plural and with one slip", () => {
  for (const typed of ["leicester", "leices", "Leicesters", "leicster", "liecester"]) assert.deepEqual(found(typed), [2, 3], typed);
});
test("all words must fit", () => assert.deepEqual(found("cases coventry"), [0, 1]));
test("another word for the same is found", () => assert.deepEqual(found("cse"), [0, 1, 2]));
test("words that nothing has leave no row", () => assert.deepEqual(found("zebra"), []));
test("the name of a property that every object has finds nothing", () => assert.deepEqual(found("constructor"), []));
test("a number is found as it is printed or typed", () => assert.deepEqual(found("1,280"), [2]));
test("a selection and its address lead to each other", () => {
  const asked = new URLSearchParams("area=Leicester&words=cases&sort=number&falling=yes&view=table&down=area&across=period");
  assert.equal(selected(asked, DATA).lost, false);
  assert.equal(addressed(selected(asked, DATA), DATA).toString(), asked.toString());
});
test("what an address names and the data do not have is left out", () => {
  const { choices, sort, view, lost } = selected(new URLSearchParams("area=Nowhere&__proto__=x&sort=__proto__&view=<b>"), DATA);
  assert.equal(choices.size, 0);
  assert.equal(lost, true);
  assert.equal(sort, "");
  assert.equal(view, "rows");
});
test("a side that the address does not name is the usual one, and an empty one stays empty", () => {
  assert.equal(selected(new URLSearchParams("view=table"), DATA).across, "period");
  assert.equal(selected(new URLSearchParams("view=table&across="), DATA).across, "");
});
