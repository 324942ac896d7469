// What is said about the chosen technologies as a whole.

/**
 * What has to be said where kinds differ. The sentences are those of the pages of pairs.
 *
 * @param {Option[]} chosen
 * @param {Option[]} all
 * @param {CompareJson["mismatch"]} sentences
 * @returns {Node[]}
 */
function mismatch(chosen, all, sentences) {
  const kinds = new Set(chosen.map(({ kind }) => kind));
  if (kinds.size < 2 || kinds.has("")) {
    return [];
  }
  const text = filled(sentences.text, chosen.map(({ name, kind }) => `${name} is ${kind}`).join(", "));
  const title = make("p", {}, make("strong", {}, "Not the same kind of thing."));
  const runtimes = chosen.filter(({ runtime }) => runtime);
  if (!runtimes.length) {
    return [title, make("p", {}, `${text} ${sentences.frameworks}`)];
  }
  const frameworks = chosen.filter(({ runtime }) => !runtime).map(({ name }) => name);
  const instead = all.filter((option) => !option.runtime && runtimes.some(({ platform }) => platform === option.platform));
  const advice = filled(sentences.runtime, joinedNames(runtimes.map(({ name }) => name)), joinedNames(frameworks));
  const see = instead.flatMap(({ page, name }, at) => [at ? ", " : " See ", makeLink(page, name)]);
  return [title, make("p", {}, `${text} ${advice}`, ...(instead.length ? [...see, "."] : [` ${sentences.none}`]))];
}

/**
 * @param {string} sentence with {0}, {1}
 * @param {string[]} texts
 */
function filled(sentence, ...texts) {
  return sentence.replaceAll(/\{(\d)\}/g, (_, at) => texts[Number(at)] ?? "");
}

/** @param {string[]} names */
function joinedNames(names) {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join("");
}

/**
 * Links to the pages of the chosen pairs, which say the differences in words.
 *
 * @param {Option[]} chosen
 * @returns {Child[]}
 */
function pairPages(chosen) {
  const sorted = [...chosen].sort((one, other) => (one.id < other.id ? -1 : 1));
  const pairs = sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => ({ one, other })));
  const links = pairs.flatMap(({ one, other }, at) => [
    at ? ", " : "", makeLink(`${one.id}-vs-${other.id}/`, `${one.name} and ${other.name}`),
  ]);
  return links.length ? ["The differences in words: ", ...links, "."] : [];
}
