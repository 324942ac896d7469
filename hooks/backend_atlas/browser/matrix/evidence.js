// Opens a brief cell: its note, package, source and date, beside the table. Without this, the cell is a link.

/** Listens to the cells of the matrix. */
class Evidence {
  /** @param {Filtering} filtering */
  constructor(filtering) {
    this.byPage = new Map(filtering.technologies.map((technology) => [technology.page, technology]));
    this.box = new EvidenceBox();
    /** @type {HTMLAnchorElement | null} the cell that was asked for last, until the reader does something else */
    this.asked = null;
    document.addEventListener("click", (event) => this.click(event));
    document.addEventListener("keydown", ({ key }) => { this.asked = key === "Enter" ? this.asked : null; });
  }

  /** @param {MouseEvent} event */
  click(event) {
    const link = event.target instanceof Element && event.target.closest("a.brief");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    this.asked = link instanceof HTMLAnchorElement ? link : null;
    if (this.asked && plain && "popover" in HTMLElement.prototype) {
      event.preventDefault();
      this.open(this.asked);
    }
  }

  /**
   * Follows the link where the evidence cannot be loaded.
   *
   * @param {HTMLAnchorElement} link
   */
  async open(link) {
    const [page = "", feature = ""] = (link.getAttribute("href") ?? "").split("#");
    const technology = this.byPage.get(page);
    const column = technology && await loadColumn(technology.id, technology.column).catch(() => null);
    if (this.asked !== link) {
      return;
    }
    if (!technology || !column) {
      location.assign(link.href);
      return;
    }
    const head = link.closest("tr")?.querySelector("th a");
    const cell = parsed(column.rows[feature]?.[1] ?? "").querySelector("details");
    const definition = head?.getAttribute("href") ?? "";
    this.box.open(link, `${technology.name}: ${head?.textContent}`, cell, [
      makeLink(link.href, `All about ${technology.name}`), document.createTextNode(", "), makeLink(definition, "what counts"),
    ]);
  }
}
