// The rows of tables: which are chosen by words and by groups, which differ, and which cells stand in them.

/** The controls of `partials/rows.html.jinja`. */
class RowChoice {
  /**
   * @param {string} name the first part of the ids
   * @param {HTMLElement[]} tables elements with `data-group`, each around rows with `data-row` and `data-words`
   * @param {() => void} changed
   */
  constructor(name, tables, changed) {
    this.tables = tables;
    this.about = /** @type {HTMLInputElement} */ (part(`${name}-about`));
    this.only = /** @type {HTMLInputElement} */ (part("only-differences"));
    this.different = part(`${name}-different`);
    this.count = part(`${name}-rows-count`);
    this.empty = part(`${name}-empty`);
    const panel = part(`${name}-rows`);
    this.boxes = /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll("input[type=checkbox]"));
    panel.addEventListener("input", changed);
    this.only.addEventListener("change", changed);
  }

  get groups() {
    return [...this.boxes].filter(({ checked }) => checked).map(({ value }) => value);
  }

  /**
   * Fills the controls from the address.
   *
   * @param {Map<string, string>} address
   * @param {string[]} ignored takes what is not known
   */
  fromAddress(address, ignored) {
    const all = [...this.boxes].map(({ value }) => value);
    const groups = listed(address.get("groups"), (group) => all.includes(group), ignored);
    this.boxes.forEach((box) => { box.checked = groups.includes(box.value); });
    this.about.value = shortText(address.get("about"));
    this.only.checked = listed(address.get("only"), (value) => value === "differences", ignored).length > 0;
  }

  /** @returns {[string, string][]} */
  toAddress() {
    return [
      ["groups", this.groups.join(",")],
      ["about", this.about.value.trim()],
      ["only", this.only.checked ? "differences" : ""],
    ];
  }

  /**
   * Shows the rows that are meant, and says how many. A table without rows is hidden with its heading. With less than two
   * columns nothing can differ.
   *
   * @param {number} columns
   */
  apply(columns) {
    const typed = this.about.value.trim();
    const meant = finder(typed);
    const groups = new Set(this.groups);
    this.only.disabled = columns < 2;
    const only = this.only.checked && columns > 1;
    const found = { all: 0, chosen: 0, differ: 0, left: 0 };
    for (const table of this.tables) {
      const fits = columns > 0 && (!groups.size || groups.has(table.dataset.group ?? ""));
      let here = 0;
      for (const row of /** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll("tr[data-row]"))) {
        const chosen = fits && meant(row.dataset.words ?? "");
        const differs = chosen && !row.hasAttribute("data-same");
        row.hidden = only ? !differs : !chosen;
        found.all += 1;
        found.chosen += Number(chosen);
        found.differ += Number(differs);
        here += Number(!row.hidden);
      }
      table.hidden = !here;
      found.left += here;
    }
    say(this.count, `${found.left === found.all ? "all" : `${found.left} of`} ${found.all}${typed && `, about “${typed}”`}`);
    say(this.different, columns > 1 ? `${found.differ} of ${found.chosen}` : "needs two technologies");
    this.empty.hidden = found.left > 0 || !columns;
    say(this.empty, this.why(found.chosen, typed, groups.size));
  }

  /**
   * Why no row is left.
   *
   * @param {number} chosen
   * @param {string} typed
   * @param {number} groups
   */
  why(chosen, typed, groups) {
    if (chosen) {
      return "None of these rows differs.";
    }
    return groups ? `No row in the chosen groups is about “${typed}”.` : `No row is about “${typed}”.`;
  }
}

/**
 * Marks a row that does not differ. An unknown answer is empty, and differs from everything.
 *
 * @param {HTMLElement} row
 * @param {string[]} answers
 */
function markSame(row, answers) {
  row.toggleAttribute("data-same", !answers.includes("") && new Set(answers).size === 1);
}

/**
 * Puts cells behind the head of a row. Those that stay where they are are not touched, so that focus stays in them.
 *
 * @param {Element} row
 * @param {Element[]} cells
 */
function placeCells(row, cells) {
  [...row.children].slice(1).filter((cell) => !cells.includes(cell)).forEach((cell) => cell.remove());
  cells.forEach((cell, at) => {
    if (row.children[at + 1] !== cell) {
      row.insertBefore(cell, row.children[at + 1] ?? null);
    }
  });
}
