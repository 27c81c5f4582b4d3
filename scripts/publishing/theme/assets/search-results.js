/* The theme shows a result's keywords as a landmark without a name, one a result. They are a list of words, not a landmark. */
(() => {
  const results = document.querySelector(".md-search-result__list");
  if (!results) return;
  const unname = () => results.querySelectorAll("nav.md-tags").forEach((each) => each.setAttribute("role", "presentation"));
  new MutationObserver(unname).observe(results, { childList: true, subtree: true });
})();
