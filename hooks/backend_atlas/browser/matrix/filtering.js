// Which technologies meet what a reader asks for, in which order, and why the others do not.

/**
 * @typedef {{
 *   id: string, name: string, words: string, page: string, column: string, facts: Record<string, string[]>,
 *   latest: string, ends: string, answers: string, flags: Record<string, string[]>, packages: Record<string, string>,
 * }} Listed
 * @typedef {{columns: number, levels: Record<string, string>, features: string[], technologies: Listed[]}} FilterJson
 * @typedef {{feature: string, not: boolean, levels: string[]}} FeatureCondition
 * @typedef {{
 *   name: string, facts: Map<string, string[]>, conditions: FeatureCondition[], whole: boolean, sort: string,
 * }} Wanted
 * @typedef {{technology: Listed, reason: string}} LeftOut
 */

/** The technologies with their answers. */
class Filtering {
  /** @param {FilterJson} json */
  constructor(json) {
    this.technologies = json.technologies;
    this.levels = Object.keys(json.levels);
    this.labels = json.levels;
    this.places = new Map(json.features.map((id, place) => [id, place]));
    /** @type {Map<string, string>} what a value of a fact, or a feature, is called; the page fills it */
    this.names = new Map();
  }

  /**
   * @param {Listed} technology
   * @param {string} feature
   */
  level(technology, feature) {
    return this.levels[Number(technology.answers[this.places.get(feature) ?? -1])] ?? "unknown";
  }

  /**
   * What is compared; empty where it is unknown, which differs from everything.
   *
   * @param {Listed} technology
   * @param {string} feature
   */
  comparable(technology, feature) {
    const level = this.level(technology, feature);
    const flags = (technology.flags[feature] ?? []).filter((flag) => flag !== "vendor");
    return level === "unknown" ? "" : [level, ...flags].join(" ");
  }

  /** @param {Wanted} wanted */
  apply(wanted) {
    const meant = finder(wanted.name);
    /** @type {Listed[]} */
    const left = [];
    /** @type {LeftOut[]} */
    const out = [];
    for (const technology of this.technologies) {
      const reason = meant(technology.words) ? this.reason(technology, wanted) : "another name";
      if (reason === null) {
        left.push(technology);
      } else {
        out.push({ technology, reason });
      }
    }
    return { left: this.sorted(left, wanted.sort), out };
  }

  /**
   * The first thing that stands in the way of a technology, or null.
   *
   * @param {Listed} technology
   * @param {Wanted} wanted
   */
  reason(technology, wanted) {
    for (const [fact, values] of wanted.facts) {
      const own = technology.facts[fact] ?? [];
      if (!own.some((value) => values.includes(value))) {
        return own.map((value) => this.names.get(`${fact} ${value}`) ?? value).join(", ");
      }
    }
    const failed = wanted.conditions.find((condition) => !this.meets(technology, condition, wanted.whole));
    return failed ? this.answer(technology, failed.feature) : null;
  }

  /**
   * An unknown answer meets no condition, unless the condition asks for it: unknown is neither yes nor no.
   *
   * @param {Listed} technology
   * @param {FeatureCondition} condition
   * @param {boolean} whole
   */
  meets(technology, { feature, not, levels }, whole) {
    const level = this.level(technology, feature);
    if (level === "unknown" && !levels.includes("unknown")) {
      return false;
    }
    const partial = whole && !not && (technology.flags[feature] ?? []).includes("partial");
    return levels.includes(level) !== not && !partial;
  }

  /**
   * @param {Listed} technology
   * @param {string} feature
   */
  answer(technology, feature) {
    const level = this.labels[this.level(technology, feature)] ?? "";
    const aside = [technology.packages[feature], ...(technology.flags[feature] ?? [])].filter(Boolean).join(", ");
    return `${this.names.get(feature) ?? feature}: ${lowerFirst(level)}${aside && ` (${aside})`}`;
  }

  /**
   * Equal ones keep the order of the alphabet. Whatever has no date comes last.
   *
   * @param {Listed[]} technologies
   * @param {string} sort
   */
  sorted(technologies, sort) {
    /** @param {Listed} technology */
    const rank = (technology) => this.levels.indexOf(this.level(technology, sort));
    if (sort === "latest" || sort === "ends") {
      return [...technologies].sort((a, b) => compareTexts(b[sort], a[sort]));
    }
    return this.places.has(sort) ? [...technologies].sort((a, b) => rank(a) - rank(b)) : technologies;
  }
}

/**
 * @param {string} a
 * @param {string} b
 */
function compareTexts(a, b) {
  return Number(a > b) - Number(a < b);
}

/** @param {string} text */
function lowerFirst(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
