// What repeats stands in the index once, so that it is small. Here the entries that the theme reads are made of it. This stands before
// the theme's worker, and so it gets the index first.

/**
 * An entry of the index. Every text in it is HTML. An empty name at the beginning of names or words stands for the title.
 *
 * @typedef {{location: string, title: string, text: string, names?: string, words?: string, boost?: number}} SearchEntry
 */

/**
 * The first entry also has what belongs to technologies: of each one text with packages, in which a part between two bars belongs to
 * a feature; the text of its last section; and the sections that all of them have.
 *
 * @typedef {SearchEntry & {packages?: Record<number, string>, facts?: string[], sections?: SearchEntry[]}} PackedEntry
 */

/** The theme's message that brings the index. */
const SETUP = 0;

/** Stands for the name of a technology. */
const ONE = "{technology}";

/** Stands for the names of all technologies. */
const ALL = "{technologies}";

/** Stands before official packages. The others are of the community. */
const OFFICIAL = /^!/u;

/** In a copy, the address of a page ends in the name of its file. */
const TECHNOLOGY = /^technologies\/[\w-]+\/(?:index\.html)?$/u;

/** Where a feature is defined. */
const DEFINED = /^features\/[\w-]+\/.*#/u;

const BOOST = 1.15;

/**
 * The entries that the theme reads. What belongs to a technology stands behind its page.
 *
 * @param {PackedEntry[]} packed
 * @returns {SearchEntry[]}
 */
function unpacked([first, ...others]) {
  if (!first) {
    return [];
  }
  const { packages = {}, facts = [], sections = [], ...home } = first;
  const entries = [home, ...others];
  const technologies = entries.filter(({ location }) => TECHNOLOGY.test(location));
  const features = entries.filter(({ location }) => DEFINED.test(location));
  const all = technologies.map(({ title }) => title).join(", ");
  return entries.flatMap((entry) => {
    const place = technologies.indexOf(entry);
    const own = place < 0 ? [] : [...sectionsOf(entry, sections, facts[place]), ...packageRows(entry, packages[place], features)];
    return [whole(entry, all), ...own];
  });
}

/**
 * The entry with all of its names.
 *
 * @param {SearchEntry} entry
 * @param {string} all
 * @returns {SearchEntry}
 */
function whole(entry, all) {
  const { title, text, names, words } = entry;
  /** @param {string} [known] */
  const named = (known) => known?.replace(/^(?=,|$)/u, () => title).replace(ALL, () => all);
  return { ...entry, text: text.replace(ALL, () => all), names: named(names), words: named(words) };
}

/**
 * The sections of a technology.
 *
 * @param {SearchEntry} page
 * @param {SearchEntry[]} sections
 * @param {string} [facts]
 */
function sectionsOf(page, sections, facts = "") {
  return sections.map(({ location, title, ...section }, place) => ({
    ...section,
    location: page.location + location,
    title: title.replace(ONE, () => page.title),
    text: place === sections.length - 1 ? facts : "",
  }));
}

/**
 * The rows of a technology that name packages.
 *
 * @param {SearchEntry} page
 * @param {string | undefined} packages
 * @param {SearchEntry[]} features
 */
function packageRows(page, packages, features) {
  const parts = packages?.split("|") ?? [];
  return features.flatMap(({ location, title }, place) => {
    const part = parts[place] ?? "";
    const level = OFFICIAL.test(part) ? "official package" : "community package";
    const text = `${title} in ${page.title}, ${level}`;
    const row = page.location + location.slice(location.indexOf("#"));
    return part ? [{ location: row, title: part.replace(OFFICIAL, "").replaceAll(",", ", "), text, boost: BOOST }] : [];
  });
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    data.docs = unpacked(data.docs);
  }
});
