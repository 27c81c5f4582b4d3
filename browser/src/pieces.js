/** Loads pieces of data: each is a script that hands over packed bytes, so that it works from a folder, where nothing can be fetched. */

/** @type {Map<string, Promise<Uint8Array<ArrayBuffer>>>} */
const asked = new Map();
/** @type {Map<string, (packed: string) => void>} */
const waiting = new Map();

/** A file of the page that is not there, or not whole; the message is its path. */
export class FileMissing extends Error {}

/**
 * The bytes of a piece, loaded once. A piece that failed is asked for again the next time.
 *
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export function piece(name) {
  const there = asked.get(name) ?? load(name).then(unpacked);
  asked.set(name, there);
  there.catch(() => asked.delete(name));
  return there;
}

/**
 * @param {string} name
 * @returns {Promise<any>} what a piece of JSON holds
 */
export async function jsonPiece(name) {
  return JSON.parse(new TextDecoder().decode(await piece(name)));
}

/** @param {string} name @returns {Promise<string>} */
function load(name) {
  // pieces call this by its name
  Object.assign(window, { askPiece: (/** @type {string} */ of, /** @type {string} */ packed) => waiting.get(of)?.(packed) });
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    waiting.set(name, done);
    script.src = new URL(`data/${name}.js`, document.baseURI).href;
    script.onload = script.onerror = () => failed(new FileMissing(`ask/data/${name}.js`)); // after `done` this does nothing
    document.head.append(script);
  });
}

/**
 * @param {string} packed Base64 of bytes that zlib has packed
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function unpacked(packed) {
  const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A plain loop: a function called for each letter took 100 to 200 ms for the database. @param {string} packed */
function bytesOf(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
