// The box that shows the note, package, sources and date of a cell without leaving the table.

/** Pixels that a cell may move below its box. */
const FAR = 24;

/** Pixels between the box and what is around it. */
const GAP = 6;

/** Pixels that the box is high at least, if its content is. */
const LEAST = 120;

/** The box of `partials/evidence.html.jinja`. Where it stands beside its cell, it closes when the cell moves away. */
class EvidenceBox {
  constructor() {
    this.element = part("evidence");
    /** @type {HTMLElement | null} */
    this.source = null;
    this.top = 0;
    this.element.addEventListener("toggle", () => this.isOpen || document.documentElement.style.removeProperty("--covered"));
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

  /** On a small screen the style sheet puts it at the foot of the window. There, the cell moves out from under it. */
  place() {
    const source = /** @type {HTMLElement} */ (this.source);
    if (this.narrow.matches) {
      document.documentElement.style.setProperty("--covered", `${this.element.offsetHeight + GAP}px`);
      source.scrollIntoView({ block: "nearest" });
    } else {
      this.placeBeside(source);
    }
    this.top = source.getBoundingClientRect().top;
  }

  /**
   * Below the row of the cell, or above it where there is more room, so that the row and the heads of the columns stay in
   * sight.
   *
   * @param {HTMLElement} source
   */
  placeBeside(source) {
    const { style } = this.element;
    style.removeProperty("--room");
    const { width, height } = this.element.getBoundingClientRect();
    const row = (source.closest("tr") ?? source).getBoundingClientRect();
    const heads = source.closest("table")?.querySelector("thead th")?.getBoundingClientRect().bottom ?? 0;
    const below = window.innerHeight - row.bottom - 2 * GAP;
    const above = row.top - Math.max(0, heads) - 2 * GAP;
    const room = Math.max(below, above, LEAST);
    const top = height <= below || below >= above ? row.bottom + GAP : row.top - GAP - Math.min(height, room);
    const left = Math.min(source.getBoundingClientRect().left, document.documentElement.clientWidth - width - GAP);
    style.setProperty("--room", `${room}px`);
    style.setProperty("--left", `${Math.max(GAP, left)}px`);
    style.setProperty("--top", `${Math.max(GAP, top)}px`);
  }
}
