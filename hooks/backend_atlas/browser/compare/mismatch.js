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
  const frameworks = chosen.filter(({ runtime }) => !runtime);
  const instead = all.filter((option) => !chosen.includes(option) && !option.runtime && isOn(option, runtimes));
  const see = instead.flatMap((option, at) => [at ? ", " : " See ", closer(option, frameworks)]);
  const advice = runtimeAdvice(runtimes, frameworks, instead.length > 0, sentences);
  return [title, make("p", {}, [text, ...advice].join(" "), ...(instead.length ? [...see, "."] : []))];
}

/**
 * What a runtime beside frameworks means: those that it runs add to it, others are better compared with one of those.
 *
 * @param {Option[]} runtimes
 * @param {Option[]} frameworks
 * @param {boolean} others whether there are other frameworks on the runtimes
 * @param {CompareJson["mismatch"]} sentences
 * @returns {string[]}
 */
function runtimeAdvice(runtimes, frameworks, others, sentences) {
  const hosted = frameworks.filter((option) => isOn(option, runtimes));
  const strangers = frameworks.filter((option) => !hosted.includes(option));
  const under = runtimes.filter((runtime) => isOn(runtime, hosted));
  const names = (/** @type {Option[]} */ options) => joinedNames(options.map(({ name }) => name));
  return [
    ...(hosted.length ? [filled(sentences.hosted, names(under), names(hosted))] : []),
    ...(strangers.length ? [filled(sentences.runtime, names(runtimes), names(strangers))] : []),
    ...(hosted.length || others ? [] : [sentences.none]),
  ];
}

/**
 * Whether it has the platform of one of them.
 *
 * @param {Option} option
 * @param {Option[]} others
 */
function isOn(option, others) {
  return option.platform !== "" && others.some(({ platform }) => platform === option.platform);
}

/**
 * A link to the comparison with a framework, if one was chosen; otherwise to the technology itself.
 *
 * @param {Option} option
 * @param {Option[]} frameworks
 */
function closer(option, frameworks) {
  const [one] = frameworks;
  if (!one || frameworks.length > 1) {
    return makeLink(option.page, option.name);
  }
  const name = `${one.name} and ${option.name}`;
  return pairPage(one, option, name) ?? makeLink(`#ids=${one.id},${option.id}`, name);
}

/**
 * A link to the page of a pair. Where there are very many technologies, not every pair has one: those that have are
 * listed on this page.
 *
 * @param {Option} one
 * @param {Option} other
 * @param {string} name
 */
function pairPage(one, other, name) {
  const address = `${[one.id, other.id].sort().join("-vs-")}/`;
  return document.querySelector(`.pairs a[href^="${address}"]`) ? makeLink(address, name) : undefined;
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
 * Links to the pages of the chosen pairs, as far as there are any. They say the differences in words.
 *
 * @param {Option[]} chosen
 * @returns {Child[]}
 */
function pairPages(chosen) {
  const sorted = [...chosen].sort((one, other) => (one.id < other.id ? -1 : 1));
  const pairs = sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => ({ one, other })));
  const pages = pairs.flatMap(({ one, other }) => pairPage(one, other, `${one.name} and ${other.name}`) ?? []);
  const links = pages.flatMap((page, at) => [at ? ", " : "", page]);
  return links.length ? ["The differences in words: ", ...links, "."] : [];
}
