// From answers to what is asked of a technology: rows that are scored, and conditions that exclude. As `asking.py`.

const MUST = ["must", "first-party"];
const BARE = "packages-none";

/**
 * What `answers` ask for. Questions with weight 0 or without rows are left out of the score.
 *
 * @param {Basis} basis
 * @param {Answers} answers
 * @param {Known} known
 * @returns {Asked}
 */
function asked(basis, answers, known = { blocks: new Map(), conditions: new Map() }) {
  const names = [...answers.picks.keys()];
  const conditions = distinct(names.flatMap((name) => known.conditions.get(name) ?? conditionsOf(basis, answers, name)));
  const until = [...answers.picks].map(([name, picks]) => at(at(basis.question, name).byId, picks[0].choice).until);
  return {
    blocks: known.all ?? blocksOf(basis, answers, known.blocks),
    conditions,
    until: until.reduce((one, other) => (other > one ? other : one), ""),
    bare: conditions.some(({ criteria }) => criteria.length === 1 && criteria[0] === BARE),
  };
}

/**
 * @param {Basis} basis
 * @param {Answers} answers
 * @param {Map<string, Block>} known
 */
function blocksOf(basis, answers, known) {
  const scored = new Set([...answers.picks.keys()].map((name) => at(basis.question, name).edits || name));
  const blocks = [...scored].sort(compare).map((name) => known.get(name) ?? makeBlock(basis, answers, name));
  return blocks.filter((block) => block !== null);
}

/**
 * @param {Basis} basis
 * @param {Answers} answers
 * @param {string} name
 * @returns {Block | null}
 */
function makeBlock(basis, answers, name) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  const scored = at(basis.question, name);
  let weight = scored.weight;
  for (const question of [scored, ...basis.questions.filter((other) => other.edits === name)]) {
    const picks = answers.picks.get(question.id) ?? [];
    if (question.strengths.length) {
      gradedRows(basis, question, picks).forEach((row) => rows.set(row.criteria.join(" "), row));
    } else if (picks.length) {
      const choice = at(question.byId, picks[0].choice);
      choice.loads.forEach((load, key) => rows.set(key, { criteria: [key], weight: load, question: question.id }));
      weight = choice.weight ?? weight;
    }
  }
  const swing = answers.weights.get(name);
  if (swing !== undefined) {
    weight = at(basis.rules.swings, swing);
  }
  const counted = [...rows.values()].filter((row) => row.weight > 0);
  counted.sort((one, other) => compareLists(one.criteria, other.criteria)); // no two rows have the same
  return counted.length && weight > 0 ? { question: name, weight, rows: counted } : null;
}

/**
 * @param {Basis} basis
 * @param {Question} question
 * @param {Picked[]} picks
 * @returns {Row[]}
 */
function gradedRows(basis, question, picks) {
  const named = picks.map((pick) => at(question.byId, pick.choice).criterion);
  if (!question.anyOf) {
    return picks.map((pick, number) => (
      { criteria: [named[number]], weight: at(basis.rules.strengths, pick.strength), question: question.id }
    ));
  }
  if (picks.every((pick) => MUST.includes(pick.strength))) {
    return [];
  }
  return [{ criteria: named.sort(compare), weight: 1, question: question.id }];
}

/**
 * @param {Basis} basis
 * @param {Answers} answers
 * @param {string} name
 * @returns {Condition[]}
 */
function conditionsOf(basis, answers, name) {
  const question = at(basis.question, name);
  const picks = at(answers.picks, name);
  if (!question.strengths.length) {
    const { requires } = at(question.byId, picks[0].choice);
    return requires.map((criterion) => ({ question: name, criteria: [criterion], least: MUST[0] }));
  }
  const wanted = picks.filter((pick) => MUST.includes(pick.strength));
  const criteria = wanted.map((pick) => at(question.byId, pick.choice).criterion);
  if (question.anyOf) {
    return criteria.length ? [{ question: name, criteria: criteria.sort(compare), least: MUST[0] }] : [];
  }
  return wanted.map((pick, number) => ({ question: name, criteria: [criteria[number]], least: pick.strength }));
}

/**
 * Each condition once, in order.
 *
 * @param {Condition[]} conditions
 */
function distinct(conditions) {
  conditions.sort(compareConditions);
  return conditions.filter((condition, place) => !place || compareConditions(conditions[place - 1], condition));
}

/**
 * @param {Condition} one
 * @param {Condition} other
 */
function compareConditions(one, other) {
  return (
    compare(one.question, other.question)
    || compareLists(one.criteria, other.criteria)
    || compare(one.least, other.least)
  );
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function compareLists(one, other) {
  const place = one.findIndex((item, number) => item !== other[number]);
  if (place < 0 || place >= other.length) {
    return one.length - other.length;
  }
  return compare(one[place], other[place]);
}
