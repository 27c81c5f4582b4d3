import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { Database, Stopped } from "../src/querying.js";

class Standing {
  /** @type {(event: {data: object}) => void} */
  onmessage = () => {};
  ended = false;

  /** @param {boolean} fails */
  constructor(fails) {
    this.fails = fails;
  }

  /** @param {{wasm?: Uint8Array}} message */
  postMessage({ wasm }) {
    if (wasm) queueMicrotask(() => this.onmessage({ data: this.fails ? { error: "broken" } : {} }));
  }

  terminate() {
    this.ended = true;
  }
}

/**
 * A page whose pieces load at once, and the workers that it starts: they say that they are open, or that they can't be, and answer nothing else.
 *
 * @param {number} failing how many of the first fail
 */
function page(failing = 0) {
  /** @type {Standing[]} */
  const workers = [];
  const packed = deflateSync("x").toString("base64");
  /** @type {{WebAssembly: object, askPiece?: (name: string, packed: string) => void}} */
  const window = { WebAssembly };
  const append = (/** @type {{src: string}} */ { src }) => queueMicrotask(() => window.askPiece?.(src.replace(/.*data\/|\.js/g, ""), packed));
  const document = { baseURI: "https://site.example/ask/", createElement: () => ({}), head: { append } };
  function Worker() {
    const worker = new Standing(workers.length < failing);
    workers.push(worker);
    return worker;
  }
  Object.assign(globalThis, { window, document, Worker });
  return workers;
}

test("a database that is asked for twice while it loads is opened once", async () => {
  const workers = page();
  const database = new Database();
  const [one, other] = await Promise.all([database.open(), database.open()]);
  assert.equal(one, other);
  assert.equal(workers.length, 1);
});

test("a query that is stopped is told, and the next one opens the database again", async () => {
  const workers = page();
  const database = new Database();
  await database.open();
  const asked = database.ask("SELECT 1", 10, 60_000);
  await Promise.resolve();
  database.stop();
  await assert.rejects(asked, Stopped);
  assert.ok(workers[0].ended);
  await database.open();
  assert.equal(workers.length, 2);
});

test("a database that could not be opened is opened again by the next who asks", async () => {
  const workers = page(1);
  const database = new Database();
  await assert.rejects(database.open(), /broken/);
  await database.open();
  assert.equal(workers.length, 2);
  assert.ok(workers[0].ended);
});
