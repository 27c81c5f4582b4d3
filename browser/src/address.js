/** What is asked stands behind the # of the address, so that it can be shared. It is never sent to a server. */

export const LONGEST = 8_000; // letters

/**
 * What stands in an address. One that is broken or too long says nothing.
 *
 * @param {string} hash
 * @returns {URLSearchParams}
 */
export function read(hash) {
  return new URLSearchParams(hash.length > LONGEST ? "" : hash.replace(/^#/, ""));
}

/** Put it into the address of the page, without a new entry in the history. @param {URLSearchParams} asked */
export function write(asked) {
  const said = asked.toString();
  history.replaceState(null, "", said ? `#${said}` : location.pathname + location.search);
}
