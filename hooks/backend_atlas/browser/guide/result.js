// Shows one result.

const COLUMNS = 3;

/** Technologies in the ranking that are shown at once. */
const RANKED = 10;

/** Addresses in the data are relative to the site's root; the guide stands one level below it. */
const SITE = "../";

/** Shows results in the page. Parts that the reader opened stay open. */
class ResultPanel {
  /** @param {Words} words */
  constructor(words) {
    this.words = words;
    this.basis = words.basis;
    /** @type {Map<string, boolean>} */
    this.opened = new Map([["why", true], ["changes", true], ["risks", true], ["ways", true]]);
    window.addEventListener("beforeprint", fillParts);
    part("guide-detail").addEventListener("toggle", (event) => this.remember(event.target), true);
  }

  /** @param {EventTarget | null} target */
  remember(target) {
    if (target instanceof HTMLDetailsElement && target.dataset["part"]) {
      this.opened.set(target.dataset["part"], target.open);
    }
  }

  /** @param {Result} result */
  show(result) {
    const { words } = this;
    setText(part("guide-verdict"), words.verdict(result));
    part("guide").toggleAttribute("data-empty", result.verdict === "no answers");
    setText(part("guide-headline"), words.headline(result));
    setText(part("guide-holding"), words.holding(result));
    const detail = part("guide-detail");
    const focused = document.activeElement?.closest("#guide-detail [data-part]");
    detail.replaceChildren(...this.parts(result).filter((child) => child !== null));
    this.refocus(detail, focused?.getAttribute("data-part"));
  }

  /**
   * Gives the focus back to the part that had it, where a link in it was followed, or else to the first sentence.
   *
   * @param {HTMLElement} detail
   * @param {string | null | undefined} key
   */
  refocus(detail, key) {
    const summaries = [...detail.querySelectorAll("summary")];
    const same = summaries.find((summary) => summary.parentElement?.dataset["part"] === key);
    if (key) {
      (same ?? part("guide-headline")).focus({ preventScroll: true });
    }
  }

  /**
   * @param {Result} result
   * @returns {(HTMLElement | null)[]}
   */
  parts(result) {
    if (result.verdict === "no answers") {
      return [this.excluded(result)];
    }
    const { words } = this;
    const { risks, rests, flips, ranking } = result;
    const ways = result.verdict === "none fits" ? words.waysOut(result) : [];
    return [
      this.firstChange(result),
      this.section("ways", "Ways out", ways.length, () => [makeList(ways)]),
      ...this.ranking(result),
      this.section("risks", "Risks", risks.length, () => [makeList(risks.map((risk) => words.risk(risk)))]),
      this.section("why", "Why", ranking.length, () => this.why(result)),
      this.section("changes", "What would change this", flips.length, () => this.changes(result)),
      this.section("rests", `What this rests on (${rests.length})`, rests.length, () => (
        [makeList(rests.map((rest) => words.rest(rest)))]
      )),
      this.excluded(result),
    ];
  }

  /**
   * A part, if there is anything in it.
   *
   * @param {string} key
   * @param {string} title
   * @param {number} count
   * @param {() => Child[]} build
   */
  section(key, title, count, build) {
    return count ? makePart(key, title, this.opened.get(key) ?? false, build) : null;
  }

  /** @param {Result} result */
  firstChange(result) {
    const [flip] = this.words.notable(result);
    return flip
      ? make("p", { class: "guide-change", "data-part": "change" }, this.follow(result, flip), `, ${this.words.outcome(flip)}.`)
      : make("p", { class: "guide-change" }, "No single answer puts something else first, unless it excludes the rest.");
  }

  /**
   * A link to the same answers with one change.
   *
   * @param {Result} result
   * @param {Flip} flip
   */
  follow(result, flip) {
    return makeLink(`#${answersLink(this.basis, flipped(this.basis, result.answers, flip))}`, this.words.change(flip));
  }

  /**
   * The ranking; what is far behind on request.
   *
   * @param {Result} result
   */
  ranking(result) {
    const all = listed(result);
    const more = all.slice(RANKED);
    const list = (/** @type {Ranked[]} */ items) => (
      make("ol", { class: "ranking", "aria-label": "Ranking" }, ...items.map((item) => this.ranked(result, item)))
    );
    return all.length
      ? [list(all.slice(0, RANKED)), this.section("ranking", `${more.length} more`, more.length, () => [list(more)])]
      : [];
  }

  /**
   * @param {Result} result
   * @param {Ranked} item
   */
  ranked(result, item) {
    const option = at(this.words.options, item.id);
    const [low, high] = [points(tenths(item.low)), points(tenths(item.high))];
    const interval = low === high ? "" : `, ${low} to ${high} while something is unknown`;
    const trials = sole(result) ? "" : `; first in ${Math.floor(item.share * 100 + 0.5)} % of the trials`;
    return make(
      "li",
      result.leaders.includes(item.id) ? { class: "leads" } : {},
      makeLink(SITE + option.address, option.name),
      " ",
      make("strong", {}, points(tenths(item.score))),
      " ",
      make("span", { class: "small" }, `of 100${interval}${trials}`),
      makeBar(tenths(item.score) / 10),
    );
  }

  /** @param {Result} result */
  why(result) {
    const shown = considered(result).slice(0, COLUMNS).map(({ id }) => at(this.words.options, id));
    const against = this.words.against(result);
    return [
      against && make("p", {}, against),
      ...this.words.existing(result).map((text) => make("p", {}, text)),
      this.section("lines", "Every line, with its source", shown.length, () => [this.table(result, shown)]),
    ];
  }

  /**
   * @param {Result} result
   * @param {Technology[]} shown
   */
  table(result, shown) {
    const heads = shown.map((option) => (
      make("th", { scope: "col" }, makeLink(SITE + option.address, option.name))
    ));
    const rows = shares(result.asked).map(({ row, share }, place) => make(
      "tr",
      {},
      this.rowHead(row),
      make("td", {}, `${points(tenths(share))} %`),
      ...shown.map((option) => this.cell(option, row, at(result.contributions, option.id)[place])),
    ));
    const scores = new Map(result.ranking.map(({ id, score }) => [id, score]));
    const totals = shown.map(({ id }) => make("td", {}, make("strong", {}, points(tenths(at(scores, id))))));
    const label = "What each line adds to the score";
    return make(
      "div",
      { class: "table-region table-region--plain table-region--lines", role: "region", "aria-label": label, tabindex: "0" },
      make(
        "table",
        { class: "atlas-table" },
        make("caption", {}, label),
        make("thead", {}, make(
          "tr", {}, make("th", { scope: "col" }, "Asked for"), make("th", { scope: "col" }, "Weight"), ...heads,
        )),
        make("tbody", {}, ...rows, this.rounding(result, shown), make(
          "tr", { class: "total" }, make("th", { scope: "row" }, "Score"), make("td", {}, "100 %"), ...totals,
        )),
      ),
    );
  }

  /**
   * What the rounded lines lack to the rounded scores, if anything.
   *
   * @param {Result} result
   * @param {Technology[]} shown
   */
  rounding(result, shown) {
    const scores = new Map(result.ranking.map(({ id, score }) => [id, score]));
    const found = shown.map(({ id }) => rounding(at(scores, id), at(result.contributions, id)));
    const cells = [make("td", {}, "–"), ...found.map((number) => make("td", {}, points(number)))];
    return found.some(Boolean) && make("tr", {}, make("th", { scope: "row" }, "Rounding"), ...cells);
  }

  /** @param {Row} row */
  rowHead({ criteria, question }) {
    const label = this.words.criterion(criteria);
    const { address } = at(this.basis.measure, criteria[0]);
    const named = address ? makeLink(SITE + address, label) : label;
    return make("th", { scope: "row" }, named, " ", make("small", {}, this.words.answer(question)));
  }

  /**
   * @param {Technology} option
   * @param {Row} row
   * @param {Contribution} contribution
   */
  cell(option, { criteria }, { shown }) {
    const { fact } = at(this.basis.measure, criteria[0]);
    const { source } = fact ? at(option.facts, fact) : at(option.cells, criteria[0]);
    const level = fact ? "" : at(option.cells, criteria[0]).level;
    const where = source && make(
      "small",
      {},
      make("a", { href: source.url, rel: "nofollow" }, ...host(new URL(source.url).hostname)),
      ", ",
      make("span", { class: "tally" }, dayInWords(source.checked)),
    );
    const words = this.words.found(option.id, criteria);
    const shape = level && makeShape(level);
    const number = make("strong", {}, points(shown));
    return make("td", level ? { class: `cell--${level}` } : {}, shape, " ", number, ` ${words} `, where);
  }

  /** @param {Result} result */
  changes(result) {
    const { words } = this;
    const line = (/** @type {Flip} */ flip) => (
      make("li", {}, this.follow(result, flip), `, ${words.outcome(flip)}.`)
    );
    const main = words.notable(result);
    const others = result.flips.filter((flip) => !main.includes(flip));
    return [
      main.length > 0 && make("ul", {}, ...main.map(line)),
      this.section("all-changes", `All others (${others.length})`, others.length, () => (
        [make("ul", {}, ...others.map(line))]
      )),
    ];
  }

  /** @param {Result} result */
  excluded(result) {
    const { words } = this;
    const line = (/** @type {Excluded} */ item) => make(
      "li",
      {},
      makeLink(SITE + at(words.options, item.id).address, words.name(item.id)),
      `, for lack of ${words.excluded(item)}`,
    );
    const { length } = result.excluded;
    return this.section("excluded", `Excluded (${length})`, length, () => [make("ul", {}, ...result.excluded.map(line))]);
  }
}

/**
 * Sets a text only if it changes, so that nothing is announced twice.
 *
 * @param {HTMLElement} element
 * @param {string} text
 */
function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/**
 * The name of a host, which may go on in the next line after each dot.
 *
 * @param {string} name
 */
function host(name) {
  return name.split(/(?<=\.)/).flatMap((piece) => [piece, make("wbr")]);
}

/** @param {number} width percent */
function makeBar(width) {
  const [svg, bar] = ["svg", "rect"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  const settings = { class: "bar", viewBox: "0 0 100 2", preserveAspectRatio: "none", "aria-hidden": "true" };
  Object.entries(settings).forEach(([key, text]) => svg.setAttribute(key, text));
  bar.setAttribute("width", String(width));
  bar.setAttribute("height", "2");
  svg.append(bar);
  return svg;
}
