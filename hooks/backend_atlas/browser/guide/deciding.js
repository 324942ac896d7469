// From answers to one result: what leads, what is excluded, and what would change that. As `deciding.py`.

/** Technologies with at least this part of the leader's score are considered options of the decision record. */
const SHOWN = 0.8;

/** Decides for one basis. Remembers what does not depend on the answers. */
class Engine {
  /** @param {Basis} basis */
  constructor(basis) {
    this.basis = basis;
    this.scores = new Scores(basis);
    this.variation = new Variation(this.scores);
    /** @type {Map<string, boolean[]>} */
    this.old = new Map();
    /** @type {Map<string, (Steps | null)[]>} */
    this.stepped = new Map();
  }

  /**
   * The whole result.
   *
   * @param {Answers} answers
   * @returns {Result}
   */
  decide(answers) {
    const brief = this.outcome(answers);
    const wanted = brief.asked;
    const eligible = this.scores.eligible(wanted);
    const leaders = brief.leaders.map((id) => this.basis.options.findIndex((option) => option.id === id));
    return {
      ...brief,
      contributions: this.contributions(wanted, brief.ranking),
      flips: [...this.flips(answers, wanted)],
      rests: wanted.blocks.length ? [...this.rests(wanted, eligible)] : [],
      risks: leaders.flatMap((index) => [...this.risks(wanted, this.basis.options[index])]),
      relaxations: eligible.length ? [] : this.relaxations(wanted),
      conflicts: eligible.length ? [] : this.conflicts(wanted),
    };
  }

  /**
   * Verdict, leaders and ranking only.
   *
   * @param {Answers} answers
   * @returns {Result}
   */
  outcome(answers) {
    this.scores.begin();
    const wanted = asked(this.basis, answers);
    const eligible = this.scores.eligible(wanted);
    /** @type {Result} */
    const result = {
      answers,
      asked: wanted,
      verdict: eligible.length ? "no answers" : "none fits",
      leaders: [],
      ranking: [],
      excluded: this.excluded(wanted),
      contributions: new Map(),
      flips: [],
      rests: [],
      risks: [],
      relaxations: [],
      conflicts: [],
    };
    if (!eligible.length || !wanted.blocks.length) {
      return result;
    }
    const scores = this.scores.scores(wanted, "value");
    const won = this.variation.shares(wanted, eligible);
    const [verdict, leaders] = this.verdict(wanted, scores, eligible, won);
    return { ...result, verdict, leaders: this.ids(leaders), ranking: this.ranking(wanted, eligible, won) };
  }

  /** @param {number[]} indexes */
  ids(indexes) {
    return indexes.map((index) => this.basis.options[index].id);
  }

  /**
   * @param {Asked} wanted
   * @param {number[]} eligible
   * @param {Map<number, number>} won
   * @returns {Ranked[]}
   */
  ranking(wanted, eligible, won) {
    const [score, low, high] = PARTS.map((part) => this.scores.scores(wanted, part));
    const order = [...eligible].sort((one, other) => score[other] - score[one] || one - other);
    return order.map((index) => ({
      id: this.basis.options[index].id,
      score: score[index],
      low: low[index],
      high: high[index],
      share: at(won, index),
    }));
  }

  /**
   * @param {Asked} wanted
   * @returns {Excluded[]}
   */
  excluded(wanted) {
    const met = wanted.conditions.map((condition) => this.scores.meeting(condition, wanted.bare));
    const found = this.basis.options.map((option, index) => (
      { id: option.id, conditions: wanted.conditions.filter((_, number) => !met[number][index]) }
    ));
    return found.filter((item) => item.conditions.length);
  }

  /**
   * What the result is called, and the indexes of what is shown as result.
   *
   * @param {Asked} wanted
   * @param {Float64Array} scores
   * @param {number[]} eligible
   * @param {Map<number, number>} won
   * @returns {[Verdict, number[]]}
   */
  verdict(wanted, scores, eligible, won) {
    const { clearGap, clearShare, aheadShare, closeShare } = this.basis.rules;
    const best = first(scores, eligible);
    if (best.length > 1) {
      return ["tie", best];
    }
    const leader = best[0];
    const others = eligible.filter((index) => index !== leader);
    if (!others.length) {
      return ["ahead", best];
    }
    const distance = scores[leader] - highest(scores, others, 0);
    if (distance >= clearGap && at(won, leader) >= clearShare) {
      return ["clear", best];
    }
    if (at(won, leader) >= aheadShare) {
      return ["ahead", best];
    }
    const values = this.values(wanted);
    const close = eligible.filter((index) => (
      index === leader || (at(won, index) >= closeShare && !dominated(values, index, eligible))
    ));
    return close.length > 1 ? ["close", close] : ["ahead", best];
  }

  /**
   * For each row, what each technology gets.
   *
   * @param {Asked} wanted
   */
  values(wanted) {
    return wanted.blocks.flatMap((block) => block.rows.map((row) => this.scores.row(row, "value", wanted.bare)));
  }

  /**
   * @param {Asked} wanted
   * @param {Ranked[]} ranking
   * @returns {Map<string, Contribution[]>}
   */
  contributions(wanted, ranking) {
    const rows = shares(wanted);
    const values = this.values(wanted);
    const indexes = new Map(this.basis.options.map((option, index) => [option.id, index]));
    return new Map(ranking.map(({ id }) => {
      const index = at(indexes, id);
      return [id, contributions(rows, values.map((column) => column[index]))];
    }));
  }

  /**
   * What comes first: a verdict without leaders, or the ids with the highest score.
   *
   * @param {Asked} wanted
   * @returns {First}
   */
  top(wanted) {
    const eligible = this.scores.eligible(wanted);
    if (!eligible.length) {
      return { verdict: "none fits", leaders: [] };
    }
    if (!wanted.blocks.length) {
      return { verdict: "no answers", leaders: [] };
    }
    return { verdict: "", leaders: this.ids(first(this.scores.scores(wanted, "value"), eligible)) };
  }

  /**
   * Every single answer that changes what comes first, in the order of the form.
   *
   * @param {Answers} answers
   * @param {Asked} wanted
   * @returns {Generator<Flip>}
   */
  *flips(answers, wanted) {
    const now = this.top(wanted);
    const names = [...answers.picks.keys()];
    for (const question of this.basis.questions) {
      const blocks = new Map(wanted.blocks.map((block) => [block.question, block]));
      blocks.delete(question.edits || question.id);
      const others = names.filter((name) => name !== question.id);
      const conditions = new Map(others.map((name) => [name, conditionsOf(this.basis, answers, name)]));
      /** @type {Map<string, Block[]>} by the choice and what its strength weighs: musts only add conditions */
      const made = new Map();
      for (const [pick, picks] of alternatives(question, answers.picks.get(question.id) ?? [])) {
        const weighs = `${pick.choice} ${this.basis.rules.strengths.get(pick.strength)}`;
        const all = question.anyOf ? undefined : made.get(weighs);
        const other = asked(this.basis, answers.but(question.id, picks), { blocks, conditions, all });
        made.set(weighs, other.blocks);
        const then = this.top(other);
        if (then.verdict !== now.verdict || compareLists(then.leaders, now.leaders)) {
          yield { question: question.id, ...pick, ...then };
        }
      }
    }
  }

  /**
   * Cells that the result rests on: first those that can flip it, then what is unknown or old.
   *
   * @param {Asked} wanted
   * @param {number[]} eligible
   * @returns {Generator<Rest>}
   */
  *rests(wanted, eligible) {
    yield* this.sensitive(wanted, eligible);
    const rows = wanted.blocks.flatMap((block) => block.rows).map((row) => ({
      criterion: row.criteria[0],
      low: this.scores.row(row, "low", wanted.bare),
      high: this.scores.row(row, "high", wanted.bare),
      old: this.stale(row.criteria[0]),
    }));
    for (const index of eligible) {
      const { id } = this.basis.options[index];
      for (const { criterion, low, high, old } of rows) {
        if (low[index] < high[index]) {
          yield { id, criterion, reason: "unknown" };
        } else if (old[index]) {
          yield { id, criterion, reason: "stale" };
        }
      }
    }
  }

  /**
   * For each technology, whether what it says to a criterion was read too long ago.
   *
   * @param {string} criterion
   */
  stale(criterion) {
    return remembered(this.old, criterion, () => this.basis.options.map(({ cells, facts }) => {
      const { source } = cells.get(criterion) ?? at(facts, at(this.basis.measure, criterion).fact);
      return source !== null && source.checked < this.basis.stale;
    }));
  }

  /**
   * For each technology, what its cell is worth, and what the next better and the next worse one are. Null where it is
   * unknown.
   *
   * @param {string} criterion
   * @param {boolean} bare
   */
  steps(criterion, bare) {
    return remembered(this.stepped, `${bare} ${criterion}`, () => this.basis.options.map(({ cells }) => {
      const cell = at(cells, criterion);
      const worth = (/** @type {Cell} */ other) => cellValue(this.basis, other, bare).value;
      const [better, worse] = [moved(cell, -1), moved(cell, 1)].map((other) => ({ cell: other, value: worth(other) }));
      return cell.level === "unknown" ? null : { now: worth(cell), better, worse };
    }));
  }

  /**
   * @param {Asked} wanted
   * @param {number[]} eligible
   * @returns {Generator<Rest>}
   */
  *sensitive(wanted, eligible) {
    const scores = this.scores.scores(wanted, "value");
    const leading = new Set(first(scores, eligible));
    const best = highest(scores, eligible, 0);
    const second = highest(scores, eligible.filter((index) => !leading.has(index)), -1);
    const rival = leading.size === 1 ? second : best;
    const rows = shares(wanted)
      .filter(({ row }) => !at(this.basis.measure, row.criteria[0]).fact)
      .map(({ row: { criteria: [criterion] }, share }) => ({ criterion, share, steps: this.steps(criterion, wanted.bare) }));
    const all = new Set(eligible);
    for (const [index, option] of this.basis.options.entries()) {
      const leads = leading.has(index);
      const within = all.has(index);
      for (const { criterion, share, steps } of rows) {
        const step = steps[index];
        if (!step) {
          continue;
        }
        const { now } = step;
        const { cell: other, value: then } = leads ? step.worse : step.better;
        const score = scores[index] + share * (then - now);
        const reaches = leads ? score <= rival + SAME : score >= best - SAME;
        if (!leads && !reaches) {
          continue;
        }
        const fits = this.fits(wanted, option, { criterion, cell: other });
        const changed = leads ? !fits || (then !== now && reaches) : fits && (then !== now || !within);
        if (changed) {
          yield { id: option.id, criterion, reason: "flips" };
        }
      }
    }
  }

  /**
   * Whether a technology meets every condition if it has another cell.
   *
   * @param {Asked} wanted
   * @param {Technology} option
   * @param {{criterion: string, cell: Cell}} other
   */
  fits(wanted, option, other) {
    return wanted.conditions.every((condition) => meets(this.basis, option, condition, wanted.bare, other));
  }

  /**
   * What to know before choosing this technology.
   *
   * @param {Asked} wanted
   * @param {Technology} option
   * @returns {Generator<Risk>}
   */
  *risks(wanted, option) {
    const { id, supported } = option;
    for (const { criteria, question } of wanted.blocks.flatMap((block) => block.rows)) {
      const worth = Math.max(...criteria.map((name) => criterionValue(this.basis, option, name, wanted.bare).high));
      if (at(this.basis.question, question).anyOf && worth <= 0) {
        yield { id, reason: "not preferred", criterion: criteria[0], detail: criteria.join(" ") };
      }
    }
    for (const { criteria: [criterion] } of wanted.conditions) {
      const cell = option.cells.get(criterion);
      if (!cell || at(this.basis.measure, criterion).fact) {
        continue;
      }
      if (cell.lowered) {
        yield { id, reason: "partial", criterion, detail: "" };
      }
      if (cell.level === "community" && !cell.spare) {
        yield { id, reason: "one package", criterion, detail: cell.package };
      }
    }
    if (wanted.until && !supported) {
      yield { id, reason: "no end date", criterion: "", detail: "" };
    } else if (wanted.until && supported < wanted.until) {
      yield { id, reason: "support ends", criterion: "", detail: `${option.line} ${supported}` };
    }
    if (option.alone) {
      yield { id, reason: "one maintainer", criterion: "", detail: "" };
    }
  }

  /**
   * The smallest sets of conditions to give up.
   *
   * @param {Asked} wanted
   * @returns {Relaxation[]}
   */
  relaxations(wanted) {
    /** @type {Map<string, Relaxation>} */
    const failing = new Map();
    for (const { id, conditions } of this.excluded(wanted)) {
      const key = conditions.map((condition) => wanted.conditions.indexOf(condition)).join();
      remembered(failing, key, () => ({ conditions, ids: [] })).ids.push(id);
    }
    const found = [...failing.values()];
    const smallest = found.filter((item) => !found.some((other) => isWithin(other.conditions, item.conditions)));
    return smallest.sort((one, other) => compareConditionLists(one.conditions, other.conditions));
  }

  /**
   * Conditions that nothing meets, alone or two together.
   *
   * @param {Asked} wanted
   * @returns {Condition[][]}
   */
  conflicts(wanted) {
    const all = wanted.conditions.map((condition) => ({ condition, met: this.scores.meeting(condition, wanted.bare) }));
    const alone = all.filter(({ met }) => !met.some(Boolean));
    const possible = all.filter(({ met }) => met.some(Boolean));
    const pairs = possible.flatMap((one, place) => (
      possible.slice(place + 1)
        .filter((other) => !one.met.some((flag, index) => flag && other.met[index]))
        .map((other) => [one.condition, other.condition])
    ));
    return [...alone.map(({ condition }) => [condition]), ...pairs];
  }

  /**
   * Whether a technology would meet a condition if packages by others were accepted.
   *
   * @param {Condition} condition
   * @param {string} id
   */
  meetsAsPackage(condition, id) {
    const option = this.basis.options.find((other) => other.id === id);
    return (
      option !== undefined
      && condition.least !== MUST[0]
      && meets(this.basis, option, { ...condition, least: MUST[0] }, false)
    );
  }
}

/** @type {Part[]} */
const PARTS = ["value", "low", "high"];

/**
 * Whether another eligible technology is at least as good in every row, and better in one.
 *
 * @param {Float64Array[]} values
 * @param {number} index
 * @param {number[]} eligible
 */
function dominated(values, index, eligible) {
  return eligible.some((other) => (
    values.every((column) => column[other] >= column[index]) && values.some((column) => column[other] > column[index])
  ));
}

/**
 * Whether all of some conditions are among others, and there are more of those.
 *
 * @param {Condition[]} some
 * @param {Condition[]} others
 */
function isWithin(some, others) {
  return some.length < others.length && some.every((condition) => others.includes(condition));
}

/**
 * The shorter first.
 *
 * @param {Condition[]} one
 * @param {Condition[]} other
 */
function compareConditionLists(one, other) {
  const orders = one.map((condition, place) => other[place] && compareConditions(condition, other[place]));
  return one.length - other.length || orders.find(Boolean) || 0;
}

/**
 * Every other answer to one question that one step reaches: what is changed, and all picks then.
 *
 * @param {Question} question
 * @param {Picked[]} picks
 * @returns {Generator<[Picked, Picked[]]>}
 */
function* alternatives(question, picks) {
  if (!question.strengths.length) {
    for (const { id } of question.choices) {
      const pick = { choice: id, strength: "" };
      if (picks[0]?.choice !== id) {
        yield [pick, [pick]];
      }
    }
    if (picks.length) {
      yield [{ choice: "", strength: "" }, []];
    }
    return;
  }
  for (const { id } of question.choices) {
    const given = picks.find((pick) => pick.choice === id);
    const others = picks.filter((pick) => pick.choice !== id);
    for (const strength of others.length < MOST ? question.strengths : []) {
      if (given?.strength !== strength) {
        const pick = { choice: id, strength };
        yield [pick, [...others, pick]];
      }
    }
    if (given) {
      yield [{ choice: id, strength: "" }, others];
    }
  }
}

/**
 * The result as a link records it.
 *
 * @param {Result} result
 */
function recorded(result) {
  const verdict = result.verdict.replaceAll(" ", "-");
  return result.leaders.length ? `${verdict}~${result.leaders.join()}` : verdict;
}

/**
 * True where only one technology was left to rank.
 *
 * @param {Result} result
 */
function sole(result) {
  return result.ranking.length === 1;
}

/**
 * The leaders and what comes near them: at least two, if there are two.
 *
 * @param {Result} result
 */
function considered(result) {
  if (!result.ranking.length) {
    return [];
  }
  const least = SHOWN * result.ranking[0].score;
  const near = listed(result).filter((item) => item.score >= least || result.leaders.includes(item.id));
  return near.length > 1 ? near : listed(result).slice(0, 2);
}

/**
 * The leaders, then the others in the order of the score. Where it is too close to call, none is first.
 *
 * @param {Result} result
 */
function listed(result) {
  const leading = result.leaders.flatMap((id) => result.ranking.filter((item) => item.id === id));
  return [...leading, ...result.ranking.filter(({ id }) => !result.leaders.includes(id))];
}

/**
 * The answers with the one change that a flip is about.
 *
 * @param {Basis} basis
 * @param {Answers} answers
 * @param {Flip} flip
 */
function flipped(basis, answers, { question, choice, strength }) {
  if (!at(basis.question, question).strengths.length) {
    return answers.but(question, choice ? [{ choice, strength }] : []);
  }
  const others = (answers.picks.get(question) ?? []).filter((other) => other.choice !== choice);
  return answers.but(question, strength ? [...others, { choice, strength }] : others);
}

/**
 * Answers as a link holds them, after the hash, without a result.
 *
 * @param {Basis} basis
 * @param {Answers} answers
 */
function answersLink(basis, answers) {
  return [`v=${basis.version}&d=${basis.released}`, answers.text].filter(Boolean).join("&");
}

/**
 * The result as a link keeps it, after the hash. Empty where nothing was answered.
 *
 * @param {Basis} basis
 * @param {Result} result
 */
function fragment(basis, result) {
  const { text } = result.answers;
  return text && `v=${basis.version}&d=${basis.released}&r=${recorded(result)}&${text}`;
}

/**
 * How far the first is ahead of the second, in tenths of a percent.
 *
 * @param {Result} result
 */
function gap(result) {
  const [one, two] = result.ranking;
  return tenths(one.score) - tenths(two.score);
}
