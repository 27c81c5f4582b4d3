import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../src/saving.js";

test("a header and rows, each on its line", () => assert.equal(csv(["a", "b"], [["1", "2"]]), "a,b\r\n1,2\r\n"));
test("commas, quotes and line ends are quoted", () => assert.equal(csv(["a"], [['x,"y"\nz']]), 'a\r\n"x,""y""\nz"\r\n'));
test("a blank is empty and not zero", () => assert.equal(csv(["a", "b"], [[null, "0"]]), "a,b\r\n,0\r\n"));
test("what a spreadsheet would run is text, and numbers stay as they are", () => {
  assert.equal(csv(["a"], [["=1+1"], ["@x"], ["-cmd|x"], ["-5.2"], ["+3"]]), "a\r\n'=1+1\r\n'@x\r\n'-cmd|x\r\n-5.2\r\n+3\r\n");
});
