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
    this.boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.panel.querySelectorAll("input[name]"));
    this.facts = [...new Set([...this.boxes].map(({ name }) => name))];
    this.known = new Set([...this.template.querySelectorAll("select:last-of-type option")].map((option) => /** @type {HTMLOptionElement} */ (option).value));
    this.learnNames();
    this.panel.addEventListener("input", changed);
    part("filter-add").addEventListener("click", () => this.addLine(null)?.querySelector("select")?.focus());
    part("filter-clear").addEventListener("click", () => {
      this.write(new Map());
      changed();
    });
    this.list.addEventListener("click", (event) => {
      const line = event.target instanceof Element && event.target.closest("button")?.closest("li");
      if (line) {
        const next = line.nextElementSibling ?? line.previousElementSibling;
        line.remove();
        (next?.querySelector("select") ?? part("filter-add")).focus();
        changed();
      }
    });
  }

  get template() {
    return /** @type {HTMLTemplateElement} */ (part("filter-condition")).content;
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
  read() {
    const chosen = [...this.boxes].filter(({ checked }) => checked);
    const facts = this.facts.map((name) => /** @type {[string, string[]]} */ (
      [name, chosen.filter((box) => box.name === name).map(({ value }) => value)]));
    const conditions = [...this.list.children].map((line) => {
      const [feature = "", not = "", levels = ""] = [...line.querySelectorAll("select")].map(({ value }) => value);
      return { feature, not: not === "not", levels: levels.split(".") };
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
   * Fills the form from the address. Gives what it does not know.
   *
   * @param {Map<string, string>} address
   */
  write(address) {
    /** @type {string[]} */
    const ignored = [];
    this.name.value = (address.get("name") ?? "").slice(0, LONGEST_SEARCH);
    this.whole.checked = address.get("whole") === "yes";
    this.order.value = address.get("sort") ?? "";
    if (this.order.selectedIndex < 0) {
      ignored.push(this.take("sort", address));
      this.order.value = "";
    }
    for (const fact of this.facts) {
      const values = listed(address.get(fact));
      const own = [...this.boxes].filter(({ name }) => name === fact);
      own.forEach((box) => { box.checked = values.includes(box.value); });
      ignored.push(...values.filter((value) => !own.some((box) => box.value === value)));
    }
    this.list.replaceChildren();
    for (const not of ["has", "not"]) {
      for (const text of listed(address.get(not)).slice(0, MOST_CONDITIONS)) {
        const [feature = "", levels = ""] = text.split("~");
        if (this.filtering.places.has(feature) && this.known.has(levels)) {
          this.addLine([feature, not, levels]);
        } else {
          ignored.push(text);
        }
      }
    }
    return ignored;
  }

  /**
   * @param {string} key
   * @param {Map<string, string>} address
   */
  take(key, address) {
    return address.get(key) ?? "";
  }

  /** @returns {[string, string][]} */
  address() {
    const wanted = this.read();
    /** @param {boolean} not */
    const conditions = (not) => wanted.conditions.filter((condition) => condition.not === not)
      .map(({ feature, levels }) => `${feature}~${levels.join(".")}`).join(",");
    return [
      ["name", wanted.name],
      ...this.facts.map((fact) => /** @type {[string, string]} */ ([fact, (wanted.facts.get(fact) ?? []).join(",")])),
      ["has", conditions(false)],
      ["not", conditions(true)],
      ["whole", wanted.whole ? "yes" : ""],
      ["sort", wanted.sort],
    ];
  }

  /**
   * One condition. Null where there are too many.
   *
   * @param {string[] | null} values
   */
  addLine(values) {
    if (this.list.children.length >= MOST_CONDITIONS) {
      return null;
    }
    const line = /** @type {HTMLElement} */ (this.template.firstElementChild?.cloneNode(true));
    line.querySelectorAll("select").forEach((select, at) => { select.value = values?.[at] ?? select.value; });
    this.list.append(line);
    return line;
  }

  /**
   * How many are left, and why the others are not.
   *
   * @param {{left: Listed[], out: LeftOut[]}} found
   */
  report({ left, out }) {
    const all = left.length + out.length;
    part("filter-count").textContent = out.length ? `${left.length} of ${all}` : `all ${all}`;
    const box = /** @type {HTMLDetailsElement} */ (part("filter-out"));
    box.hidden = !out.length;
    part("filter-out-count").textContent = shortened(out.map(({ technology }) => technology.name), 4);
    const items = () => out.map(({ technology, reason }) => make("li", {}, makeLink(technology.page, technology.name), `: ${reason}`));
    const fill = () => box.open && part("filter-reasons").replaceChildren(...items());
    box.ontoggle = fill;
    fill();
  }
}

/**
 * The first names, and how many more.
 *
 * @param {string[]} names
 * @param {number} most
 */
function shortened(names, most) {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(", ")} and ${more} more` : names.join(", ");
}

/**
 * Says what a link holds that is not known.
 *
 * @param {string[]} ignored
 */
function noticeIgnored(ignored) {
  const box = part("filter-notice");
  const named = shortened(ignored.map((text) => `“${text.slice(0, 60)}”`), 5);
  box.hidden = !ignored.length;
  box.replaceChildren(make("p", {}, `This link holds something that the atlas does not know. It was left out: ${named}.`));
}
