/** Asks the worker that holds the database, one query at a time, and ends it when a query is stopped or takes too long. */
import { piece } from "./pieces.js";

/** @typedef {import("./sql-worker.js").Answer} Answer */

/** A query that somebody stopped, or that ran too long. */
export class Stopped extends Error {}
/** What SQLite says against a query. */
export class Refused extends Error {}

export class Database {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<Worker> | undefined} */
  #opened;
  /** @type {((why: Error) => void) | undefined} */
  #fail;

  /** The worker with the database open in it: it is opened once, whoever asks. After a failure the next who asks opens it again. */
  open() {
    if (this.#opened) return this.#opened;
    const opened = this.#start();
    this.#opened = opened;
    opened.catch(() => {
      if (this.#opened === opened) this.#opened = undefined;
    });
    return opened;
  }

  async #start() {
    if (!("WebAssembly" in window)) throw new Error("WebAssembly");
    const [code, wasm, database] = await Promise.all(["worker", "wasm", "database"].map(piece));
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const worker = new Worker(address);
    this.#worker = worker;
    try {
      await this.#send(worker, { wasm, database });
    } catch (wrong) {
      this.stop();
      throw wrong instanceof Stopped ? wrong : new Error(String(wrong)); // not SQLite's word against a query
    } finally {
      URL.revokeObjectURL(address);
    }
    return worker;
  }

  /**
   * @param {string} sql
   * @param {number} most rows
   * @param {number} longest milliseconds
   * @returns {Promise<Answer>}
   */
  async ask(sql, most, longest) {
    const worker = await this.open();
    const clock = setTimeout(() => this.stop(`it ran for more than ${longest / 1000} seconds`), longest);
    try {
      return await this.#send(worker, { sql, most });
    } finally {
      clearTimeout(clock);
    }
  }

  /** End what runs. The next query opens the database again. @param {string} why */
  stop(why = "you stopped it") {
    if (!this.#worker) return; // nothing runs yet
    this.#worker.terminate();
    this.#worker = undefined;
    this.#opened = undefined;
    this.#fail?.(new Stopped(why));
  }

  /** @param {Worker} worker @param {object} message @returns {Promise<any>} */
  #send(worker, message) {
    return new Promise((done, failed) => {
      this.#fail = failed;
      worker.onmessage = ({ data }) => ("error" in data ? failed(new Refused(data.error)) : done(data));
      worker.onerror = (event) => {
        event.preventDefault();
        failed(new Error(event.message));
      };
      worker.postMessage(message);
    });
  }
}
