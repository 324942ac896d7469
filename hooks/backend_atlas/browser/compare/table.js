// The tables of the comparison: one column for each chosen technology.

/** @typedef {{id: string, name: string, page: string, column: string, kind: string, runtime: boolean, platform: string}} Option */

/** Rows are in the page; columns come and go. A cell that was opened stays open when its column moves. */
class ComparisonTables {
  constructor() {
    this.element = part("compare-tables");
    /** @type {HTMLElement[]} */
    this.tables = [...this.element.querySelectorAll(".compare-table")].filter((found) => found instanceof HTMLElement);
    /** @type {Map<string, Map<string, HTMLTableCellElement>>} */
    this.cells = new Map();
    /** @type {Map<string, Column["rows"]>} */
    this.rows = new Map();
  }

  /** @param {Column} column */
  add(column) {
    const { id, rows } = column;
    if (!this.cells.has(id)) {
      const cells = Object.entries(rows).map(([row, [, html]]) => [row, make("td", {}, parsed(html))]);
      this.cells.set(id, new Map(/** @type {[string, HTMLTableCellElement][]} */ (cells)));
      this.rows.set(id, rows);
    }
  }

  /**
   * @param {Option[]} options those whose columns are there
   * @param {boolean} pinned whether the first stays in sight
   */
  show(options, pinned) {
    this.element.hidden = !options.length;
    const names = options.map(({ name }) => name).join(", ");
    for (const table of this.tables) {
      const region = /** @type {HTMLElement} */ (table.querySelector(".table-region"));
      region.classList.toggle("table-region--pair", options.length <= 2);
      region.classList.toggle("table-region--wide", options.length > 2);
      region.classList.toggle("table-region--pinned", pinned && options.length > 2);
      const caption = `${table.querySelector("h2")?.textContent}: ${names}`;
      region.setAttribute("aria-label", caption);
      /** @type {HTMLElement} */ (table.querySelector("caption")).textContent = caption;
      const head = /** @type {HTMLElement} */ (table.querySelector("thead tr"));
      const heads = options.map(({ page, name }) => make("th", { scope: "col" }, makeLink(page, name)));
      head.replaceChildren(/** @type {Element} */ (head.firstElementChild), ...heads);
      for (const row of table.querySelectorAll("tr[data-row]")) {
        this.fill(/** @type {HTMLElement} */ (row), options);
      }
      const same = !table.querySelector("tr[data-row]:not([data-same])");
      region.toggleAttribute("data-same", same);
      /** @type {HTMLElement} */ (table.querySelector(".none-differ")).hidden = !same;
    }
  }

  /**
   * @param {HTMLElement} row
   * @param {Option[]} options
   */
  fill(row, options) {
    const name = row.dataset.row ?? "";
    const answers = options.map(({ id }) => this.rows.get(id)?.[name]?.[0] ?? "");
    row.toggleAttribute("data-same", !answers.includes("") && new Set(answers).size === 1);
    const cells = options.map(({ id }) => this.cells.get(id)?.get(name) ?? make("td"));
    row.replaceChildren(/** @type {Element} */ (row.firstElementChild), ...cells);
  }

  /** How many of the features and facts differ. */
  different() {
    const rows = [...this.element.querySelectorAll("tr[data-row]")];
    const points = rows.filter((row) => !row.closest("[data-group=points]"));
    const facts = points.filter((row) => row.closest("[data-group=facts]"));
    /** @param {Element[]} found */
    const count = (found) => found.filter((row) => !row.hasAttribute("data-same")).length;
    const features = points.filter((row) => !facts.includes(row));
    return `${count(features)} of ${features.length} features, ${count(facts)} of ${facts.length} facts`;
  }

  /**
   * The rows that are shown, as text: what they are called, their cells, and the table they stand in.
   *
   * @param {boolean} only whether those that do not differ are left out
   */
  shown(only) {
    const rows = `tr[data-row]:not([hidden])${only ? ":not([data-same])" : ""}`;
    return this.tables.map((table) => ({
      title: table.querySelector("h2")?.textContent ?? "",
      rows: [...table.querySelectorAll(rows)].map((row) => ({
        name: row.querySelector("th")?.textContent?.trim() ?? "",
        cells: [...row.querySelectorAll("td")].map(readCell),
      })),
    })).filter(({ rows }) => rows.length);
  }
}

/**
 * What a cell says, read from the page: so what is taken away is what was seen.
 *
 * @param {Element} cell
 */
function readCell(cell) {
  const source = cell.querySelector(".sources a");
  const day = cell.querySelector(".sources time")?.getAttribute("datetime");
  const dated = cell.querySelector(".sources .read")?.textContent ?? "";
  /** @param {string} selector */
  const all = (selector) => [...cell.querySelectorAll(selector)].map(plainText).filter(Boolean);
  const level = cell.querySelector(".level");
  const brief = level ? [level] : [...cell.querySelectorAll(":scope > span, :scope > .values > li, :scope > .points > li > strong")];
  const summary = [...cell.childNodes].map((node) => node.textContent ?? "").join(" ").replaceAll(/\s+/g, " ").trim();
  return {
    answer: brief.map(plainText).join("; ") || summary,
    package: all("summary .package").join(", "),
    flags: all("summary .flag").join(", "),
    note: all("details > p").join(" "),
    source: source?.getAttribute("href") ?? "",
    read: day ?? dated,
  };
}

/** @param {Element} element */
function plainText(element) {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}
