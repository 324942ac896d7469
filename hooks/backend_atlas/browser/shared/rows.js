// Chooses rows of tables: by words, and by groups.

/** The controls of `partials/rows.html.jinja`. */
class RowChoice {
  /**
   * @param {string} name the first part of the ids
   * @param {() => void} changed
   */
  constructor(name, changed) {
    this.about = /** @type {HTMLInputElement} */ (part(`${name}-about`));
    this.count = part(`${name}-rows-count`);
    this.empty = part(`${name}-empty`);
    this.panel = /** @type {HTMLDetailsElement} */ (part(`${name}-rows`));
    this.boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.panel.querySelectorAll("input[type=checkbox]"));
    this.panel.addEventListener("input", changed);
  }

  get groups() {
    return [...this.boxes].filter(({ checked }) => checked).map(({ value }) => value);
  }

  /** @param {Map<string, string>} address */
  read(address) {
    const groups = new Set(listed(address.get("groups")));
    this.boxes.forEach((box) => { box.checked = groups.has(box.value); });
    this.about.value = (address.get("about") ?? "").slice(0, LONGEST_SEARCH);
  }

  /** @returns {[string, string][]} */
  write() {
    return [["groups", this.groups.join(",")], ["about", this.about.value.trim()]];
  }

  /**
   * Shows the rows that are meant, and says how many. A table without rows is hidden with its heading.
   *
   * @param {boolean} only whether rows that do not differ are out of sight
   * @param {HTMLElement[]} tables elements with `data-group`, each around rows with `data-row` and `data-words`
   */
  apply(only, tables) {
    const meant = finder(this.about.value);
    const groups = new Set(this.groups);
    let all = 0;
    let left = 0;
    let differ = 0;
    for (const table of tables) {
      const rows = /** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll("tr[data-row]"));
      const fits = !groups.size || groups.has(table.dataset.group ?? "");
      let here = 0;
      for (const row of rows) {
        row.hidden = !(fits && meant(row.dataset.words ?? ""));
        here += Number(!row.hidden);
        differ += Number(!row.hidden && !row.hasAttribute("data-same"));
      }
      table.hidden = !here;
      all += rows.length;
      left += here;
    }
    const typed = this.about.value.trim();
    this.count.textContent = left === all ? `all ${all}` : `${left} of ${all}${typed && `, about “${typed}”`}`;
    this.empty.hidden = (only ? differ : left) > 0;
    this.empty.textContent = left ? "None of these rows differs." : `No row is about “${typed}”.`;
  }
}
