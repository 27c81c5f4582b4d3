import assert from "node:assert/strict";
import { test } from "node:test";
import { fitting } from "../src/completion.js";

const SCHEMA = new Map([
  ["figures", ["figure_id", "measure_id", "value"]],
  ["measures", ["measure_id", "title"]],
]);
/** @param {string} text the caret is at | */
const words = (text) => fitting(text.replace("|", ""), text.indexOf("|"), SCHEMA).words;

test("a table is offered after its first letters", () => assert.ok(words("SELECT * FROM mea|").includes("measures")));
test("columns of the tables that the query names are offered, wherever the caret is", () => assert.deepEqual(words("SELECT val| FROM figures"), ["value"]));
test("a short name of a table leads to its columns", () => assert.deepEqual(words("SELECT m.ti| FROM measures m"), ["title"]));
test("columns of other tables are not offered", () => assert.ok(!words("SELECT tit| FROM figures").includes("title")));
test("nothing is offered where no word is begun", () => assert.deepEqual(words("SELECT |"), []));
test("a word that is whole is not offered again", () => assert.deepEqual(words("SELECT value| FROM figures"), []));
test("words of the language are offered", () => assert.ok(words("sel|").includes("SELECT")));
test("the name of a property that every object has is no table", () => assert.deepEqual(words("SELECT constructor.a|"), []));
