// The page on which a reader puts a comparison together.

/**
 * @typedef {{most: number, mismatch: Record<"text" | "frameworks" | "runtime" | "none", string>, technologies: Option[]}} CompareJson
 */

/** Keeps the selection, the tables and the address in step. */
class ComparePage {
  /** @param {CompareJson} json */
  constructor(json) {
    this.json = json;
    this.options = new Map(json.technologies.map((option) => [option.id, option]));
    this.tables = new ComparisonTables();
    this.rows = new RowChoice("compare", () => this.keep());
    this.only = /** @type {HTMLInputElement} */ (part("only-differences"));
    this.find = /** @type {HTMLInputElement} */ (part("compare-find"));
    this.picks = [...part("compare-picks").querySelectorAll("li")];
    /** @type {string[]} */
    this.ids = [];
    this.pinned = false;
  }

  start() {
    part("compare").inert = false;
    this.open();
    window.addEventListener("hashchange", () => this.open());
    part("compare-picks").addEventListener("change", (event) => this.pick(event.target));
    this.find.addEventListener("input", () => this.seek());
    this.only.addEventListener("change", () => this.keep());
    part("compare-chosen").addEventListener("click", (event) => this.arrange(event.target));
    part("compare-take").addEventListener("click", (event) => this.take(event.target));
  }

  /** Takes the selection from the address. */
  open() {
    const address = readAddress();
    if (!address && location.hash) {
      return;
    }
    const found = address ?? new Map();
    const asked = listed(found.get("ids"));
    const known = asked.filter((id) => this.options.has(id));
    this.ids = known.slice(0, this.json.most);
    this.pinned = this.ids.length > 0 && found.get("pin") === this.ids[0];
    this.only.checked = found.get("only") === "differences";
    this.rows.read(found);
    /** @type {HTMLDetailsElement} */ (part("compare-picker")).open = this.ids.length < 2;
    this.notice([
      asked.length > known.length
        && `This link names something that the atlas does not have. It was left out: ${
          asked.filter((id) => !known.includes(id)).slice(0, 5).map((id) => `“${id.slice(0, 60)}”`).join(", ")}.`,
      known.length > this.json.most
        && `This link names ${known.length} technologies. More than ${this.json.most} are too many to read side by side, `
          + `so the first ${this.json.most} are shown.`,
    ]);
    this.show();
  }

  /** @param {EventTarget | null} target */
  pick(target) {
    if (!(target instanceof HTMLInputElement)) {
      return;
    }
    const sorted = this.inOrder(this.ids).join() === this.ids.join();
    const ids = this.ids.filter((id) => id !== target.value);
    if (target.checked) {
      ids.push(target.value);
    }
    this.change(sorted && !this.pinned ? this.inOrder(ids) : ids);
  }

  /**
   * In the order of the site, which is that of the alphabet.
   *
   * @param {string[]} ids
   */
  inOrder(ids) {
    return [...this.options.keys()].filter((id) => ids.includes(id));
  }

  /** @param {EventTarget | null} target */
  arrange(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const id = button?.closest("li")?.dataset.id ?? "";
    const at = this.ids.indexOf(id);
    const act = button?.dataset.act;
    if (!act || at < 0) {
      return;
    }
    const others = this.ids.filter((other) => other !== id);
    if (act === "pin") {
      const unpin = this.pinned && at === 0;
      this.pinned = !unpin;
      this.change(unpin ? this.ids : [id, ...others]);
    } else {
      const place = { left: Math.max(at - 1, 0), right: at + 1, remove: -1 }[act] ?? at;
      this.pinned = this.pinned && at !== 0 && place !== 0;
      this.change(place < 0 ? others : [...others.slice(0, place), id, ...others.slice(place)]);
    }
    this.focus(id, act);
  }

  /**
   * Back to the button that was pressed, or to what is nearest to it.
   *
   * @param {string} id
   * @param {string} act
   */
  focus(id, act) {
    const chip = part("compare-chosen").querySelector(`[data-id="${CSS.escape(id)}"]`);
    const buttons = [...(chip?.querySelectorAll("button") ?? [])].filter((button) => !button.disabled);
    const same = buttons.find((button) => button.dataset.act === act) ?? buttons[0];
    (same ?? part("compare-chosen").querySelector("button") ?? part("compare-picker").querySelector("summary"))?.focus();
  }

  /** @param {string[]} ids */
  change(ids) {
    this.ids = ids;
    this.pinned = this.pinned && ids.length > 0;
    this.notice([]);
    this.show();
    this.write();
  }

  keep() {
    this.rows.apply(this.only.checked, this.tables.tables);
    this.notice([]);
    this.write();
  }

  write() {
    part("compare-said").textContent = "";
    writeAddress([
      ["ids", this.ids.join(",")],
      ["pin", this.pinned ? this.ids[0] ?? "" : ""],
      ["only", this.only.checked ? "differences" : ""],
      ...this.rows.write(),
    ]);
  }

  get chosen() {
    return this.ids.map((id) => /** @type {Option} */ (this.options.get(id)));
  }

  /** Shows the selection; the columns as soon as they are there. */
  async show() {
    const chosen = this.chosen;
    this.seek();
    this.showChips(chosen);
    this.showMismatch(chosen);
    part("compare-pages").replaceChildren(...pairPages(chosen));
    part("compare").classList.toggle("compare--chosen", chosen.length > 0);
    const asked = await Promise.allSettled(chosen.map(({ id, column }) => loadColumn(id, column)));
    if (chosen.some(({ id }, at) => this.ids[at] !== id) || chosen.length !== this.ids.length) {
      return;
    }
    const there = chosen.filter((option, at) => {
      const found = asked[at];
      return found?.status === "fulfilled" && (this.tables.add(found.value), true);
    });
    if (there.length < chosen.length) {
      const missing = chosen.filter((option) => !there.includes(option)).map(({ name }) => name).join(", ");
      this.notice([`The answers for ${missing} could not be loaded. Reload the page to try again.`]);
    }
    this.tables.show(there, this.pinned);
    this.rows.apply(this.only.checked, this.tables.tables);
    part("compare-different").textContent = this.tables.different();
  }

  /** Shows the technologies that are looked for, and which are chosen. */
  seek() {
    const meant = finder(this.find.value);
    const full = this.ids.length >= this.json.most;
    let left = 0;
    for (const pick of this.picks) {
      const box = /** @type {HTMLInputElement} */ (pick.querySelector("input"));
      box.checked = this.ids.includes(box.value);
      box.disabled = full && !box.checked;
      pick.hidden = !meant(pick.dataset.words ?? "");
      left += Number(!pick.hidden);
    }
    const names = this.chosen.map(({ name }) => name);
    part("compare-count").textContent = names.join(", ") || "none chosen";
    const texts = [
      !left && "No technology in the atlas has that name.",
      names.length < 2 && "Choose two to five.",
      full && `${this.json.most} are chosen. More are too many to read side by side: remove one to add another.`,
    ];
    part("compare-hint").textContent = texts.filter(Boolean).join(" ");
  }

  /** @param {Option[]} chosen */
  showChips(chosen) {
    part("compare-chosen-part").hidden = !chosen.length;
    const template = /** @type {HTMLTemplateElement} */ (part("compare-chip"));
    part("compare-chosen").replaceChildren(...chosen.map(({ id, name }, at) => {
      const chip = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
      chip.dataset.id = id;
      /** @type {HTMLElement} */ (chip.querySelector("strong")).textContent = name;
      chip.querySelectorAll(".visually-hidden").forEach((label) => {
        label.textContent = (label.textContent ?? "").replace("{}", name);
      });
      for (const button of chip.querySelectorAll("button")) {
        const act = button.dataset.act;
        button.disabled = (act === "left" && at === 0) || (act === "right" && at === chosen.length - 1);
        if (act === "pin") {
          button.setAttribute("aria-pressed", String(this.pinned && at === 0));
          button.hidden = chosen.length < 3;
        }
      }
      return chip;
    }));
  }

  /** @param {Option[]} chosen */
  showMismatch(chosen) {
    const texts = mismatch(chosen, [...this.options.values()], this.json.mismatch);
    const box = part("compare-mismatch");
    box.hidden = !texts.length;
    box.replaceChildren(...texts);
  }

  /** @param {EventTarget | null} target */
  async take(target) {
    const act = target instanceof HTMLElement ? target.dataset.take : "";
    const said = part("compare-said");
    const names = this.chosen.map(({ name }) => name);
    if (act === "link") {
      await copy(location.href, said);
    } else if (act === "markdown") {
      await copy(asMarkdown(this.tables.shown(this.only.checked), names, location.href), said);
    } else if (act === "csv") {
      download(`${this.ids.join("-")}.csv`, "text/csv", asCsv(this.tables.shown(this.only.checked), names));
    } else if (act === "print") {
      window.print();
    }
  }

  /** @param {(string | false)[]} texts */
  notice(texts) {
    const box = part("compare-notice");
    const shown = texts.filter((text) => text !== false);
    box.hidden = !shown.length;
    box.replaceChildren(...shown.map((text) => make("p", {}, text)));
  }
}

/**
 * What has to be said where kinds differ. The sentences are those of the pages of pairs.
 *
 * @param {Option[]} chosen
 * @param {Option[]} all
 * @param {CompareJson["mismatch"]} sentences
 */
function mismatch(chosen, all, sentences) {
  const kinds = new Set(chosen.map(({ kind }) => kind));
  if (kinds.size < 2 || kinds.has("")) {
    return [];
  }
  const text = sentences.text.replace("{0}", chosen.map(({ name, kind }) => `${name} is ${kind}`).join(", "));
  const title = make("p", {}, make("strong", {}, "Not the same kind of thing."));
  const runtimes = chosen.filter(({ runtime }) => runtime);
  if (!runtimes.length) {
    return [title, make("p", {}, `${text} ${sentences.frameworks}`)];
  }
  const frameworks = chosen.filter(({ runtime }) => !runtime).map(({ name }) => name).join(", ");
  const instead = all.filter((option) => !option.runtime && runtimes.some(({ platform }) => platform === option.platform));
  const advice = sentences.runtime.replace("{0}", runtimes.map(({ name }) => name).join(", ")).replace("{1}", frameworks);
  const see = instead.flatMap(({ page, name }, at) => [at ? ", " : " See ", makeLink(page, name)]);
  return [title, make("p", {}, `${text} ${advice}`, ...(instead.length ? [...see, "."] : [` ${sentences.none}`]))];
}

/**
 * Links to the pages of the chosen pairs, which say the differences in words.
 *
 * @param {Option[]} chosen
 */
function pairPages(chosen) {
  const pairs = chosen.flatMap((one, at) => chosen.slice(at + 1).map((other) => [one, other].sort((a, b) => (a.id < b.id ? -1 : 1))));
  const links = pairs.flatMap(([one, other], at) => [
    at ? ", " : "", makeLink(`${one?.id}-vs-${other?.id}/`, `${one?.name} and ${other?.name}`),
  ]);
  return links.length ? ["The differences in words: ", ...links, "."] : [];
}

const compareData = document.getElementById("compare-data");
if (compareData && document.getElementById("compare")) {
  new ComparePage(JSON.parse(compareData.textContent ?? "")).start();
}
