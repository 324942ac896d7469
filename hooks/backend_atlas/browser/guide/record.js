// The decision record of a result: MADR 4.0.0 or Nygard's form, in Markdown. As `record.py`.

const LISTED = 6;

/** @type {[string, string, string[]][]} */
const CONSEQUENCES = [
  ["Good", "brings from its own project", ["built-in", "official"]],
  ["Neutral", "needs packages by others for", ["community"]],
  ["Bad", "leaves to your own code", ["do-it-yourself", "not-applicable"]],
];

/**
 * As a Markdown Architectural Decision Record, version 4.
 *
 * @param {Words} words
 * @param {Result} result
 * @param {string} link reproduces the result
 * @param {string} day ISO 8601
 */
function madr(words, result, link, day) {
  return joined([
    "---",
    "status: proposed",
    `date: ${day}`,
    "decision-makers: []",
    "---",
    "",
    `# ${recordTitle(words, result)}`,
    "",
    "## Context and Problem Statement",
    "",
    ...recordContext(words, result),
    "",
    "## Decision Drivers",
    "",
    ...recordDrivers(words, result),
    "",
    "## Considered Options",
    "",
    ...recordOptions(words, result),
    ...recordExcluded(words, result),
    "",
    "## Decision Outcome",
    "",
    ...recordOutcome(words, result),
    "",
    "### Consequences",
    "",
    ...recordConsequences(words, result),
    "",
    "### Confirmation",
    "",
    ...recordConfirmation(words, result),
    "",
    "## Pros and Cons of the Options",
    "",
    ...recordProsAndCons(words, result),
    "## More Information",
    "",
    ...recordMore(words, result, link),
  ]);
}

/**
 * In the five parts that Michael Nygard described in 2011.
 *
 * @param {Words} words
 * @param {Result} result
 * @param {string} link
 * @param {string} day
 */
function nygard(words, result, link, day) {
  return joined([
    `# ${recordTitle(words, result)}`,
    "",
    `Date: ${day}`,
    "",
    "## Status",
    "",
    "Proposed",
    "",
    "## Context",
    "",
    ...recordContext(words, result),
    "",
    ...recordDrivers(words, result),
    "",
    "Considered:",
    "",
    ...recordOptions(words, result),
    ...recordExcluded(words, result),
    "",
    "## Decision",
    "",
    ...recordOutcome(words, result),
    "",
    "## Consequences",
    "",
    ...recordConsequences(words, result),
    "",
    "To confirm in a spike:",
    "",
    ...recordConfirmation(words, result),
    "",
    ...recordMore(words, result, link),
  ]);
}

/** @param {string[]} lines */
function joined(lines) {
  return `${lines.join("\n").replace(/\n+$/, "")}\n`;
}

/** @param {Result} result */
function isDecided(result) {
  return ["clear", "ahead"].includes(result.verdict);
}

/**
 * @param {Words} words
 * @param {Result} result
 */
function recordTitle(words, result) {
  return isDecided(result) ? `Start on ${words.names(result.leaders)}` : "Choose a backend technology";
}

/**
 * @param {Words} words
 * @param {Result} result
 */
function* recordContext(words, result) {
  yield "Which backend technology should this project start on? Database, host and front end are decided elsewhere.";
  const kind = words.basis.question.get("kind");
  for (const { choice } of result.answers.picks.get("kind") ?? []) {
    if (kind) {
      yield `The project is mainly this: ${at(kind.byId, choice).label}.`;
    }
  }
  yield* ["", "<!-- What else matters here, and the guide cannot know: -->"];
}

/**
 * @param {Words} words
 * @param {Result} result
 */
function* recordDrivers(words, result) {
  for (const [title, labels] of words.given(result)) {
    yield `* ${title}: ${labels.join("; ")}`;
  }
  for (const condition of result.asked.conditions) {
    yield `* Must: ${words.condition(condition)}`;
  }
  for (const [question, swing] of result.answers.weights) {
    yield `* Weight of “${words.answer(question)}”: ${swing}`;
  }
}

/**
 * @param {Words} words
 * @param {Result} result
 */
function* recordOptions(words, result) {
  const shown = considered(result);
  for (const { id, score } of shown) {
    yield `* ${words.name(id)}, ${points(tenths(score))} of 100`;
  }
  if (!shown.length) {
    yield "* None";
  }
}

/**
 * @param {Words} words
 * @param {Result} result
 */
function* recordExcluded(words, result) {
  if (result.excluded.length) {
    yield* ["", "Excluded:", ""];
  }
  for (const item of result.excluded) {
    yield `* ${words.name(item.id)}, for lack of ${words.excluded(item)}`;
  }
}

/**
 * @param {Words} words
 * @param {Result} result
 */
function* recordOutcome(words, result) {
  yield isDecided(result)
    ? `Chosen option: “${words.names(result.leaders)}”. ${words.headline(result)} ${words.holding(result)}`
    : `No option is chosen yet. ${words.headline(result)} ${words.holding(result)}`.trimEnd();
  if (result.verdict === "none fits") {
    yield* ["", ...words.waysOut(result).map((text) => `* ${text}`)];
  }
}

/**
 * @param {Words} words
 * @param {Result} result
 */
function* recordConsequences(words, result) {
  const leaders = considered(result).filter(({ id }) => result.leaders.includes(id));
  for (const { id } of leaders) {
    for (const [label, verb, levels] of CONSEQUENCES) {
      const found = words.at(result, id, levels);
      if (found.length) {
        yield `* ${label}, because ${words.name(id)} ${verb}: ${found.join(", ")}`;
      }
    }
  }
  for (const risk of result.risks) {
    yield `* Bad, because of a risk: ${words.risk(risk)}`;
  }
  for (const text of words.existing(result)) {
    yield `* ${text}`;
  }
  if (!leaders.length) {
    yield "* Bad, because nothing can be chosen as long as the conditions stay.";
  }
}

/**
 * @param {Words} words
 * @param {Result} result
 */
function* recordConfirmation(words, result) {
  if (!result.ranking.length) {
    yield "* [ ] Decide which condition can go, and ask the guide again";
    return;
  }
  for (const { criteria } of result.asked.conditions) {
    if (!at(words.basis.measure, criteria[0]).fact) {
      yield `* [ ] Show in a running example: ${words.criterion(criteria)}`;
    }
  }
  for (const rest of result.rests.filter(({ reason }) => reason === "flips").slice(0, LISTED)) {
    yield `* [ ] Read again, because the result rests on it: ${words.rest(rest)}`;
  }
  yield "* [ ] Build the part of the project that worries the team most";
  yield "* [ ] Run it where it will run, and measure what matters there";
  yield "* [ ] Let the people who will maintain it say yes";
}

/**
 * @param {Words} words
 * @param {Result} result
 */
function* recordProsAndCons(words, result) {
  const columns = considered(result).map(({ id }) => at(result.contributions, id));
  if (columns.length > 1) {
    yield* ["Lines on which the options do not differ are left out.", ""];
  }
  for (const { id } of considered(result)) {
    yield* [`### ${words.name(id)}`, ""];
    const telling = at(result.contributions, id).filter((_, place) => (
      columns.length === 1 || new Set(columns.map((parts) => parts[place].value)).size > 1
    ));
    for (const { row, value } of telling) {
      const label = value >= 0.9 ? "Good" : value >= 0.5 ? "Neutral" : "Bad";
      yield `* ${label}, because of ${words.criterion(row.criteria)} (${words.found(id, row.criteria)})`;
    }
    yield "";
  }
}

/**
 * @param {Words} words
 * @param {Result} result
 * @param {string} link
 */
function* recordMore(words, result, link) {
  yield `Made with the decision guide of Backend Atlas, data of ${words.basis.released}. The same result: <${link}>`;
  const changes = words.notable(result).slice(0, LISTED);
  if (changes.length) {
    yield* ["", "What would change it:", ""];
  }
  for (const flip of changes) {
    yield `* ${words.flip(flip)}`;
  }
}
