// The page that stands where there is none: it offers the nearest, and never goes there by itself.

/**
 * What the page brings. `paired`: whether every pair has a page.
 *
 * @typedef {{root: string, places: [string, string, string[]][], paired: boolean}} NotFoundData
 */

/** @param {NotFoundData} data */
function offerNearest({ root, places, paired }) {
  const parts = askedParts(location.pathname, root);
  const found = nearestPlaces(places.map(([address, title, names]) => ({ address, title, names })), parts, paired);
  const offers = found.map((place) => make("li", {}, makeLink(root + place.address, place.title)));
  part("not-found-offers").append(...offers);
  part("not-found-nearest").hidden = !offers.length;
  const words = (parts.at(-1) ?? "").replace(/[^\p{L}\p{N}.]+/gu, " ").trim();
  if (words && words.length <= LONGEST_NAME) {
    const search = makeLink(`${root}?q=${encodeURIComponent(words)}`, `Search for \u201c${words}\u201d`);
    part("not-found-ways").append(make("li", {}, search));
  }
}

const notFoundData = document.getElementById("not-found-data");
if (notFoundData) {
  offerNearest(JSON.parse(notFoundData.textContent ?? ""));
}
