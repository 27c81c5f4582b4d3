import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST, read } from "../src/address.js";

test("what was asked is read back", () => assert.equal(read(`#${new URLSearchParams({ sql: "SELECT 'a&b' || '%'" })}`).get("sql"), "SELECT 'a&b' || '%'"));
test("broken escapes do not fail", () => assert.doesNotThrow(() => read("#sql=%E0%A4%A&x=%")));
test("an address that is too long says nothing", () => assert.equal(read(`#sql=${"x".repeat(LONGEST)}`).get("sql"), null));
