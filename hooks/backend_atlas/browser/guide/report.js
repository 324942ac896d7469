// A result as plain data, for the download. As `report.py`.

/**
 * Scores and points out of 100 with one decimal, parts of the trials from 0 to 1.
 *
 * @param {Words} words
 * @param {Result} result
 */
function report(words, result) {
  const ranked = result.ranking.map(({ id, score, low, high, share }) => (
    { id, score: of100(score), low: of100(low), high: of100(high), share }
  ));
  return {
    class: result.verdict,
    headline: words.headline(result),
    holding: words.holding(result),
    leaders: ranked.filter(({ id }) => result.leaders.includes(id)).map(({ id, score }) => ({ id, score })),
    ranking: ranked,
    excluded: result.excluded.map(({ id, conditions }) => (
      { id, reasons: conditions.map((condition) => words.condition(condition)) }
    )),
    contributions: Object.fromEntries([...result.contributions].map(([id, parts]) => [id, parts.map(
      ({ row, value, shown }) => ({ question: row.question, criteria: row.criteria, value, points: shown / 10 }),
    )])),
    flips: result.flips.map(({ question, choice, strength, leaders, verdict }) => (
      { question, choice, strength, leaders, class: verdict }
    )),
    rests: result.rests.map(({ id, criterion, reason }) => ({ id, criterion, reason })),
    risks: result.risks.map((risk) => (
      { id: risk.id, reason: risk.reason, criterion: risk.criterion, text: words.risk(risk) }
    )),
    ways_out: result.verdict === "none fits" ? words.waysOut(result) : [],
    answers: result.answers.text,
    data: words.basis.released,
    fragment: fragment(words.basis, result),
  };
}

/** @param {number} score */
function of100(score) {
  return tenths(score) / 10;
}
