// The matrix: filter, rows, columns and address in step.

/** The page of all features. */
class MatrixPage {
  /** @param {FilterJson} json */
  constructor(json) {
    this.filtering = new Filtering(json);
    this.columns = json.columns;
    this.tables = new MatrixTables(this.filtering);
    this.form = new FilterForm(this.filtering, () => this.filter());
    this.rows = new RowChoice("matrix", this.tables.tables, () => this.change());
    this.address = new Address((parameters) => this.open(parameters), () => this.parameters);
    this.evidence = new Evidence(this.filtering);
    /** @type {number} counted from 0 */
    this.page = 0;
  }

  start() {
    part("matrix-controls").inert = false;
    this.address.follow();
    part("matrix-copy").addEventListener("click", () => {
      copy(this.address.link, part("matrix-said"), `Select the address: ${this.address.link}`);
    });
    part("matrix-pages").addEventListener("click", (event) => this.turn(event.target));
  }

  /** @returns {[string, string][]} */
  get parameters() {
    return [...this.form.toAddress(), ...this.rows.toAddress(), ["page", this.page ? String(this.page + 1) : ""]];
  }

  /** @param {Map<string, string>} parameters */
  open(parameters) {
    /** @type {string[]} */
    const ignored = [];
    this.form.fromAddress(parameters, ignored);
    this.rows.fromAddress(parameters, ignored);
    const [page = "1"] = listed(parameters.get("page"), (text) => /^[1-9]\d{0,3}$/.test(text), ignored);
    this.page = Number(page) - 1;
    noticeIgnored(part("filter-notice"), ignored);
    this.show();
  }

  filter() {
    this.page = 0;
    this.change();
  }

  change() {
    noticeIgnored(part("filter-notice"), []);
    say(part("matrix-said"), "");
    this.show();
    this.address.write();
  }

  /** @param {EventTarget | null} target */
  turn(target) {
    const step = target instanceof HTMLElement ? Number(target.dataset.step ?? 0) : 0;
    if (step && target instanceof HTMLElement && target.ariaDisabled !== "true") {
      this.page += step;
      this.change();
    }
  }

  show() {
    const found = this.filtering.apply(this.form.wanted);
    const pages = Math.max(1, Math.ceil(found.left.length / this.columns));
    this.page = Math.min(this.page, pages - 1);
    const first = this.page * this.columns;
    const technologies = found.left.slice(first, first + this.columns);
    this.tables.show(technologies);
    this.form.report(found);
    this.rows.apply(technologies.length);
    part("matrix-none").hidden = technologies.length > 0;
    this.showPages(first, technologies.length, found.left.length, pages);
  }

  /**
   * A button that leads nowhere stays where it is, so that focus stays on it.
   *
   * @param {number} first
   * @param {number} count
   * @param {number} all
   * @param {number} pages
   */
  showPages(first, count, all, pages) {
    part("matrix-pages").hidden = pages < 2;
    say(part("matrix-page"), pages < 2 ? "" : `${first + 1} to ${first + count} of ${all} technologies`);
    for (const button of part("matrix-pages").querySelectorAll("button")) {
      const page = this.page + Number(button.dataset.step);
      button.setAttribute("aria-disabled", String(page < 0 || page >= pages));
    }
  }
}

const matrixData = document.getElementById("matrix-data");
if (matrixData && document.getElementById("matrix-controls")) {
  new MatrixPage(JSON.parse(matrixData.textContent ?? "")).start();
}
