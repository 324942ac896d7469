// The tables of the matrix: brief cells, at most so many columns at a time.

/** Rows are in the page; the columns of the technologies that are shown come and go. */
class MatrixTables {
  /** @param {Filtering} filtering */
  constructor(filtering) {
    this.filtering = filtering;
    /** @type {HTMLElement[]} */
    this.tables = [...document.querySelectorAll(".matrix-table")].filter((found) => found instanceof HTMLElement);
    this.heads = this.tables.map((table) => /** @type {HTMLElement} */ (table.querySelector("thead tr")));
    this.rows = this.tables.flatMap((table) => [...table.querySelectorAll("tr[data-row]")])
      .filter((found) => found instanceof HTMLElement);
    /** @type {Map<string, Map<string, HTMLElement>>} */
    this.cells = new Map();
  }

  /** @param {Listed[]} technologies */
  show(technologies) {
    for (const head of this.heads) {
      const names = technologies.map(({ page, name }) => make("th", { scope: "col" }, makeLink(page, name)));
      head.replaceChildren(/** @type {Element} */ (head.firstElementChild), ...names);
    }
    for (const row of this.rows) {
      const feature = row.dataset.row ?? "";
      const answers = technologies.map((technology) => this.comparable(technology, feature));
      row.toggleAttribute("data-same", !answers.includes("") && new Set(answers).size === 1);
      row.replaceChildren(
        /** @type {Element} */ (row.firstElementChild),
        ...technologies.map((technology) => this.cell(technology, feature)),
      );
    }
    for (const table of this.tables) {
      table.toggleAttribute("data-same", !table.querySelector("tr[data-row]:not([data-same])"));
    }
  }

  /**
   * What is compared; empty where it is unknown, which differs from everything.
   *
   * @param {Listed} technology
   * @param {string} feature
   */
  comparable(technology, feature) {
    const level = this.filtering.level(technology, feature);
    const flags = (technology.flags[feature] ?? []).filter((flag) => flag !== "vendor");
    return level === "unknown" ? "" : [level, ...flags].join(" ");
  }

  /**
   * @param {Listed} technology
   * @param {string} feature
   */
  cell(technology, feature) {
    const known = this.cells.get(technology.id) ?? new Map();
    this.cells.set(technology.id, known);
    const found = known.get(feature) ?? this.makeCell(technology, feature);
    known.set(feature, found);
    return found;
  }

  /**
   * @param {Listed} technology
   * @param {string} feature
   */
  makeCell(technology, feature) {
    const template = /** @type {HTMLTemplateElement} */ (part(`brief-${this.filtering.level(technology, feature)}`));
    const cell = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    const link = /** @type {HTMLAnchorElement} */ (cell.firstElementChild);
    link.setAttribute("href", `${technology.page}#${feature}`);
    const name = technology.packages[feature];
    const flags = (technology.flags[feature] ?? []).flatMap((flag) => [" ", make("span", { class: "flag" }, flag)]);
    link.append(...(name ? [" ", make("span", { class: "package" }, name)] : []), ...flags);
    return cell;
  }

  /** How many features differ among those that are shown. */
  different() {
    return `${this.rows.filter((row) => !row.hasAttribute("data-same")).length} of ${this.rows.length} features`;
  }
}
