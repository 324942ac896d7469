// The pages nearest to an address at which there is none. Nothing here touches the page.

/**
 * A place that can be offered.
 *
 * @typedef {object} Place
 * @property {string} address Relative to the root of the site.
 * @property {string} title
 * @property {string[]} names Other names, aliases and everyday words.
 */

/**
 * A place and how far it is from what was asked for: 0 is the same name.
 *
 * @typedef {{place: Place, distance: number}} Near
 */

const MOST_OFFERS = 5;
const LONGEST_NAME = 60;
const JOINING = new Set(["vs", "versus", "and", "or"]);
const WORD_DISTANCE = 10;
const SHORT = 5;

/**
 * The parts of the address that was asked for, in lower case, without the root of the site and endings of files.
 *
 * @param {string} pathname
 * @param {string} root Begins and ends with a slash.
 */
function askedParts(pathname, root) {
  const path = pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
  const parts = decoded(path).toLowerCase().split("/");
  const named = parts.map((part) => part.replace(/\.(html?|md|php)$/, "").trim());
  return named.filter((part) => part && part !== "index" && part !== "404");
}

/**
 * What a percent-encoded path says. As it stands where the encoding is broken.
 *
 * @param {string} path
 */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Up to five places: the pair that was meant, then those of the same or nearly the same name, then the page above.
 *
 * @param {Place[]} places
 * @param {string[]} parts
 * @param {boolean} paired whether every pair has a page
 */
function nearestPlaces(places, parts, paired) {
  const last = parts.at(-1) ?? "";
  if (!last) {
    return [];
  }
  const folder = `${parts[0]}/`;
  const near = last.length > LONGEST_NAME ? [] : nearBy(places, last, folder);
  const above = placeAbove(places, parts);
  const kept = near.slice(0, MOST_OFFERS - (above ? 1 : 0));
  const found = [...pairOf(places, last, paired), ...kept, ...(above ? [above] : [])];
  return found.filter((place, index) => found.findIndex((other) => other.address === place.address) === index)
    .slice(0, MOST_OFFERS);
}

/**
 * Places by their distance. Of equals, those in the folder that was asked for come first.
 *
 * @param {Place[]} places
 * @param {string} asked
 * @param {string} folder
 */
function nearBy(places, asked, folder) {
  /** @param {Near} near */
  const elsewhere = (near) => Number(!near.place.address.startsWith(folder));
  return places
    .map((place) => ({ place, distance: distanceOf(place, asked) }))
    .filter((near) => near.distance < Infinity)
    .sort((one, other) => one.distance - other.distance || elsewhere(one) - elsewhere(other))
    .map((near) => near.place);
}

/**
 * How far a place is from the words: 0 for one of its names, the number of typing mistakes, or more where only one
 * word is such a name. Infinite for any other.
 *
 * @param {Place} place
 * @param {string} asked
 */
function distanceOf(place, asked) {
  const names = namesOf(place);
  const wanted = plainName(asked);
  const typed = Math.min(...names.map((name) => mistakes(name, wanted)));
  if (typed < Infinity) {
    return typed;
  }
  const words = asked.split(/[^\p{L}\p{N}.]+/u).filter((word) => !JOINING.has(word)).map(plainName);
  return words.some((word) => word.length > 1 && names.includes(word)) ? WORD_DISTANCE : Infinity;
}

/**
 * All that a place is called, ready to compare: title, id, other names.
 *
 * @param {Place} place
 */
function namesOf(place) {
  const id = place.address.split(/[/#]/).filter(Boolean).at(-1) ?? "";
  return [place.title, id, ...place.names].map(plainName).filter(Boolean);
}

/**
 * Letters and digits only: "Node.js", "node-js" and "nodejs" are the same.
 *
 * @param {string} name
 */
function plainName(name) {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * How many letters have to be added, removed, changed or swapped. Infinite for more than one in four. In a word of
 * less than five letters, none may be changed: that makes another word of it.
 *
 * @param {string} one
 * @param {string} other
 */
function mistakes(one, other) {
  const longest = Math.max(one.length, other.length);
  const most = Math.floor(longest / 4);
  const changed = longest < SHORT ? Infinity : 1;
  if (one === other) {
    return 0;
  }
  if (Math.abs(one.length - other.length) > most) {
    return Infinity;
  }
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : changed;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const least = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + change);
      next.push(swapped ? Math.min(least, at(before, j - 2) + 1) : least);
    }
    [before, row] = [row, next];
  }
  return at(row, other.length) <= most ? at(row, other.length) : Infinity;
}

/**
 * @param {number[]} row
 * @param {number} index
 */
function at(row, index) {
  return row[index] ?? Infinity;
}

/**
 * The page that compares two technologies, if the words are the names of two: "flask-vs-django". The ids in its
 * address are in alphabetical order. Where not every pair has a page, their comparison that is put together by script.
 *
 * @param {Place[]} places
 * @param {string} asked
 * @param {boolean} paired whether every pair has a page
 * @returns {Place[]}
 */
function pairOf(places, asked, paired) {
  const words = asked.slice(0, 2 * LONGEST_NAME).split(/[^\p{L}\p{N}.]+/u).filter(Boolean);
  for (let end = 1; end < words.length; end += 1) {
    const start = JOINING.has(words[end] ?? "") ? end + 1 : end;
    const [one, other] = [words.slice(0, end), words.slice(start)].map((name) => technologyOf(places, name.join("")));
    if (one && other && one !== other) {
      const [first, second] = one.address < other.address ? [one, other] : [other, one];
      const ids = [first, second].map((place) => place.address.split("/")[1]);
      const address = paired ? `compare/${ids.join("-vs-")}/` : `compare/#ids=${ids.join(",")}`;
      return [{ address, title: `${first.title} and ${second.title}`, names: [] }];
    }
  }
  return [];
}

/**
 * The technology of a name, or of nearly that name.
 *
 * @param {Place[]} places
 * @param {string} name
 */
function technologyOf(places, name) {
  const technologies = places.filter((place) => /^technologies\/./.test(place.address));
  return nearBy(technologies, name, "").find((place) => distanceOf(place, name) < WORD_DISTANCE);
}

/**
 * The nearest page above the address: the list of technologies for one that is not there.
 *
 * @param {Place[]} places
 * @param {string[]} parts
 */
function placeAbove(places, parts) {
  for (let end = parts.length; end > 0; end -= 1) {
    const address = `${parts.slice(0, end).join("/")}/`;
    const found = places.find((place) => place.address === address);
    if (found) {
      return found;
    }
  }
  return undefined;
}
