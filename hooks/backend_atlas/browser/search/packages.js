// Most places that the search knows are rows that name a package. The first entry of the index has them for all technologies: of
// each one text, in which a part between two bars belongs to a feature, and is a letter for the level and the names. Here each part
// becomes an entry of its own. This stands before the theme's worker, and so it gets the index first.

/**
 * An entry of the index. Every text in it is HTML.
 *
 * @typedef {{location: string, title: string, text: string, boost?: number, packages?: string[]}} SearchEntry
 */

/** The theme's message that brings the index. */
const SETUP = 0;

/** @type {Record<string, string>} */
const LEVELS = { o: "official package", c: "community package" };

/** In a copy, the address of a page ends in the name of its file. */
const TECHNOLOGY = /^technologies\/[\w-]+\/(?:index\.html)?$/u;

/** Where a feature is defined. */
const DEFINED = /^features\/[\w-]+\/.*#/u;

const BOOST = 1.15;

/** @param {SearchEntry | undefined} entry */
const pageOf = (entry) => entry?.location.split("#")[0] ?? "";

/**
 * The same entries, and those of packages. They stand behind the others of their page.
 *
 * @param {SearchEntry[]} entries
 * @returns {SearchEntry[]}
 */
function withPackages(entries) {
  const packages = entries[0]?.packages ?? [];
  const known = entries.map(({ packages: _, ...entry }) => entry);
  const technologies = known.filter(({ location }) => TECHNOLOGY.test(location));
  const features = known.filter(({ location }) => DEFINED.test(location));
  const rows = new Map(technologies.map((page, place) => [page.location, packageRows(page, packages[place] ?? "", features)]));
  return known.flatMap((entry, place) => {
    const page = pageOf(entry);
    return page === pageOf(known[place + 1]) ? [entry] : [entry, ...(rows.get(page) ?? [])];
  });
}

/**
 * The rows of a technology that name packages.
 *
 * @param {SearchEntry} page
 * @param {string} packages
 * @param {SearchEntry[]} features
 */
function packageRows(page, packages, features) {
  const parts = packages.split("|");
  return features.flatMap(({ location, title }, place) => {
    const [level = "", ...names] = parts[place] ?? "";
    const text = `${title} in ${page.title}, ${LEVELS[level]}`;
    const row = page.location + location.slice(location.indexOf("#"));
    return level ? [{ location: row, title: names.join("").replaceAll(",", ", "), text, boost: BOOST }] : [];
  });
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    data.docs = withPackages(data.docs);
  }
});
