// The page on which a reader puts a comparison together.

/**
 * @typedef {{most: number, mismatch: Record<"text" | "frameworks" | "hosted" | "runtime" | "none", string>, technologies: Option[]}} CompareJson
 */

/** Keeps the selection, the tables and the address in step. */
class ComparePage {
  /** @param {CompareJson} json */
  constructor(json) {
    this.json = json;
    this.options = new Map(json.technologies.map((option) => [option.id, option]));
    this.tables = new ComparisonTables();
    this.rows = new RowChoice("compare", this.tables.tables, () => this.narrow());
    this.chips = new Chips((ids, pinned, said) => this.choose(ids, pinned, said));
    this.address = new Address((parameters) => this.open(parameters), () => this.parameters);
    this.search = /** @type {HTMLInputElement} */ (part("compare-find"));
    this.picks = [...part("compare-picks").querySelectorAll("li")];
    this.titles = { heading: document.querySelector("h1")?.textContent ?? "", page: document.title };
    /** @type {string[]} */
    this.ids = [];
    this.pinned = false;
  }

  start() {
    part("compare").inert = false;
    this.address.follow();
    part("compare-picks").addEventListener("change", (event) => this.pick(event.target));
    this.search.addEventListener("input", () => this.showPicks());
    part("compare-take").addEventListener("click", (event) => this.take(event.target));
    part("compare-jump").addEventListener("click", () => this.jump());
    part("compare-again").addEventListener("click", () => this.showColumns());
  }

  get chosen() {
    return this.ids.map((id) => /** @type {Option} */ (this.options.get(id)));
  }

  /** @returns {[string, string][]} */
  get parameters() {
    return [["ids", this.ids.join(",")], ["pin", this.pinned ? this.ids[0] ?? "" : ""], ...this.rows.toAddress()];
  }

  /**
   * Shows what a link asks for, and says what it cannot show.
   *
   * @param {Map<string, string>} parameters
   */
  open(parameters) {
    /** @type {string[]} */
    const ignored = [];
    const { most } = this.json;
    const known = listed(parameters.get("ids"), (id) => this.options.has(id), ignored);
    const [pin] = listed(parameters.get("pin"), (id) => known.includes(id), ignored);
    this.ids = (pin ? [pin, ...known.filter((id) => id !== pin)] : known).slice(0, most);
    this.pinned = Boolean(pin);
    this.rows.fromAddress(parameters, ignored);
    /** @type {HTMLDetailsElement} */ (part("compare-picker")).open = this.ids.length < 2;
    noticeIgnored(part("compare-notice"), ignored, known.length > most ? [
      `This link names ${known.length} technologies. More than ${most} are too many to read side by side, `
        + `so the first ${most} are shown.`,
    ] : []);
    this.show();
  }

  /** @param {EventTarget | null} target */
  pick(target) {
    if (!(target instanceof HTMLInputElement)) {
      return;
    }
    const alphabetical = !this.pinned && this.inOrder(this.ids).join() === this.ids.join();
    const others = this.ids.filter((id) => id !== target.value);
    const ids = target.checked ? [...others, target.value] : others;
    this.choose(alphabetical ? this.inOrder(ids) : ids, this.pinned && ids[0] === this.ids[0], "");
  }

  /**
   * In the order of the site, which is that of the alphabet.
   *
   * @param {string[]} ids
   */
  inOrder(ids) {
    return [...this.options.keys()].filter((id) => ids.includes(id));
  }

  /**
   * @param {string[]} ids
   * @param {boolean} pinned
   * @param {string} said what a screen reader is told
   */
  choose(ids, pinned, said) {
    this.ids = ids;
    this.pinned = pinned && ids.length > 0;
    noticeIgnored(part("compare-notice"), []);
    say(part("compare-said"), said);
    this.show();
    this.address.write();
  }

  /** Shows the rows that the reader chose. */
  narrow() {
    this.rows.apply(this.tables.options.length);
    say(part("compare-said"), "");
    this.address.write();
  }

  show() {
    const chosen = this.chosen;
    this.showPicks();
    this.showTitle(chosen.map(({ name }) => name));
    part("compare-chosen-part").hidden = !chosen.length;
    part("compare").classList.toggle("compare--chosen", chosen.length > 0);
    this.chips.show(chosen, this.pinned);
    const sentences = mismatch(chosen, this.json.technologies, this.json.mismatch);
    part("compare-mismatch").hidden = !sentences.length;
    part("compare-mismatch").replaceChildren(...sentences);
    part("compare-pages").replaceChildren(...pairPages(chosen).filter(isShown));
    this.showColumns();
  }

  /** On a phone the answers begin far below what they are chosen with. */
  jump() {
    const first = this.tables.tables.find(({ hidden }) => !hidden);
    first?.scrollIntoView();
    /** @type {HTMLElement | null | undefined} */ (first?.querySelector(".table-region"))?.focus({ preventScroll: true });
  }

  /** Shows the columns as soon as they are there. Until then nothing can be taken away. */
  async showColumns() {
    const chosen = this.chosen;
    const waiting = setTimeout(() => say(part("compare-waiting"), "Loading the answers."), 300);
    this.allowTaking(false);
    const asked = await Promise.allSettled(chosen.map(({ id, column }) => loadColumn(id, column)));
    clearTimeout(waiting);
    if (chosen.map(({ id }) => id).join() !== this.ids.join()) {
      return;
    }
    const there = chosen.filter((_, at) => {
      const found = asked[at];
      return found?.status === "fulfilled" && (this.tables.add(found.value), true);
    });
    const missing = chosen.filter((option) => !there.includes(option)).map(({ name }) => name);
    say(part("compare-waiting"), missing.length ? `The answers for ${joinedNames(missing)} could not be loaded.` : "");
    part("compare-again").hidden = !missing.length;
    this.tables.show(there, this.pinned && there[0] === chosen[0]);
    this.rows.apply(there.length);
    this.allowTaking(there.length > 0);
  }

  /** @param {boolean} allowed */
  allowTaking(allowed) {
    part("compare-tables").setAttribute("aria-busy", String(!allowed));
    for (const button of part("compare-take").querySelectorAll("button")) {
      button.disabled = !allowed && ["markdown", "csv"].includes(button.dataset.take ?? "");
    }
  }

  /** Shows the technologies that are looked for, and which are chosen. */
  showPicks() {
    const meant = finder(this.search.value);
    const full = this.ids.length >= this.json.most;
    let left = 0;
    for (const pick of this.picks) {
      const box = /** @type {HTMLInputElement} */ (pick.querySelector("input"));
      box.checked = this.ids.includes(box.value);
      box.disabled = full && !box.checked;
      pick.hidden = !meant(pick.dataset.words ?? "");
      left += Number(!pick.hidden);
    }
    say(part("compare-count"), this.chosen.map(({ name }) => name).join(", ") || "none chosen");
    const texts = [
      !left && "No technology in the atlas has that name.",
      this.ids.length < 2 && "Choose two to five.",
      full && `${this.json.most} are chosen. More are too many to read side by side: remove one to add another.`,
    ];
    say(part("compare-hint"), texts.filter(Boolean).join(" "));
  }

  /** @param {string[]} names */
  showTitle(names) {
    const { heading, page } = this.titles;
    const title = names.length ? joinedNames(names) : heading;
    /** @type {HTMLElement} */ (document.querySelector("h1")).textContent = title;
    document.title = page.replace(heading, () => title);
  }

  /** @param {EventTarget | null} target */
  async take(target) {
    const act = target instanceof HTMLElement ? target.dataset.take : "";
    const said = part("compare-said");
    const shown = this.tables.shown();
    if (act === "link") {
      await copy(this.address.link, said, `Select the address: ${this.address.link}`);
    } else if (act === "markdown") {
      await copy(asMarkdown(shown, this.address.link), said, "Download the CSV.");
    } else if (act === "csv") {
      download(`${shown.options.map(({ id }) => id).join("-")}.csv`, "text/csv", asCsv(shown));
    } else if (act === "print") {
      window.print();
    }
  }
}

const compareData = document.getElementById("compare-data");
if (compareData && document.getElementById("compare")) {
  new ComparePage(JSON.parse(compareData.textContent ?? "")).start();
}
