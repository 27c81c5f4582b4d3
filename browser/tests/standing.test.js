import assert from "node:assert/strict";
import { test } from "node:test";
import { together } from "../src/standing.js";

/** @typedef {import("../src/rows.js").Standing} Standing */
/** Groups of kinds in documents and areas: [kind, document, area] each. @param {number[][]} groups @param {Standing["said"]} said @returns {Standing} */
const standing = (groups, said) => ({ kinds: groups.map(([kind]) => kind), documents: groups.map(([, document]) => document), areas: groups.map(([, , area]) => area), said });
/** @param {number[][]} groups @param {Standing["said"]} said */
const judged = (groups, said) => together(standing(groups, said), groups.keys());

test("one group stands by itself", () => assert.deepEqual(judged([[0, 0, 0]], []), { against: [], care: [] }));
test("groups of one kind stand together where that was said", () => assert.deepEqual(judged([[0, 0, 0], [0, 1, 1]], [[0, 0, "any", "any", "yes", "Alike."]]).against, []));
test("what was said of one way round holds for the other", () => assert.deepEqual(judged([[0, 0, 0], [1, 0, 0]], [[1, 0, "same", "same", "yes", "Alike."]]).against, []));
test("what was said of the same document does not hold for others", () => {
  const said = /** @type {Standing["said"]} */ ([[0, 0, "same", "any", "yes", "Alike."]]);
  assert.deepEqual(judged([[0, 0, 0], [0, 0, 1]], said).against, []);
  assert.deepEqual(judged([[0, 0, 0], [0, 1, 1]], said).against, [{ one: 0, other: 1, reason: "" }]);
  assert.deepEqual(judged([[0, 0, 0], [0, 1, 0]], said).against, [{ one: 0, other: 1, reason: "" }]);
});
test("each way in which two kinds meet is looked at", () => {
  const said = /** @type {Standing["said"]} */ ([[0, 1, "same", "same", "yes", "Alike."], [0, 0, "any", "any", "yes", "Alike."], [1, 1, "any", "any", "yes", "Alike."], [0, 1, "other", "other", "with_care", "Mind."]]);
  assert.deepEqual(judged([[0, 0, 0], [1, 0, 0], [0, 1, 1], [1, 1, 1]], said), { against: [], care: ["Mind."] });
  assert.deepEqual(judged([[0, 0, 0], [1, 0, 1]], said).against, [{ one: 0, other: 1, reason: "" }]);
});
test("kinds that nobody spoke of are kept apart, from each other and from those that somebody did", () => {
  assert.equal(judged([[-1, 0, 0]], []).against.length, 0);
  assert.deepEqual(judged([[-1, 0, 0], [-1, 0, 0]], []).against, [{ one: 0, other: 1, reason: "" }]);
  assert.deepEqual(judged([[0, 0, 0], [-1, 0, 0]], []).against, [{ one: 1, other: 0, reason: "" }]);
});
test("a reason is given once, and no more than three", () => {
  const kinds = [[0, 0, 0], [0, 0, 1], [1, 0, 0], [2, 0, 0], [3, 0, 0], [4, 0, 0]];
  assert.equal(judged(kinds, []).against.length, 3);
  assert.deepEqual(judged([[0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1]], [[0, 0, "any", "any", "no", "Apart."]]).against.map(({ reason }) => reason), ["Apart."]);
});
test("as many groups as there may be are looked at once each", () => {
  let asked = 0;
  const groups = Array.from({ length: 20_000 }, (_, at) => [0, 0, at]);
  const counted = new Proxy(groups.map(([, , area]) => area), { get: (areas, at) => ((asked += 1), Reflect.get(areas, at)) });
  const verdict = together({ ...standing(groups, [[0, 0, "any", "any", "yes", "Alike."]]), areas: counted }, groups.keys());
  assert.deepEqual(verdict.against, []);
  assert.ok(asked < 20 * groups.length, String(asked));
});
