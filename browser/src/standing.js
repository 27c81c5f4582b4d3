/** Whether figures of several groups may stand together: what was said of their kinds, not of each two of them. See standing.py. */

/** @typedef {import("./rows.js").Standing} Standing */
/** @typedef {{groups: number[], at: Map<string, number[]>, byDocument: Map<number, number[]>, byArea: Map<number, number[]>}} Kind groups of one kind */
/** @typedef {{against: {one: number, other: number, reason: string}[], care: string[]}} Verdict
 *    `against` has groups that may not stand together, with the reason if anybody gave one */

const MOST = 3; // reasons: more tell a reader nothing new

/** @param {Standing} standing @param {Iterable<number>} groups @returns {Verdict} */
export function together(standing, groups) {
  const kinds = [...grouped(groups, (group) => standing.kinds[group])].sort(([one], [other]) => one - other);
  const sides = kinds.map(([kind, own]) => ({ kind, ...placed(standing, own) }));
  const said = saidOf(standing);
  /** @type {Verdict} */
  const verdict = { against: [], care: [] };
  sides.forEach((one, at) => {
    for (const other of sides.slice(at)) {
      if (verdict.against.length >= MOST) return;
      if (one.kind < 0) unsaid(verdict, one.groups[0], one === other ? one.groups[1] : other.groups[0]);
      else for (const [documents, areas, ...pair] of met(standing, one, other)) judge(verdict, said(one.kind, other.kind, documents, areas), pair);
    }
  });
  return { against: verdict.against.slice(0, MOST), care: [...new Set(verdict.care)] };
}

/** Of kinds that nobody spoke of any two are kept apart. @param {Verdict} verdict @param {number} one @param {number | undefined} other */
function unsaid(verdict, one, other) {
  if (other !== undefined) verdict.against.push({ one, other, reason: "" });
}

/** @param {Verdict} verdict @param {[may: string, reason: string] | undefined} said @param {number[]} pair */
function judge(verdict, said, [one, other]) {
  if (said?.[0] === "yes") return;
  if (said?.[0] === "with_care") verdict.care.push(said[1]);
  else if (!said || !verdict.against.some(({ reason }) => reason === said[1])) verdict.against.push({ one, other, reason: said?.[1] ?? "" });
}

/** What was said of two kinds whose documents and areas are the same or others. @param {Standing} standing */
function saidOf(standing) {
  const rows = grouped(standing.said.flatMap((row) => (row[0] === row[1] ? [row] : [row, turn(row)])), ([one, other]) => `${one} ${other}`);
  return (/** @type {number} */ one, /** @type {number} */ other, /** @type {string} */ documents, /** @type {string} */ areas) => {
    const about = (rows.get(`${one} ${other}`) ?? []).find((row) => ["any", documents].includes(row[2]) && ["any", areas].includes(row[3]));
    return about && /** @type {[string, string]} */ ([about[4], about[5]]);
  };
}

/** @param {Standing["said"][number]} row @returns {Standing["said"][number]} */
const turn = ([one, other, ...rest]) => [other, one, ...rest];

/** @param {Standing} standing @param {number[]} groups @returns {Kind} */
function placed(standing, groups) {
  return {
    groups,
    at: grouped(groups, (group) => `${standing.documents[group]} ${standing.areas[group]}`),
    byDocument: grouped(groups, (group) => standing.documents[group]),
    byArea: grouped(groups, (group) => standing.areas[group]),
  };
}

/**
 * One pair for each way in which groups of two kinds meet. Each way costs no more than the groups there are.
 *
 * @param {Standing} standing @param {Kind} one @param {Kind} other
 * @returns {[documents: string, areas: string, one: number, other: number][]}
 */
function met({ documents, areas }, one, other) {
  /** @typedef {(group: number) => number[]} Near */
  /** @type {[string, string, Near][]} */
  const ways = [
    ["same", "same", (group) => other.at.get(`${documents[group]} ${areas[group]}`) ?? []],
    ["same", "other", (group) => other.byDocument.get(documents[group]) ?? []],
    ["other", "same", (group) => other.byArea.get(areas[group]) ?? []],
    ["other", "other", (group) => (apart(documents[group], areas[group], other) ? other.groups : [])],
  ];
  return ways.flatMap(([document, area, near]) => {
    const fits = (/** @type {number} */ group, /** @type {number} */ each) =>
      each !== group && (documents[each] === documents[group]) === (document === "same") && (areas[each] === areas[group]) === (area === "same");
    for (const group of one.groups) {
      const found = near(group).find((each) => fits(group, each));
      if (found !== undefined) return [/** @type {[string, string, number, number]} */ ([document, area, group, found])];
    }
    return [];
  });
}

/** Whether a kind has a group of another document and another area. @param {number} document @param {number} area @param {Kind} kind */
function apart(document, area, kind) {
  const many = (/** @type {number[] | undefined} */ groups) => groups?.length ?? 0;
  return kind.groups.length - many(kind.byDocument.get(document)) - many(kind.byArea.get(area)) + many(kind.at.get(`${document} ${area}`)) > 0;
}

/** @template Item, Key @param {Iterable<Item>} items @param {(item: Item) => Key} key @returns {Map<Key, Item[]>} */
function grouped(items, key) {
  /** @type {Map<Key, Item[]>} */
  const found = new Map();
  for (const item of items) {
    const there = found.get(key(item));
    if (there) there.push(item);
    else found.set(key(item), [item]);
  }
  return found;
}
