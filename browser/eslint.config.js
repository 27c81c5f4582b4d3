// The libraries stand in .venv/browser, so they are named by their place.
import js from "../.venv/browser/node_modules/@eslint/js/src/index.js";
import globals from "../.venv/browser/node_modules/globals/index.js";

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-eval": "error", "no-implied-eval": "error" },
  },
  {
    // text stays text: what is written into a page is never read as HTML
    files: ["src/**"],
    rules: { "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property }))] },
  },
];
