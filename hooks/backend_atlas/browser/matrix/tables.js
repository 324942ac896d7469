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
    /** @type {string} the pages of the technologies in the tables; the site has put the first ones there */
    this.shown = [...this.heads[0]?.querySelectorAll("th a") ?? []].map((link) => link.getAttribute("href")).join();
  }

  /** @param {Listed[]} technologies */
  show(technologies) {
    const pages = technologies.map(({ page }) => page).join();
    if (pages === this.shown) {
      return;
    }
    this.shown = pages;
    for (const head of this.heads) {
      placeCells(head, technologies.map(({ page, name }) => make("th", { scope: "col" }, makeLink(page, name))));
    }
    for (const table of this.tables) { // as `matrix/table.html.jinja` does
      const classes = /** @type {DOMTokenList} */ (table.querySelector(".table-region")?.classList);
      classes.toggle("table-region--few", technologies.length < 4);
      classes.toggle("table-region--many", technologies.length > 8);
    }
    for (const row of this.rows) {
      const feature = row.dataset.row ?? "";
      markSame(row, technologies.map((technology) => this.filtering.comparable(technology, feature)));
      placeCells(row, technologies.map((technology) => this.cell(technology, feature)));
    }
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
    link.append(...(name ? [" ", makePackage(name)] : []), ...flags);
    return cell;
  }
}
