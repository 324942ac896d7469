// Values and scores, on fixed scales. As `scoring.py`, with a list over all technologies in place of each value.

const STEPS = ["built-in", "official", "community", "do-it-yourself"];
const COMMUNITY = 2;
const OWN_CODE = 3;

/** Scores that differ by less are equal. */
const SAME = 1e-9;

/** Sets of conditions of which the answer is kept: those that one step from some answers reaches, and more. */
const REMEMBERED = 1000;

/** @type {Interval} */
const UNKNOWN = { value: 0.5, low: 0, high: 1 };

/**
 * A value that is known.
 *
 * @param {number} value
 * @returns {Interval}
 */
function exact(value) {
  return { value, low: value, high: value };
}

/**
 * The cell with a level so many steps worse, or better if negative. What is unknown stays so.
 *
 * @param {Cell} cell
 * @param {number} steps
 * @returns {Cell}
 */
function moved(cell, steps) {
  if (cell.level === "not-applicable" && steps < 0) {
    return { ...cell, level: STEPS[OWN_CODE] };
  }
  const step = STEPS.indexOf(cell.level);
  return step < 0 ? cell : { ...cell, level: STEPS[Math.min(Math.max(step + steps, 0), OWN_CODE)] };
}

/**
 * What a cell is worth.
 *
 * @param {Basis} basis
 * @param {Cell} cell
 * @param {boolean} bare
 * @returns {Interval}
 */
function cellValue(basis, cell, bare) {
  const { levels } = basis.rules;
  if (cell.level === "unknown") {
    return { value: at(levels, "unknown"), low: 0, high: 1 };
  }
  if (cell.level === "not-applicable") {
    return exact(at(levels, "not-applicable"));
  }
  let step = STEPS.indexOf(cell.level);
  if (bare && step === COMMUNITY) {
    step = OWN_CODE;
  }
  return exact(at(levels, STEPS[Math.min(step + cell.lowered, OWN_CODE)]));
}

/**
 * What one technology gets for one criterion.
 *
 * @param {Basis} basis
 * @param {Technology} option
 * @param {string} criterion
 * @param {boolean} bare
 * @returns {Interval}
 */
function criterionValue(basis, option, criterion, bare) {
  const measure = at(basis.measure, criterion);
  if (!measure.fact) {
    return cellValue(basis, at(option.cells, criterion), bare);
  }
  const fact = at(option.facts, measure.fact);
  if (!fact.words) {
    return UNKNOWN;
  }
  return exact(fact.terms.reduce((best, term) => Math.max(best, measure.values.get(term) ?? 0), 0));
}

/**
 * Whether a technology has what it must, if it has an `other` cell for one criterion. Unknown is not enough.
 *
 * @param {Basis} basis
 * @param {Technology} option
 * @param {Condition} condition
 * @param {boolean} bare
 * @param {{criterion: string, cell: Cell}} [other]
 */
function meets(basis, option, condition, bare, other) {
  return condition.criteria.some((criterion) => (
    other?.criterion === criterion
      ? enough(other.cell, condition.least, bare)
      : has(basis, option, criterion, condition.least, bare)
  ));
}

/**
 * @param {Basis} basis
 * @param {Technology} option
 * @param {string} criterion
 * @param {string} least
 * @param {boolean} bare
 */
function has(basis, option, criterion, least, bare) {
  if (at(basis.measure, criterion).fact) {
    return criterionValue(basis, option, criterion, bare).low >= 1;
  }
  return enough(at(option.cells, criterion), least, bare);
}

/**
 * Whether a level meets a condition.
 *
 * @param {Cell} cell
 * @param {string} least
 * @param {boolean} bare
 */
function enough(cell, least, bare) {
  const step = STEPS.indexOf(cell.level);
  return step >= 0 && step <= (least === MUST[0] && !bare ? COMMUNITY : COMMUNITY - 1);
}

/**
 * Scores of every technology of a basis. Remembers what criteria are worth and which conditions are met, and means
 * until other answers begin.
 */
class Scores {
  /** @param {Basis} basis */
  constructor(basis) {
    this.basis = basis;
    /** @type {Map<string, Float64Array>[]} by criterion, one map for each part with and without packages by others */
    this.columns = [];
    /** @type {Map<Block, Float64Array>[]} likewise */
    this.means = [];
    /** @type {Map<Block[], Float64Array>[]} likewise */
    this.totals = [];
    /** @type {Map<string, boolean[]>} */
    this.met = new Map();
    /** @type {Map<string, number[]>} */
    this.left = new Map();
  }

  /** Forgets what belongs to blocks: the next answers have their own. */
  begin() {
    this.means = [];
    this.totals = [];
  }

  /**
   * Indexes of the technologies that meet every condition.
   *
   * @param {Asked} asked
   */
  eligible(asked) {
    const key = asked.conditions.map((condition) => meetingKey(condition, asked.bare)).join("\n");
    if (this.left.size >= REMEMBERED) {
      this.left.clear();
    }
    return remembered(this.left, key, () => {
      const met = asked.conditions.map((condition) => this.meeting(condition, asked.bare));
      return [...this.basis.options.keys()].filter((index) => met.every((flags) => flags[index]));
    });
  }

  /**
   * For each technology, whether it meets a condition.
   *
   * @param {Condition} condition
   * @param {boolean} bare
   */
  meeting(condition, bare) {
    return remembered(this.met, meetingKey(condition, bare), () => (
      this.basis.options.map((option) => meets(this.basis, option, condition, bare))
    ));
  }

  /**
   * The score of each technology, met conditions or not. Needs at least one block.
   *
   * @param {Asked} asked
   * @param {Part} part
   */
  scores(asked, part) {
    const { blocks, bare } = asked;
    const totals = (this.totals[slot(part, bare)] ??= new Map());
    return remembered(totals, blocks, () => (
      weightedMean(blocks, blocks.map((block) => this.block(block, part, bare)), this.basis.options.length)
    ));
  }

  /**
   * The mean of one question for each technology.
   *
   * @param {Block} block
   * @param {Part} part
   * @param {boolean} bare
   */
  block(block, part, bare) {
    const means = (this.means[slot(part, bare)] ??= new Map());
    return remembered(means, block, () => (
      weightedMean(block.rows, block.rows.map((row) => this.row(row, part, bare)), this.basis.options.length)
    ));
  }

  /**
   * What each technology gets for one row: the best of its criteria.
   *
   * @param {Row} row
   * @param {Part} part
   * @param {boolean} bare
   */
  row(row, part, bare) {
    if (row.criteria.length === 1) {
      return this.column(row.criteria[0], part, bare);
    }
    const found = row.criteria.map((criterion) => this.column(criterion, part, bare));
    return found.reduce((best, other) => best.map((value, index) => Math.max(value, other[index])));
  }

  /**
   * What each technology gets for one criterion.
   *
   * @param {string} criterion
   * @param {Part} part
   * @param {boolean} bare
   */
  column(criterion, part, bare) {
    const columns = (this.columns[slot(part, bare)] ??= new Map());
    return remembered(columns, criterion, () => (
      Float64Array.from(this.basis.options, (option) => criterionValue(this.basis, option, criterion, bare)[part])
    ));
  }
}

/**
 * @param {Condition} condition
 * @param {boolean} bare
 */
function meetingKey(condition, bare) {
  return `${condition.least} ${bare} ${condition.criteria.join(" ")}`;
}

/** @type {Record<Part, number>} */
const SLOTS = { value: 0, low: 2, high: 4 };

/**
 * Where a list keeps what belongs to a part, with or without packages by others.
 *
 * @param {Part} part
 * @param {boolean} bare
 */
function slot(part, bare) {
  return SLOTS[part] + Number(bare);
}

/**
 * The weighted mean of columns, for each technology.
 *
 * @param {{weight: number}[]} weighted
 * @param {Float64Array[]} columns
 * @param {number} count
 */
function weightedMean(weighted, columns, count) {
  const found = new Float64Array(count);
  let total = 0;
  for (let number = 0; number < columns.length; number += 1) {
    const { weight } = weighted[number];
    const column = columns[number];
    for (let index = 0; index < count; index += 1) {
      found[index] += weight * column[index];
    }
    total += weight;
  }
  for (let index = 0; index < count; index += 1) {
    found[index] /= total;
  }
  return found;
}

/**
 * Indexes of the eligible with the highest score; several where they tie.
 *
 * @param {Float64Array} scores
 * @param {number[]} eligible
 */
function first(scores, eligible) {
  const best = highest(scores, eligible, 0);
  const found = [];
  for (const index of eligible) {
    if (best - scores[index] <= SAME) {
      found.push(index);
    }
  }
  return found;
}

/**
 * The highest of some scores, or `otherwise` where there are none.
 *
 * @param {Float64Array} scores
 * @param {number[]} indexes
 * @param {number} otherwise
 */
function highest(scores, indexes, otherwise) {
  let best = -Infinity;
  for (const index of indexes) {
    best = Math.max(best, scores[index]);
  }
  return indexes.length ? best : otherwise;
}

/**
 * Every row with its part of all weight. The parts sum to 1.
 *
 * @param {Asked} asked
 * @returns {{row: Row, share: number}[]}
 */
function shares(asked) {
  const total = sum(asked.blocks.map((block) => block.weight));
  return asked.blocks.flatMap((block) => {
    const within = total * sum(block.rows.map((row) => row.weight));
    return block.rows.map((row) => ({ row, share: (block.weight * row.weight) / within }));
  });
}

/**
 * In order.
 *
 * @param {number[]} values
 */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * A score as a whole number of tenths of a percent.
 *
 * @param {number} score
 */
function tenths(score) {
  return Math.floor(score * 1000 + 0.5);
}

/**
 * What each row adds.
 *
 * @param {{row: Row, share: number}[]} rows with the part of all weight of each
 * @param {number[]} values what the technology gets for each
 * @returns {Contribution[]}
 */
function contributions(rows, values) {
  return rows.map(({ row, share }, place) => {
    const points = share * values[place];
    return { row, share, value: values[place], points, shown: tenths(points) };
  });
}

/**
 * What the rounded points lack to the rounded score, in tenths of a percent. Shown as a line of its own.
 *
 * @param {number} score
 * @param {Contribution[]} parts
 */
function rounding(score, parts) {
  return tenths(score) - sum(parts.map(({ shown }) => shown));
}
