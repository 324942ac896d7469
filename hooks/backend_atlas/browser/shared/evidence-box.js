// The box that shows the note, package, sources and date of a cell without leaving the table.

/** Pixels that a cell may move below its box. */
const FAR = 24;

/** The box of `partials/evidence.html.jinja`. Where it stands beside its cell, it closes when the cell moves away. */
class EvidenceBox {
  constructor() {
    this.element = part("evidence");
    /** @type {HTMLElement | null} */
    this.source = null;
    this.top = 0;
    this.narrow = window.matchMedia("(max-width: 47.99em)");
    window.addEventListener("resize", () => this.isOpen && this.place());
    window.addEventListener("pagehide", () => this.close());
    document.addEventListener("scroll", () => this.follow(), { capture: true, passive: true });
  }

  follow() {
    if (this.isOpen && !this.narrow.matches && Math.abs((this.source?.getBoundingClientRect().top ?? 0) - this.top) > FAR) {
      this.close();
    }
  }

  close() {
    if (this.isOpen) {
      this.element.hidePopover();
    }
  }

  get isOpen() {
    return this.element.matches(":popover-open");
  }

  /**
   * Opens beside `source`, to which the focus goes back.
   *
   * @param {HTMLElement} source
   * @param {string} title
   * @param {Element | null} cell the `details` of a cell; it is emptied
   * @param {Node[]} more links to the rest
   */
  open(source, title, cell, more) {
    this.close();
    this.source = source;
    part("evidence-title").textContent = title;
    const summary = cell?.querySelector("summary");
    const words = make("p", { class: cell?.className ?? "" }, ...(summary?.childNodes ?? []));
    summary?.remove();
    part("evidence-body").replaceChildren(words, ...(cell?.childNodes ?? []));
    part("evidence-more").replaceChildren(...more);
    this.element.showPopover(/** @type {any} */ ({ source }));
    this.place();
    this.element.focus({ preventScroll: true });
  }

  /**
   * Below the cell, or above it; on a small screen the style sheet puts it at the foot of the window.
   */
  place() {
    const cell = /** @type {HTMLElement} */ (this.source).getBoundingClientRect();
    this.top = cell.top;
    const { width, height } = this.element.getBoundingClientRect();
    const left = Math.max(8, Math.min(cell.left, document.documentElement.clientWidth - width - 8));
    const below = cell.bottom + 6;
    const top = below + height < window.innerHeight ? below : Math.max(8, cell.top - height - 6);
    this.element.style.setProperty("--left", `${left}px`);
    this.element.style.setProperty("--top", `${top}px`);
  }
}
