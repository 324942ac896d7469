// The form of the filter: reads what is wanted from it and from the address, and writes both.

const MOST_CONDITIONS = 20;

/** The controls of `matrix/filter.html.jinja`. */
class FilterForm {
  /**
   * @param {Filtering} filtering
   * @param {() => void} changed
   */
  constructor(filtering, changed) {
    this.filtering = filtering;
    this.panel = /** @type {HTMLDetailsElement} */ (part("filter"));
    this.name = /** @type {HTMLInputElement} */ (part("filter-name"));
    this.whole = /** @type {HTMLInputElement} */ (part("filter-whole"));
    this.order = /** @type {HTMLSelectElement} */ (part("filter-sort"));
    this.list = part("filter-conditions");
    this.line = /** @type {Element} */ (/** @type {HTMLTemplateElement} */ (part("filter-condition")).content.firstElementChild);
    this.levels = [...this.line.querySelectorAll("select:last-of-type option")].map((option) => option.getAttribute("value"));
    this.boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.panel.querySelectorAll("input[name]"));
    this.facts = [...new Set([...this.boxes].map(({ name }) => name))];
    /** @type {LeftOut[]} */
    this.out = [];
    this.learnNames();
    this.panel.addEventListener("input", changed);
    part("filter-out").addEventListener("toggle", () => this.explain());
    part("filter-add").addEventListener("click", () => this.addLine().querySelector("select")?.focus());
    part("filter-clear").addEventListener("click", () => {
      this.fromAddress(new Map(), []);
      changed();
    });
    this.list.addEventListener("click", (event) => {
      const line = event.target instanceof Element && event.target.closest("button")?.closest("li");
      if (line) {
        this.removeLine(line);
        changed();
      }
    });
  }

  learnNames() {
    for (const box of this.boxes) {
      this.filtering.names.set(`${box.name} ${box.value}`, box.parentElement?.textContent?.trim() ?? box.value);
    }
    for (const option of this.order.options) {
      this.filtering.names.set(option.value, option.text);
    }
  }

  /** @returns {Wanted} */
  get wanted() {
    const chosen = [...this.boxes].filter(({ checked }) => checked);
    const facts = this.facts.map((name) => /** @type {[string, string[]]} */ (
      [name, chosen.filter((box) => box.name === name).map(({ value }) => value)]));
    const conditions = [...this.list.children].map((line) => {
      const [feature = "", which = "", levels = ""] = [...line.querySelectorAll("select")].map(({ value }) => value);
      return { feature, not: which === "not", levels: levels.split(".") };
    });
    return {
      name: this.name.value.trim(),
      facts: new Map(facts.filter(([, values]) => values.length)),
      conditions: conditions.filter(({ feature }) => feature),
      whole: this.whole.checked,
      sort: this.order.value,
    };
  }

  /**
   * Fills the form from the address.
   *
   * @param {Map<string, string>} address
   * @param {string[]} ignored takes what is not known
   */
  fromAddress(address, ignored) {
    this.name.value = shortText(address.get("name"));
    this.whole.checked = listed(address.get("whole"), (value) => value === "yes", ignored).length > 0;
    const sorts = [...this.order.options].map(({ value }) => value);
    this.order.value = listed(address.get("sort"), (value) => sorts.includes(value), ignored)[0] ?? "";
    for (const fact of this.facts) {
      const own = [...this.boxes].filter(({ name }) => name === fact);
      const values = listed(address.get(fact), (value) => own.some((box) => box.value === value), ignored);
      own.forEach((box) => { box.checked = values.includes(box.value); });
    }
    this.list.replaceChildren();
    for (const which of ["has", "not"]) {
      for (const text of listed(address.get(which), (item) => this.knows(item), ignored)) {
        if (this.list.children.length < MOST_CONDITIONS) {
          const [feature = "", levels = ""] = text.split("~");
          this.addLine(feature, which, levels);
        } else {
          ignored.push(text);
        }
      }
    }
  }

  /** @param {string} condition as in the address */
  knows(condition) {
    const [feature = "", levels = "", ...more] = condition.split("~");
    return this.filtering.places.has(feature) && this.levels.includes(levels) && !more.length;
  }

  /** @returns {[string, string][]} */
  toAddress() {
    const { name, facts, conditions, whole, sort } = this.wanted;
    /** @param {boolean} not */
    const listing = (not) => conditions.filter((condition) => condition.not === not)
      .map(({ feature, levels }) => `${feature}~${levels.join(".")}`).join(",");
    return [
      ["name", name],
      ...this.facts.map((fact) => /** @type {[string, string]} */ ([fact, (facts.get(fact) ?? []).join(",")])),
      ["has", listing(false)],
      ["not", listing(true)],
      ["whole", whole ? "yes" : ""],
      ["sort", sort],
    ];
  }

  /**
   * One condition: feature, "has" or "not", levels.
   *
   * @param {string[]} values
   */
  addLine(...values) {
    const line = /** @type {HTMLElement} */ (this.line.cloneNode(true));
    line.querySelectorAll("select").forEach((select, at) => { select.value = values[at] ?? select.value; });
    this.list.append(line);
    this.limit();
    return line;
  }

  /** @param {HTMLElement} line */
  removeLine(line) {
    const next = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    this.limit();
    (next?.querySelector("select") ?? part("filter-add")).focus();
  }

  limit() {
    /** @type {HTMLButtonElement} */ (part("filter-add")).disabled = this.list.children.length >= MOST_CONDITIONS;
  }

  /**
   * How many are left, which, and why the others are not.
   *
   * @param {{left: Listed[], out: LeftOut[]}} found
   */
  report({ left, out }) {
    this.out = out;
    const names = shortened(left.map(({ name }) => name), 4);
    const counted = out.length ? `${left.length} of ${left.length + out.length}` : `all ${left.length}`;
    say(part("filter-count"), counted);
    say(part("filter-left"), out.length ? `Left: ${names || "none"}.` : "");
    part("filter-out").hidden = !out.length;
    say(part("filter-out-count"), shortened(out.map(({ technology }) => technology.name), 4));
    this.explain();
  }

  explain() {
    if (/** @type {HTMLDetailsElement} */ (part("filter-out")).open) {
      part("filter-reasons").replaceChildren(...this.out.map(({ technology, reason }) => (
        make("li", {}, makeLink(technology.page, technology.name), `: ${reason}`))));
    }
  }
}
