import assert from "node:assert/strict";
import { test } from "node:test";
import { filtered } from "../src/filtering.js";
import { needed, piecesOf } from "../src/needing.js";
import { DATA, sample } from "./sample.js";

const chosen = (/** @type {Record<string, number[]>} */ given) => new Map(Object.entries(given).map(([name, codes]) => [name, new Set(codes)]));

test("nothing chosen needs no piece: all rows fit, and the numbers are known", () => {
  assert.deepEqual(needed(DATA, new Map(), false), { rows: [], beside: {} });
  assert.deepEqual(filtered(sample(), new Map(), undefined), filtered(DATA, new Map(), undefined));
});
test("one choice needs the pieces that hold it, and no more for the numbers", () => {
  assert.deepEqual(needed(DATA, chosen({ area: [1] }), false), { rows: [1], beside: {} });
  assert.deepEqual(filtered(sample(1), chosen({ area: [1] }), undefined), filtered(DATA, chosen({ area: [1] }), undefined));
});
test("the numbers beside the choices of a filter need the pieces that it alone keeps out", () => {
  assert.deepEqual(needed(DATA, chosen({ area: [0], period: [1] }), false), { rows: [0], beside: { area: [1] } });
  const left = filtered(sample(0), chosen({ area: [0], period: [1] }), undefined);
  assert.deepEqual(left.rows, [1]);
  assert.deepEqual(left.counts.period, filtered(DATA, chosen({ area: [0], period: [1] }), undefined).counts.period);
});
test("words may be anywhere that the choices leave", () => {
  assert.deepEqual(needed(DATA, new Map(), true).rows, [0, 1]);
  assert.deepEqual(needed(DATA, chosen({ area: [0] }), true), { rows: [0], beside: { area: [1] } });
});
test("rows lead to their pieces", () => {
  assert.deepEqual(piecesOf(DATA, [0, 1]), [0]);
  assert.deepEqual(piecesOf(DATA, [1, 3]), [0, 1]);
  assert.deepEqual(piecesOf(DATA, []), []);
});
