// Explains an acronym of the glossary where it first stands in the text: a button, so that keys and fingers reach it too.
(() => {
  const text = document.querySelector("#main .sf");
  const words = window.glossaryWords;
  if (!text || !words || !("popover" in HTMLElement.prototype)) return;
  const LEFT = "a, button, summary, h1, h2, h3, code, pre, svg, script, form, nav, .copy, [popover]";
  const acronym = /\b[A-Z]{2,6}\b/g;
  const met = new Set();
  const home = new URL("../glossary.html", document.currentScript.src).href;

  function explained(word) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "word", textContent: word });
    const said = Object.assign(document.createElement("span"), { popover: "auto", className: "meaning", id: `_meaning_${word}` });
    const more = Object.assign(document.createElement("a"), { href: `${home}#${words[word][1]}`, textContent: "Glossary" });
    said.append(`${words[word][0]} `, more);
    button.setAttribute("popovertarget", said.id);
    button.addEventListener("click", () => {
      const at = button.getBoundingClientRect();
      said.style.setProperty("--left", `${Math.max(8, Math.min(at.left, innerWidth - 300))}px`);
      said.style.setProperty("--top", `${at.bottom + 4}px`);
    });
    return [button, said];
  }

  function mark(node) {
    const found = [...node.data.matchAll(acronym)].find(([word]) => Object.hasOwn(words, word) && !met.has(word));
    if (!found) return;
    met.add(found[0]);
    const rest = node.splitText(found.index);
    rest.data = rest.data.slice(found[0].length);
    rest.before(...explained(found[0]));
    mark(rest);
  }

  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    acronym.lastIndex = 0;
    if (acronym.test(walker.currentNode.data) && !walker.currentNode.parentElement.closest(LEFT)) nodes.push(walker.currentNode);
  }
  nodes.forEach(mark);
})();
