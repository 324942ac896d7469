// The basis as the engine reads it, and answers as text. As `basis.py` and `answers.py`.

/** Answers to one question. */
const MOST = 40;

/** Characters that are read at all. */
const LONGEST = 4000;

const WEIGHT = "weight";
const META = ["v", "d", "r"];
const RECORDED = /^[a-z]+(-[a-z]+)?(~[a-z0-9-]+(,[a-z0-9-]+)*)?$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const ESCAPES = new Map([["%2c", ","], ["%7e", "~"], ["%3d", "="], ["%26", "&"]]);

/**
 * Fills in what the JSON leaves out. Whatever a reader's text may name is a Map, so `__proto__` is just unknown.
 *
 * @param {BasisJson} json
 * @returns {Basis}
 */
function prepareBasis(json) {
  const questions = json.questions.map(prepareQuestion);
  const measures = json.measures.map((measure) => (
    { ...measure, address: measure.address ?? "", fact: measure.fact ?? "", values: mapOf(measure.values) }
  ));
  const features = measures.filter(({ fact }) => !fact).map(({ id }) => id);
  return {
    ...json,
    rules: prepareRules(json.rules),
    levels: mapOf(json.levels),
    strengths: mapOf(json.strengths),
    questions,
    measures,
    options: (json.options ?? []).map((option) => prepareOption(option, features)),
    question: byId(questions),
    measure: byId(measures),
  };
}

/**
 * @param {RulesJson} json
 * @returns {Rules}
 */
function prepareRules(json) {
  return {
    levels: mapOf(json.levels),
    swings: mapOf(json.swings),
    strengths: mapOf(json.strengths),
    samples: json.samples,
    factors: json.factors,
    draws: json.draws ?? 0,
    clearGap: json.clear_gap,
    clearShare: json.clear_share,
    aheadShare: json.ahead_share,
    closeShare: json.close_share,
  };
}

/**
 * @param {QuestionJson} json
 * @returns {Question}
 */
function prepareQuestion(json) {
  const choices = (json.choices ?? []).map(prepareChoice);
  const { id, title, question, weight, strengths = [], any_of: anyOf = false, edits = "" } = json;
  return { id, title, question, weight, choices, strengths, anyOf, edits, byId: byId(choices) };
}

/**
 * @param {ChoiceJson} json
 * @returns {Choice}
 */
function prepareChoice(json) {
  const { id, label, criterion = "", requires = [], weight = null, until = "" } = json;
  return { id, label, criterion, loads: mapOf(json.loads), requires, weight, until };
}

/**
 * @param {OptionJson} json
 * @param {string[]} features in the order of the cells
 * @returns {Technology}
 */
function prepareOption(json, features) {
  const { id, name, address, supported = "", line = "", alone = false } = json;
  const known = features.map((feature, place) => /** @type {const} */ ([feature, prepareCell(json.cells[place])]));
  const cells = new Map(known.filter(([, cell]) => cell.level));
  const facts = mapOf(json.facts, (fact) => ({ terms: [], words: "", source: null, ...fact }));
  return { id, name, address, cells, facts, supported, line, alone };
}

/**
 * @param {CellJson} json
 * @returns {Cell}
 */
function prepareCell([level = "", url = "", checked = "", name = "", spare = 0, lowered = 0]) {
  return { level, lowered, package: name, spare, source: url ? { url, checked } : null };
}

/**
 * @template T
 * @template {unknown} [U=T]
 * @param {Record<string, T> | undefined} json
 * @param {(value: T) => U} [prepare]
 * @returns {Map<string, U>}
 */
function mapOf(json, prepare = (value) => /** @type {U} */ (/** @type {unknown} */ (value))) {
  return new Map(Object.entries(json ?? {}).map(([key, value]) => [key, prepare(value)]));
}

/**
 * @template {{id: string}} T
 * @param {T[]} items
 * @returns {Map<string, T>}
 */
function byId(items) {
  return new Map(items.map((item) => [item.id, item]));
}

/**
 * The value of a key that is known to be there.
 *
 * @template K, V
 * @param {Map<K, V>} map
 * @param {K} key
 * @returns {V}
 */
function at(map, key) {
  const found = map.get(key);
  if (found === undefined) {
    throw new RangeError(`unknown: ${key}`);
  }
  return found;
}

/**
 * What a map holds for a key; made and kept if it is not there yet.
 *
 * @template K, V
 * @param {{get(key: K): V | undefined, set(key: K, value: V): unknown}} map
 * @param {K} key
 * @param {() => V} make
 * @returns {V}
 */
function remembered(map, key, make) {
  let found = map.get(key);
  if (found === undefined) {
    found = make();
    map.set(key, found);
  }
  return found;
}

/**
 * The order of ids. They are ASCII, so the order of UTF-16 units is that of Python.
 *
 * @param {string} one
 * @param {string} other
 */
function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}

/**
 * @param {Picked} one
 * @param {Picked} other
 */
function comparePicks(one, other) {
  return compare(one.choice, other.choice) || compare(one.strength, other.strength);
}

/**
 * The same map in the order of its keys.
 *
 * @template V
 * @param {Map<string, V>} map
 */
function sortedMap(map) {
  return new Map([...map].sort(([one], [other]) => compare(one, other)));
}

/** What was answered. Questions that are not here are "not sure". */
class Answers {
  /**
   * @param {Map<string, Picked[]>} picks question to its answers, each sorted
   * @param {Map<string, string>} weights question to a swing, where the reader changed its weight
   */
  constructor(picks = new Map(), weights = new Map()) {
    this.picks = picks;
    this.weights = weights;
  }

  /**
   * The same with another answer to one question; no picks is "not sure".
   *
   * @param {string} question
   * @param {Picked[]} picks
   */
  but(question, picks) {
    const changed = new Map(this.picks);
    changed.delete(question);
    if (picks.length) {
      changed.set(question, [...picks].sort(comparePicks));
    }
    return new Answers(changed, this.weights);
  }

  /** In canonical order, without version and date. */
  get text() {
    const parts = new Map([...this.picks].map(([name, picks]) => [name, picks.map(pickText).join()]));
    if (this.weights.size) {
      parts.set(WEIGHT, [...sortedMap(this.weights)].map(([name, swing]) => `${name}~${swing}`).join());
    }
    return [...sortedMap(parts)].map(([name, part]) => `${name}=${part}`).join("&");
  }
}

/**
 * As it stands in a link.
 *
 * @param {Picked} pick
 */
function pickText(pick) {
  return pick.strength ? `${pick.choice}~${pick.strength}` : pick.choice;
}

/**
 * Reads answers. Never fails: what is unknown, garbled or too much is left out.
 *
 * @param {string} text
 * @param {Basis} basis
 * @returns {Reading}
 */
function read(text, basis) {
  if (longerThan(text, LONGEST)) {
    return unread([text]);
  }
  const decoded = text.replace(/^#/, "").replace(/%(2c|7e|3d|26)/gi, (found) => at(ESCAPES, found.toLowerCase()));
  const parts = decoded.split("&").filter(Boolean);
  if (parts.some((part) => part.startsWith("v=") && part !== `v=${basis.version}`)) {
    return unread(parts);
  }
  const reader = new Reader(basis);
  parts.forEach((part) => reader.part(part));
  return {
    answers: new Answers(sortedMap(reader.picks), sortedMap(reader.weights)),
    ignored: reader.ignored,
    recorded: reader.meta.get("r") ?? "",
    released: reader.meta.get("d") ?? "",
  };
}

/**
 * @param {string[]} parts
 * @returns {Reading}
 */
function unread(parts) {
  return { answers: new Answers(), ignored: parts.map(shortened), recorded: "", released: "" };
}

class Reader {
  /** @param {Basis} basis */
  constructor(basis) {
    this.basis = basis;
    /** @type {Map<string, Picked[]>} */
    this.picks = new Map();
    /** @type {Map<string, string>} */
    this.weights = new Map();
    /** @type {Map<string, string>} */
    this.meta = new Map();
    /** @type {string[]} */
    this.ignored = [];
  }

  /** @param {string} part */
  part(part) {
    const [key, value] = partition(part, "=");
    const question = this.basis.question.get(key);
    if (META.includes(key)) {
      this.readMeta(key, value, part);
    } else if (this.picks.has(key) || (key === WEIGHT && this.weights.size)) {
      this.ignore(part);
    } else if (key === WEIGHT) {
      this.weights = this.readWeights(value);
    } else if (question) {
      const picks = this.readPicks(question, value);
      if (picks.length) {
        this.picks.set(key, picks.sort(comparePicks));
      }
    } else {
      this.ignore(part);
    }
  }

  /**
   * @param {string} key
   * @param {string} value
   * @param {string} part
   */
  readMeta(key, value, part) {
    const valid = key === "v" ? value === this.basis.version : (key === "d" ? DATE : RECORDED).test(value);
    if (this.meta.has(key) || !valid) {
      this.ignore(part);
    } else {
      this.meta.set(key, value);
    }
  }

  /**
   * @param {Question} question
   * @param {string} value
   */
  readPicks(question, value) {
    /** @type {Map<string, Picked>} */
    const found = new Map();
    const graded = question.strengths.length > 0;
    for (const item of value.split(",")) {
      const [choice, strength] = partition(item, "~");
      const known = question.byId.has(choice) && (graded ? question.strengths.includes(strength) : strength === "");
      const full = found.size >= (graded ? MOST : 1);
      if (!known || full || found.has(choice) || item.endsWith("~")) {
        this.ignore(`${question.id}=${item}`);
      } else {
        found.set(choice, { choice, strength });
      }
    }
    return [...found.values()];
  }

  /** @param {string} value */
  readWeights(value) {
    /** @type {Map<string, string>} */
    const found = new Map();
    for (const item of value.split(",")) {
      const [name, swing] = partition(item, "~");
      const question = this.basis.question.get(name);
      if (!question || question.edits || found.has(name) || !this.basis.rules.swings.has(swing)) {
        this.ignore(`${WEIGHT}=${item}`);
      } else {
        found.set(name, swing);
      }
    }
    return found;
  }

  /** @param {string} part */
  ignore(part) {
    this.ignored.push(shortened(part));
  }
}

/**
 * What stands before and after the first separator.
 *
 * @param {string} text
 * @param {string} separator
 * @returns {[string, string]}
 */
function partition(text, separator) {
  const place = text.indexOf(separator);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + separator.length)];
}

/**
 * Whether a text has more characters than that, counted as Python does. Looks at no more of it than it must.
 *
 * @param {string} text
 * @param {number} most
 */
function longerThan(text, most) {
  return text.length > most && characters(text, most + 1).length > most;
}

/**
 * The first characters of a text, which may be one or two UTF-16 units each.
 *
 * @param {string} text
 * @param {number} most
 */
function characters(text, most) {
  return Array.from(text.slice(0, 2 * most)).slice(0, most);
}

/** @param {string} text */
function shortened(text) {
  return longerThan(text, 40) ? `${characters(text, 39).join("")}…` : text;
}
