// Opens a brief cell: its note, package, source and date, beside the table. Without this, the cell is a link.

/** The box of `matrix/evidence.html.jinja`. */
class Evidence {
  /** @param {Filtering} filtering */
  constructor(filtering) {
    this.byPage = new Map(filtering.technologies.map((technology) => [technology.page, technology]));
    this.box = part("evidence");
    document.addEventListener("click", (event) => this.click(event));
  }

  /** @param {MouseEvent} event */
  click(event) {
    const link = event.target instanceof Element && event.target.closest("a.brief");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link instanceof HTMLAnchorElement && plain && "popover" in HTMLElement.prototype) {
      event.preventDefault();
      this.open(link);
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
    try {
      const column = await loadColumn(technology?.id ?? "", technology?.column ?? "");
      this.fill(link, technology?.name ?? "", parsed(column.rows[feature]?.[1] ?? ""));
      this.box.showPopover();
      this.place(link);
      this.box.focus({ preventScroll: true });
    } catch {
      location.assign(link.href);
    }
  }

  /**
   * @param {HTMLAnchorElement} link
   * @param {string} name
   * @param {DocumentFragment} cell
   */
  fill(link, name, cell) {
    const head = link.closest("tr")?.querySelector("th a");
    part("evidence-title").textContent = `${name}: ${head?.textContent ?? ""}`;
    const details = cell.querySelector("details");
    const words = make("p", { class: details?.className ?? "" }, ...(details?.querySelector("summary")?.childNodes ?? []));
    details?.querySelector("summary")?.remove();
    part("evidence-body").replaceChildren(words, ...(details?.childNodes ?? []));
    const [whole, counts] = part("evidence-more").querySelectorAll("a");
    whole?.setAttribute("href", link.href);
    counts?.setAttribute("href", head?.getAttribute("href") ?? "");
  }

  /**
   * Below the cell, or above it; on a small screen the style sheet puts it at the foot of the window.
   *
   * @param {HTMLElement} link
   */
  place(link) {
    const cell = link.getBoundingClientRect();
    const { width, height } = this.box.getBoundingClientRect();
    const left = Math.max(8, Math.min(cell.left, document.documentElement.clientWidth - width - 8));
    const below = cell.bottom + 6;
    const top = below + height < window.innerHeight ? below : Math.max(8, cell.top - height - 6);
    this.box.style.setProperty("--left", `${left}px`);
    this.box.style.setProperty("--top", `${top}px`);
  }
}
