/* The index of the search is fetched when somebody is about to search, not on every page. */
(() => {
  const { open, send } = XMLHttpRequest.prototype;
  const wanted = new Promise((done) => {
    if (new URLSearchParams(location.search).has("q")) done();
    document.addEventListener("focusin", (event) => event.target.matches(".md-search__input, #ask") && done());
    document.addEventListener("change", (event) => event.target.id === "__search" && done());
  });
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.isIndex = new URL(url, location.href).pathname.endsWith("/search/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (this.isIndex) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
})();
