// @ts-check
/* Stands in for the theme's search worker: hands what is typed to search.js, which is loaded when somebody is about to search and
   not before. A script and not a worker, so that it works from a folder, where browsers refuse workers. */
(() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the messages of the theme
  /** @type {Promise<void> | undefined} */
  let loaded;

  /** @returns {Promise<void>} when search.js is there */
  const load = () => (loaded ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("search.js", here).href;
    script.onload = () => done();
    script.onerror = failed;
    document.head.append(script);
  }));

  const Browsers = window.Worker;

  class Searcher extends EventTarget {
    /** @param {{type: number, data: any}} message */
    postMessage({ type, data }) {
      this.asked = data;
      if (type === SETUP) this.tell({ type: READY });
      if (type === QUERY && !data.trim()) this.tell({ type: RESULT, data: { items: [] } });
      else if (type === QUERY) load().then(() => /** @type {any} */ (window).searchSite(data)).then((items) => {
        if (this.asked === data) this.tell({ type: RESULT, data: { items } });
      });
    }
    /** @param {object} data */
    tell(data) {
      setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
    }
    terminate() {}
  }

  // what the theme asks for is ours; any other worker is the browser's
  /** @type {any} */ (window).Worker = class {
    /** @param {string | URL} address @param {WorkerOptions} [options] */
    constructor(address, options) {
      return /** @type {any} */ (String(address).startsWith("blob:") ? new Browsers(address, options) : new Searcher());
    }
  };

  // the theme asks for the settings of its own search on every page; they are of use with a search only
  const { open, send } = XMLHttpRequest.prototype;
  const wanted = new Promise((done) => {
    if (new URLSearchParams(location.search).has("q") || new URLSearchParams(location.search).has("h")) done(true);
    document.addEventListener("focusin", (event) => {
      if (/** @type {Element} */ (event.target).matches(".md-search__input, #ask")) load().then(() => done(true));
    });
    document.addEventListener("change", (event) => /** @type {Element} */ (event.target).id === "__search" && done(true));
  });
  XMLHttpRequest.prototype.open = function (/** @type {any[]} */ ...given) {
    /** @type {any} */ (this).waits = new URL(given[1], location.href).pathname.endsWith("/search/search_index.json");
    return open.apply(this, /** @type {any} */ (given));
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (/** @type {any} */ (this).waits) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
})();
