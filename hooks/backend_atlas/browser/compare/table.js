// The tables of the comparison: one column for each chosen technology.

/** @typedef {{id: string, name: string, page: string, column: string, kind: string, runtime: boolean, platform: string}} Option */

/** Rows are in the page; columns come and go. A cell that was opened stays open when its column moves. */
class ComparisonTables {
  constructor() {
    this.element = part("compare-tables");
    /** @type {HTMLElement[]} */
    this.tables = [...this.element.querySelectorAll(".compare-table")].filter((found) => found instanceof HTMLElement);
    /** @type {Map<string, Map<string, HTMLElement>>} */
    this.cells = new Map();
    /** @type {Map<string, Column["rows"]>} */
    this.rows = new Map();
    /** @type {Option[]} whose columns are in the tables */
    this.options = [];
  }

  /** @param {Column} column */
  add(column) {
    const { id, rows } = column;
    if (!this.cells.has(id)) {
      const cells = Object.entries(rows).map(([row, [, html]]) => /** @type {[string, HTMLElement]} */ (
        [row, make("td", {}, parsed(html))]));
      this.cells.set(id, new Map(cells));
      this.rows.set(id, rows);
    }
  }

  /**
   * @param {Option[]} options those whose columns are there
   * @param {boolean} pinned whether the first stays in sight
   */
  show(options, pinned) {
    this.options = options;
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
      placeCells(head, options.map(({ page, name }) => make("th", { scope: "col" }, makeLink(page, name))));
      table.querySelectorAll("tr[data-row]").forEach((row) => this.fill(/** @type {HTMLElement} */ (row)));
    }
  }

  /** @param {HTMLElement} row */
  fill(row) {
    const name = row.dataset.row ?? "";
    markSame(row, this.options.map(({ id }) => this.rows.get(id)?.[name]?.[0] ?? ""));
    placeCells(row, this.options.map(({ id }) => this.cells.get(id)?.get(name) ?? make("td")));
  }

  /** What is shown, as text: whose columns, and the rows with what they are called and what their cells say. */
  shown() {
    const tables = this.tables.map((table) => ({
      title: table.querySelector("h2")?.textContent ?? "",
      rows: [...table.querySelectorAll("tr[data-row]:not([hidden])")].map((row) => ({
        name: row.querySelector("th")?.textContent?.trim() ?? "",
        cells: [...row.querySelectorAll("td")].map(readCell),
      })),
    }));
    return { options: this.options, tables: tables.filter(({ rows }) => rows.length) };
  }
}

/**
 * What a cell says, read from the page: so what is taken away is what was seen.
 *
 * @param {Element} cell
 */
function readCell(cell) {
  const sources = [...cell.querySelectorAll(".sources a, .cites a")].map((link) => link.getAttribute("href") ?? "");
  /** @param {string} selector */
  const all = (selector) => [...cell.querySelectorAll(selector)].map(plainText).filter(Boolean);
  return {
    answer: cell.querySelector("summary .level") ? all("summary .level").join("; ") : answerText(cell),
    package: all("summary .package").join(", "),
    flags: all("summary .flag").join(", "),
    note: all(":scope > details > p").join(" "),
    sources: [...new Set(sources)].join(" "),
    read: lastRead(cell),
  };
}

/**
 * The day a cell was read last: of several lists of sources the oldest of their last days, as `model/ages.py` counts.
 * Empty where it has no source.
 *
 * @param {Element} cell
 */
function lastRead(cell) {
  const lasts = [...cell.querySelectorAll(".sources, .cites")].map((list) => {
    const days = [...list.querySelectorAll("time, [data-read]")].map(
      (day) => day.getAttribute("datetime") ?? day.getAttribute("data-read") ?? "",
    );
    return days.sort().at(-1) ?? "";
  });
  return lasts.sort()[0] ?? "";
}

/**
 * What a cell without a level says, without what opens below it and without the marks of its sources.
 *
 * @param {Element} cell
 */
function answerText(cell) {
  const copied = /** @type {Element} */ (cell.cloneNode(true));
  copied.querySelectorAll("details, .cites").forEach((aside) => aside.remove());
  const items = [...copied.querySelectorAll("li")].map(plainText);
  return items.length ? items.join("; ") : plainText(copied);
}

/** @param {Element} element */
function plainText(element) {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}
