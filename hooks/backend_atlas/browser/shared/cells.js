// On a narrow screen a cell opens in the box at the foot of the window: within its column it would be a ribbon of words.

/**
 * Opens the cells of all tables of the page, those that come later, too.
 *
 * @param {EvidenceBox} box
 */
function openCellsInBox(box) {
  const narrow = window.matchMedia("(max-width: 47.99em)");
  document.addEventListener("click", (event) => {
    const summary = event.target instanceof Element && event.target.closest("details.cell > summary");
    if (summary instanceof HTMLElement && narrow.matches) {
      event.preventDefault();
      const cell = /** @type {HTMLTableCellElement} */ (summary.closest("td"));
      const column = cell.closest("table")?.querySelectorAll("thead th")[cell.cellIndex];
      const row = cell.closest("tr")?.querySelector("th");
      const definition = row?.querySelector("a")?.getAttribute("href");
      const title = `${column?.textContent}: ${row?.textContent}`;
      const details = /** @type {Element} */ (summary.parentElement?.cloneNode(true));
      box.open(summary, title, details, definition ? [makeLink(definition, "What counts")] : []);
    }
  });
}

if ("popover" in HTMLElement.prototype && document.getElementById("evidence")) {
  openCellsInBox(new EvidenceBox());
}
