/** Offers the words that fit under an editor. Only the arrow keys go into the list, so that Tab and Enter stay what they are. */
import { fitting } from "./completion.js";
import { element } from "./elements.js";

/**
 * @param {HTMLTextAreaElement} editor
 * @param {HTMLElement} list
 * @param {import("./completion.js").Schema} schema
 */
export function complete(editor, list, schema) {
  let at = -1;
  let from = 0;

  function offer() {
    const found = fitting(editor.value, editor.selectionStart, schema);
    from = found.from;
    list.replaceChildren(...found.words.map(option));
    list.hidden = !found.words.length;
    mark(-1);
  }

  /** @param {string} word @param {number} place */
  function option(word, place) {
    const made = element("li", { role: "option", id: `${list.id}-${place}`, "aria-selected": "false" }, word);
    made.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(word);
    });
    return made;
  }

  /** @param {number} place */
  function mark(place) {
    at = place;
    [...list.children].forEach((each, number) => each.setAttribute("aria-selected", String(number === at)));
    if (at < 0) editor.removeAttribute("aria-activedescendant");
    else editor.setAttribute("aria-activedescendant", list.children[at].id);
  }

  /** @param {string} word */
  function take(word) {
    editor.setRangeText(word, from, editor.selectionStart, "end");
    close();
  }

  function close() {
    list.hidden = true;
    mark(-1);
  }

  /** @param {KeyboardEvent} event */
  function typed(event) {
    if (event.ctrlKey && event.key === " ") offer();
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") mark((at + 1) % list.children.length);
    else if (event.key === "ArrowUp" && at >= 0) mark(at - 1);
    else if (event.key === "Enter" && at >= 0 && !event.ctrlKey) take(list.children[at].textContent ?? "");
    else {
      if (event.key === "Escape") close();
      return;
    }
    event.preventDefault();
  }

  editor.addEventListener("input", offer);
  editor.addEventListener("keydown", typed);
  editor.addEventListener("blur", close);
}
