// A result in sentences. As `words.py`. Plain text: whoever shows it sets it as text.

const REASONS = 3;
const NOTABLE = 6;

/** @type {Record<Verdict, string>} */
const VERDICTS = {
  clear: "Clear",
  ahead: "Ahead",
  close: "Too close to call",
  tie: "Tie",
  "none fits": "None fits",
  "no answers": "No answers yet",
};

const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
];
const OTHER_WAYS = "Other ways out: keep what already runs, split the work so that each part has fewer conditions, "
  + "or buy the part that nothing provides.";

/** Sentences about results on one basis. */
class Words {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
    this.basis = engine.basis;
    this.options = byId(this.basis.options);
  }

  /** @param {string} option */
  name(option) {
    return at(this.options, option).name;
  }

  /** @param {string[]} options */
  names(options) {
    return series(options.map((option) => this.name(option)));
  }

  /** @param {string[]} criteria */
  criterion(criteria) {
    return criteria.map((criterion) => at(this.basis.measure, criterion).name).join(" or ");
  }

  /** @param {string} question */
  answer(question) {
    return at(this.basis.question, question).title;
  }

  /** @param {Condition} condition */
  condition(condition) {
    const origin = condition.least === "first-party" ? " from the project itself" : "";
    return `${this.criterion(condition.criteria)}${origin} (${this.answer(condition.question)})`;
  }

  /**
   * What a technology has to show for a criterion.
   *
   * @param {string} option
   * @param {string[]} criteria
   */
  found(option, criteria) {
    return [...new Set(criteria.map((criterion) => this.cell(at(this.options, option), criterion)))].join("; ");
  }

  /**
   * @param {Technology} option
   * @param {string} criterion
   */
  cell(option, criterion) {
    const { fact } = at(this.basis.measure, criterion);
    if (fact === "existing") {
      const worth = criterionValue(this.basis, option, criterion, false).value;
      return worth >= 1 ? "Already running" : worth > 0 ? "Same platform" : "Another platform";
    }
    if (fact) {
      return at(option.facts, fact).words || at(this.basis.levels, "unknown");
    }
    const cell = at(option.cells, criterion);
    const marks = cell.lowered ? ", partial or experimental" : "";
    return `${at(this.basis.levels, cell.level)}${cell.package && ` ${cell.package}`}${marks}`;
  }

  /** @param {Result} result */
  headline(result) {
    const leaders = this.names(result.leaders);
    switch (result.verdict) {
      case "none fits":
        return `None of the ${this.basis.options.length} technologies meets all your conditions.`;
      case "no answers":
        return "Nothing was answered yet that tells technologies apart, so there is no ranking.";
      case "tie":
        return `${leaders} have the same score.`;
      case "close":
        return `Too close to call between ${leaders}.`;
    }
    if (sole(result)) {
      return `${leaders} is the only one that meets your conditions.`;
    }
    const start = result.verdict === "clear" ? "is the closest match to your answers" : "is ahead";
    return `${leaders} ${start}${this.because(result)}.`;
  }

  /** @param {Result} result */
  because(result) {
    const rows = this.gained(result).slice(0, REASONS).map(({ criteria }) => this.criterion(criteria));
    return rows.length ? `, mainly because of ${series(rows)}` : "";
  }

  /** @param {Result} result */
  holding(result) {
    switch (result.verdict) {
      case "none fits":
        return "";
      case "no answers":
        return "Four answers are enough for a first result.";
      case "tie":
        return "Another answer has to decide between them.";
      case "close":
        return "Each comes first under some weights.";
    }
    if (sole(result)) {
      return "Nothing was left to compare it with.";
    }
    const percent = Math.floor(result.ranking[0].share * 100 + 0.5);
    return `It stays first in ${percent} % of the trials with other weights and small errors in the data.`;
  }

  /** @param {Result} result */
  gained(result) {
    return this.differences(result, 1);
  }

  /** @param {Result} result */
  givenUp(result) {
    return this.differences(result, -1);
  }

  /**
   * @param {Result} result
   * @param {1 | -1} sign
   * @returns {{criteria: string[], more: number}[]}
   */
  differences(result, sign) {
    if (result.ranking.length < 2) {
      return [];
    }
    const [one, two] = result.ranking.map(({ id }) => at(result.contributions, id));
    /** @type {Map<string, {criteria: string[], more: number}>} */
    const sums = new Map();
    one.forEach(({ row: { criteria }, shown }, place) => {
      remembered(sums, criteria.join(), () => ({ criteria, more: 0 })).more += sign * (shown - two[place].shown);
    });
    return [...sums.values()]
      .filter(({ more }) => more > 0)
      .sort((a, b) => b.more - a.more || compareLists(a.criteria, b.criteria));
  }

  /** @param {Result} result */
  verdict(result) {
    return sole(result) ? "The only match" : VERDICTS[result.verdict];
  }

  /**
   * The first against the second: on what each scores higher, and by how much.
   *
   * @param {Result} result
   */
  against(result) {
    if (result.ranking.length < 2) {
      return "";
    }
    const [one, two] = result.ranking.map(({ id }) => this.name(id));
    const [gained, givenUp] = [this.listing(this.gained(result)), this.listing(this.givenUp(result))];
    return `${one} scores higher than ${two} on ${gained}. ${two} scores higher on ${givenUp}.`;
  }

  /** @param {{criteria: string[], more: number}[]} found */
  listing(found) {
    return found.map(({ criteria, more }) => `${this.criterion(criteria)} (${points(more)})`).join(", ") || "nothing";
  }

  /** @param {Flip} flip */
  flip(flip) {
    return `${this.change(flip)}, ${this.outcome(flip)}.`;
  }

  /** @param {Flip} flip */
  change(flip) {
    const question = at(this.basis.question, flip.question);
    if (!flip.choice) {
      return `With “${question.title}” left open`;
    }
    const { label } = at(question.byId, flip.choice);
    if (!question.strengths.length) {
      return `With “${label}” (${question.title})`;
    }
    return flip.strength
      ? `With “${label}: ${lowered(at(this.basis.strengths, flip.strength))}” (${question.title})`
      : `Without “${label}” (${question.title})`;
  }

  /** @param {Flip} flip */
  outcome(flip) {
    if (flip.verdict) {
      return flip.verdict === "none fits" ? "nothing would fit" : "there would be no ranking";
    }
    return `${this.names(flip.leaders)} would come first`;
  }

  /** @param {Rest} rest */
  rest(rest) {
    const reasons = new Map([
      ["flips", "one level more or less would change what comes first"],
      ["unknown", "not known yet, and it counts here"],
      ["stale", "read more than a year ago"],
    ]);
    return `${this.name(rest.id)}, ${this.criterion([rest.criterion])}: ${at(reasons, rest.reason)}.`;
  }

  /** @param {Risk} risk */
  risk(risk) {
    const subject = this.name(risk.id);
    const what = risk.criterion && this.criterion([risk.criterion]);
    switch (risk.reason) {
      case "one package":
        return `${subject}: ${what} is a must, and one package by others provides it (${risk.detail}).`;
      case "partial":
        return `${subject}: ${what} is a must, and what is there is partial or experimental.`;
      case "support ends":
        return this.supportEnds(subject, risk.detail);
      case "not preferred":
        return `${subject} does not use ${this.criterion(risk.detail.split(" "))}, which you prefer.`;
      case "no end date":
        return `${subject}: no date for the end of support is published.`;
    }
    return `${subject}: only one person made 5 % or more of the commits of a year.`;
  }

  /**
   * @param {string} subject
   * @param {string} detail the line and the day
   */
  supportEnds(subject, detail) {
    const [line, end] = partition(detail, " ");
    return `${subject}: the longest published support, of ${line}, ends on ${dayInWords(end)}. Plan upgrades.`;
  }

  /** @param {Relaxation} relaxation */
  relaxation(relaxation) {
    const givenUp = series(relaxation.conditions.map((condition) => this.condition(condition)));
    const packages = relaxation.conditions.flatMap((condition) => (
      relaxation.ids
        .filter((option) => this.engine.meetsAsPackage(condition, option))
        .map((option) => (
          `${this.name(option)} has it as a package by others, ${this.packages(option, condition.criteria)}`
        ))
    ));
    const detail = packages.length ? `. ${series(packages)}` : "";
    return `Without ${givenUp}, ${this.names(relaxation.ids)} would fit${detail}.`;
  }

  /**
   * @param {string} option
   * @param {string[]} criteria
   */
  packages(option, criteria) {
    const { cells } = at(this.options, option);
    return series(criteria.filter((criterion) => cells.has(criterion)).map((name) => at(cells, name).package));
  }

  /** @param {Excluded} excluded */
  excluded(excluded) {
    return excluded.conditions
      .map((condition) => `${this.condition(condition)}. It has: ${this.found(excluded.id, condition.criteria)}`)
      .join("; ");
  }

  /**
   * The changes to show first: at most two a question, of those that put something else first without a must.
   *
   * Answered questions stand before open ones, and an answer that is taken back before others.
   *
   * @param {Result} result
   */
  notable(result) {
    const telling = result.flips.filter(tells);
    const { picks } = result.answers;
    const questions = [...this.basis.questions].sort((one, two) => Number(picks.has(two.id)) - Number(picks.has(one.id)));
    const found = questions.flatMap(({ id }) => {
      const given = new Set((picks.get(id) ?? []).map(({ choice }) => choice));
      /** @param {Flip} flip */
      const rank = (flip) => (flip.choice ? 2 : 0) + (given.has(flip.choice) ? 0 : 1);
      return telling.filter(({ question }) => question === id).sort((one, two) => rank(one) - rank(two)).slice(0, 2);
    });
    return found.slice(0, NOTABLE);
  }

  /** @param {Condition[]} conditions */
  conflict(conditions) {
    const named = series(conditions.map((condition) => this.condition(condition)));
    return `Nothing in the atlas meets ${named}${conditions.length > 1 ? " together" : ""}.`;
  }

  /**
   * Where nothing fits: what contradicts, and what to give up.
   *
   * @param {Result} result
   */
  waysOut(result) {
    const conflicts = result.conflicts.map((conflict) => this.conflict(conflict));
    return [...conflicts, ...result.relaxations.map((relaxation) => this.relaxation(relaxation)), OTHER_WAYS];
  }

  /**
   * Where code exists: what staying costs, and what moving costs and brings.
   *
   * @param {Result} result
   */
  existing(result) {
    const [home] = result.answers.picks.get("have") ?? [];
    return home && result.ranking.length
      ? considered(result).map(({ id }) => (id === home.choice ? this.staying(result, id) : this.moving(result, id)))
      : [];
  }

  /**
   * @param {Result} result
   * @param {string} option
   */
  staying(result, option) {
    const packages = series(this.at(result, option, ["community"])) || "nothing";
    const own = series(this.at(result, option, ["do-it-yourself", "not-applicable"])) || "nothing";
    return `Staying with ${this.name(option)} keeps the code. To add by packages: ${packages}. To write: ${own}.`;
  }

  /**
   * @param {Result} result
   * @param {string} option
   */
  moving(result, option) {
    const brings = series(this.at(result, option, STEPS.slice(0, 2))) || "nothing";
    const start = `Moving to ${this.name(option)} means rewriting the application.`;
    return `${start} It brings from its own project: ${brings}.`;
  }

  /**
   * Criteria that were asked for and that a technology has at one of some levels.
   *
   * @param {Result} result
   * @param {string} option
   * @param {string[]} levels
   */
  at(result, option, levels) {
    const { cells } = at(this.options, option);
    const wanted = new Set(at(result.contributions, option).map(({ row }) => row.criteria[0]));
    return [...wanted]
      .filter((criterion) => levels.includes(cells.get(criterion)?.level ?? ""))
      .map((criterion) => this.criterion([criterion]));
  }

  /**
   * Each answered question with its answers, in the order of the form.
   *
   * @param {Result} result
   * @returns {[string, string[]][]}
   */
  given(result) {
    return this.basis.questions.flatMap((question) => {
      const picks = result.answers.picks.get(question.id) ?? [];
      const labels = picks.map(({ choice, strength }) => (
        at(question.byId, choice).label + (strength && ` (${lowered(at(this.basis.strengths, strength))})`)
      ));
      return labels.length ? [/** @type {[string, string[]]} */ ([question.title, labels])] : [];
    });
  }
}

/**
 * Whether a change says something: others come first, and not because the rest is excluded or already runs.
 *
 * @param {Flip} flip
 */
function tells({ question, choice, strength, verdict }) {
  return !(verdict || MUST.includes(strength) || (question === "have" && choice));
}

/**
 * One sentence part from several: `A, B and C`.
 *
 * @param {string[]} items
 */
function series(items) {
  return [items.slice(0, -1).join(", "), ...items.slice(-1)].filter(Boolean).join(" and ");
}

/**
 * A day in words.
 *
 * @param {string} day ISO 8601
 */
function dayInWords(day) {
  const [year, month, number] = day.split("-").map(Number);
  return `${number} ${MONTHS[month - 1]} ${year}`;
}

/**
 * Without the capital at its beginning.
 *
 * @param {string} text
 */
function lowered(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/**
 * Tenths of a percent as a number with one decimal.
 *
 * @param {number} tenths
 */
function points(tenths) {
  const size = Math.abs(tenths);
  return `${tenths < 0 ? "−" : ""}${Math.floor(size / 10)}.${size % 10}`;
}
