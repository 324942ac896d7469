// The box that shows the note, package, sources and date of a cell without leaving the table.

/** The box of `partials/evidence.html.jinja`. It closes when the page moves below it. */
class EvidenceBox {
  constructor() {
    this.element = part("evidence");
    /** @param {Event} event */
    const close = (event) => {
      if (!(event.target instanceof Node && this.element.contains(event.target)) && this.isOpen) {
        this.element.hidePopover();
      }
    };
    window.addEventListener("resize", close);
    window.addEventListener("pagehide", close);
    document.addEventListener("scroll", close, { capture: true, passive: true });
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
    if (this.isOpen) {
      this.element.hidePopover();
    }
    part("evidence-title").textContent = title;
    const summary = cell?.querySelector("summary");
    const words = make("p", { class: cell?.className ?? "" }, ...(summary?.childNodes ?? []));
    summary?.remove();
    part("evidence-body").replaceChildren(words, ...(cell?.childNodes ?? []));
    part("evidence-more").replaceChildren(...more);
    this.element.showPopover(/** @type {any} */ ({ source }));
    this.place(source);
    this.element.focus({ preventScroll: true });
  }

  /**
   * Below the cell, or above it; on a small screen the style sheet puts it at the foot of the window.
   *
   * @param {HTMLElement} source
   */
  place(source) {
    const cell = source.getBoundingClientRect();
    const { width, height } = this.element.getBoundingClientRect();
    const left = Math.max(8, Math.min(cell.left, document.documentElement.clientWidth - width - 8));
    const below = cell.bottom + 6;
    const top = below + height < window.innerHeight ? below : Math.max(8, cell.top - height - 6);
    this.element.style.setProperty("--left", `${left}px`);
    this.element.style.setProperty("--top", `${top}px`);
  }
}
