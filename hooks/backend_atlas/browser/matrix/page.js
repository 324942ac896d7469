// The matrix: filter, rows, columns and address in step.

/** The page of all features. */
class MatrixPage {
  /** @param {FilterJson} json */
  constructor(json) {
    this.filtering = new Filtering(json);
    this.form = new FilterForm(this.filtering, () => this.change());
    this.rows = new RowChoice("matrix", () => this.keep());
    this.tables = new MatrixTables(this.filtering);
    this.only = /** @type {HTMLInputElement} */ (part("only-differences"));
    this.evidence = new Evidence(this.filtering);
    this.page = 0;
    this.columns = json.columns;
    this.shown = json.technologies.slice(0, this.columns).map(({ id }) => id).join();
  }

  start() {
    part("matrix-controls").inert = false;
    this.open();
    window.addEventListener("hashchange", () => this.open());
    this.only.addEventListener("change", () => this.keep());
    part("matrix-copy").addEventListener("click", () => copy(location.href, part("matrix-said")));
    part("matrix-pages").addEventListener("click", (event) => this.turn(event.target));
  }

  /** Takes everything from the address. */
  open() {
    const address = readAddress();
    if (!address && location.hash) {
      this.show();
      return;
    }
    const found = address ?? new Map();
    noticeIgnored(this.form.write(found));
    this.rows.read(found);
    this.only.checked = found.get("only") === "differences";
    this.page = Math.max(0, Number.parseInt(found.get("page") ?? "1", 10) - 1 || 0);
    this.show();
  }

  change() {
    this.page = 0;
    this.keep();
  }

  keep() {
    noticeIgnored([]);
    this.show();
    part("matrix-said").textContent = "";
    writeAddress([
      ...this.form.address(),
      ...this.rows.write(),
      ["only", this.only.checked ? "differences" : ""],
      ["page", this.page ? String(this.page + 1) : ""],
    ]);
  }

  /** @param {EventTarget | null} target */
  turn(target) {
    const step = target instanceof HTMLElement ? Number(target.dataset.step ?? 0) : 0;
    if (step) {
      this.page += step;
      this.keep();
    }
  }

  show() {
    const found = this.filtering.apply(this.form.read());
    const pages = Math.max(1, Math.ceil(found.left.length / this.columns));
    this.page = Math.min(this.page, pages - 1);
    const first = this.page * this.columns;
    const technologies = found.left.slice(first, first + this.columns);
    const shown = technologies.map(({ id }) => id).join();
    if (shown !== this.shown) {
      this.tables.show(technologies);
      this.shown = shown;
    }
    this.form.report(found);
    this.rows.apply(this.only.checked && technologies.length > 0, this.tables.tables);
    part("matrix-different").textContent = this.tables.different();
    part("matrix-none").hidden = technologies.length > 0;
    this.showPages(first, technologies.length, found.left.length, pages);
  }

  /**
   * @param {number} first
   * @param {number} count
   * @param {number} all
   * @param {number} pages
   */
  showPages(first, count, all, pages) {
    part("matrix-pages").hidden = pages < 2;
    part("matrix-page").textContent = `${first + 1} to ${first + count} of ${all} technologies`;
    for (const button of part("matrix-pages").querySelectorAll("button")) {
      button.disabled = button.dataset.step === "1" ? this.page >= pages - 1 : this.page <= 0;
    }
  }
}

const matrixData = document.getElementById("matrix-data");
if (matrixData && document.getElementById("matrix-controls")) {
  new MatrixPage(JSON.parse(matrixData.textContent ?? "")).start();
}
