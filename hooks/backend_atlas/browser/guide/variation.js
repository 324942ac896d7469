// How well a result holds: the same ranking many times, with other weights and with cells that may be wrong.
// As `variation.py`.

/** An unknown cell is taken to be worth 0, 0.01 ... 1, each as likely. */
const GRID = 101;

/** A slip is one number, for speed: the sample, and in the lowest bits what is drawn for it. */
const BITS = 7;
const MASK = 127;

/**
 * FNV-1a of the characters, 32 bits (Fowler, Noll, Vo).
 *
 * @param {string} text
 */
function digest(text) {
  let found = 2166136261;
  for (const character of text) {
    found = Math.imul(found ^ Number(character.codePointAt(0)), 16777619);
  }
  return found >>> 0;
}

/**
 * An endless sequence of 32-bit numbers that depends on `key` alone: Mulberry32 (Ettinger 2017).
 *
 * @param {string} key
 * @returns {() => number}
 */
function draws(key) {
  let state = digest(key);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** The samples of one basis. `seed` gives others, for an independent check. */
class Variation {
  /**
   * @param {Scores} scores
   * @param {string} seed
   * @param {number} samples
   */
  constructor(scores, seed = "", samples = scores.basis.rules.samples) {
    const { rules } = scores.basis;
    this.basis = scores.basis;
    this.values = scores;
    this.seed = seed;
    this.samples = samples;
    this.wrong = Math.floor((rules.draws * samples) / rules.samples);
    /** @type {Map<string, Float64Array>} */
    this.factors = new Map();
    /** @type {Map<string, number[][] | null>} */
    this.others = new Map();
    /** @type {Map<string, Uint32Array[]>} */
    this.slips = new Map();
  }

  /**
   * For each eligible technology, the part of the samples that it wins. Equal technologies win together.
   *
   * @param {Asked} asked
   * @param {number[]} eligible
   * @returns {Map<number, number>}
   */
  shares(asked, eligible) {
    const varied = this.varied(asked);
    const groups = grouped(varied.map(({ values }) => values), eligible);
    const wins = this.wins(groups.map(([index]) => this.scores(index, varied)));
    return new Map(groups.flatMap((group, number) => group.map((index) => [index, wins[number] / this.samples])));
  }

  /**
   * How many samples each of several technologies wins.
   *
   * @param {Float64Array[]} varied the scores of each
   */
  wins(varied) {
    const best = new Float64Array(this.samples).fill(-Infinity);
    for (const scores of varied) {
      for (let sample = 0; sample < best.length; sample += 1) {
        best[sample] = Math.max(best[sample], scores[sample]);
      }
    }
    return varied.map((scores) => best.reduce((won, score, sample) => won + Number(scores[sample] === score), 0));
  }

  /**
   * The rows, with the weight of each in every sample, and with what each technology gets and may get instead.
   *
   * @param {Asked} asked
   * @returns {Varied[]}
   */
  varied(asked) {
    const weights = asked.blocks.flatMap((block) => this.weights(block));
    return asked.blocks.flatMap((block) => block.rows).map((row, number) => ({
      criterion: row.criteria[0],
      weights: weights[number],
      values: this.values.row(row, "value", asked.bare),
      others: this.instead(row.criteria[0], asked.bare),
      slips: remembered(this.slips, row.criteria[0], () => []),
    }));
  }

  /**
   * The weight of each row of a question in every sample.
   *
   * @param {Block} block
   */
  weights(block) {
    const outer = this.multipliers(`question ${block.question}`);
    const inner = block.rows.map((row) => (
      this.multipliers(`row ${row.criteria.join(" ")}`).map((factor) => row.weight * factor)
    ));
    const totals = new Float64Array(this.samples);
    inner.forEach((column) => column.forEach((weight, sample) => { totals[sample] += weight; }));
    return inner.map((column) => (
      column.map((weight, sample) => (block.weight * outer[sample] * weight) / totals[sample])
    ));
  }

  /**
   * The score of one technology in every sample, up to a factor that all share.
   *
   * @param {number} index
   * @param {Varied[]} varied
   */
  scores(index, varied) {
    const found = new Float64Array(this.samples);
    for (const { criterion, weights, values, others, slips } of varied) {
      addWeighted(found, values[index], weights);
      if (others) {
        slips[index] ??= this.slip(this.basis.options[index], criterion);
        correct(found, slips[index], others[index], values[index], weights);
      }
    }
    return found;
  }

  /**
   * For each technology, what its cell may be worth instead, by what is drawn. Null for facts, which are not varied.
   *
   * @param {string} criterion
   * @param {boolean} bare
   */
  instead(criterion, bare) {
    return remembered(this.others, `${bare} ${criterion}`, () => {
      const varies = !at(this.basis.measure, criterion).fact;
      return varies ? this.basis.options.map((option) => this.worth(at(option.cells, criterion), bare)) : null;
    });
  }

  /**
   * What a cell may be worth, by what is drawn: of an unknown cell a value of the grid, else one step better (0) or
   * worse (1).
   *
   * @param {Cell} cell
   * @param {boolean} bare
   */
  worth(cell, bare) {
    if (cell.level === "unknown") {
      return EVEN;
    }
    return [0, 1].map((drawn) => cellValue(this.basis, moved(cell, stepOff(cell.level, drawn)), bare).value);
  }

  /**
   * Which samples take a cell to be something else, and what is drawn for each.
   *
   * @param {Technology} option
   * @param {string} criterion
   * @returns {Uint32Array}
   */
  slip(option, criterion) {
    const source = draws(`${this.seed}cell ${option.id} ${criterion}`);
    if (at(option.cells, criterion).level === "unknown") {
      return Uint32Array.from({ length: this.samples }, (_, sample) => (sample << BITS) | (source() % GRID));
    }
    /** @type {Map<number, number>} */
    const found = new Map();
    while (found.size < this.wrong) {
      const sample = source() % this.samples;
      if (!found.has(sample)) {
        found.set(sample, (sample << BITS) | (source() >>> 31));
      }
    }
    return Uint32Array.from(found.values());
  }

  /**
   * What a weight is multiplied with in each sample.
   *
   * @param {string} key
   */
  multipliers(key) {
    return remembered(this.factors, key, () => {
      const steps = this.basis.rules.factors;
      const source = draws(`${this.seed}${key}`);
      return Float64Array.from({ length: this.samples }, () => steps[source() % steps.length]);
    });
  }
}

/**
 * Adds to the scores of the samples what one row brings.
 *
 * @param {Float64Array} found
 * @param {number} value
 * @param {Float64Array} weights
 */
function addWeighted(found, value, weights) {
  if (!value) {
    return; // it would add 0 to each
  }
  for (let sample = 0; sample < found.length; sample += 1) {
    found[sample] += value * weights[sample];
  }
}

/**
 * Corrects the samples in which the cell behind a row is taken to be something else.
 *
 * @param {Float64Array} found
 * @param {Uint32Array} slips
 * @param {number[]} others
 * @param {number} value
 * @param {Float64Array} weights
 */
function correct(found, slips, others, value, weights) {
  for (let number = 0; number < slips.length; number += 1) {
    const sample = slips[number] >>> BITS;
    found[sample] += (others[slips[number] & MASK] - value) * weights[sample];
  }
}

/** What an unknown cell may be worth. */
const EVEN = Array.from({ length: GRID }, (_, drawn) => drawn / (GRID - 1));

/**
 * Technologies with the same value in every row, together.
 *
 * @param {Float64Array[]} columns
 * @param {number[]} eligible
 * @returns {number[][]}
 */
function grouped(columns, eligible) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const index of eligible) {
    remembered(groups, columns.map((column) => column[index]).join(), () => []).push(index);
  }
  return [...groups.values()];
}

/**
 * One step better or worse; at the ends of the ladder the only way there is.
 *
 * @param {string} level
 * @param {number} drawn
 */
function stepOff(level, drawn) {
  if (level === STEPS[0]) {
    return 1;
  }
  if (level === STEPS[OWN_CODE] || level === "not-applicable") {
    return -1;
  }
  return drawn ? 1 : -1;
}
