// The page of the guide: form, engine and result, and the address that holds the answers.

/** Keeps form, result and address in step. */
class GuidePage {
  /** @param {BasisJson} json */
  constructor(json) {
    this.basis = prepareBasis(json);
    this.engine = new Engine(this.basis);
    this.words = new Words(this.engine);
    this.form = new Form(this.basis);
    this.panel = new ResultPanel(this.words);
    this.take = new TakeAway(this.words);
    this.kind = "";
    this.shown = "";
  }

  start() {
    part("guide").inert = false;
    this.form.write(new Answers());
    this.show(this.engine.decide(new Answers()));
    this.open();
    window.addEventListener("hashchange", () => this.open());
    this.form.element.addEventListener("change", () => this.answer());
    part("guide-jump").addEventListener("click", () => part("guide-detail").scrollIntoView());
    this.form.element.addEventListener("submit", (event) => event.preventDefault());
    this.form.element.addEventListener("reset", (event) => {
      event.preventDefault();
      this.form.write(new Answers());
      this.kind = "";
      this.answer();
    });
  }

  /** Takes the answers from the address. A plain anchor holds none. */
  open() {
    const text = location.hash.slice(1);
    if (text === this.shown || document.getElementById(text)) {
      return;
    }
    const reading = read(text, this.basis);
    this.form.write(reading.answers);
    this.kind = this.form.radios("kind").value;
    const result = this.engine.decide(reading.answers);
    this.keep(result);
    this.show(result);
    this.notice(notices(this.words, reading, result));
  }

  /** Takes the answers from the form. */
  answer() {
    if (this.form.radios("kind").value !== this.kind) {
      this.changeKind();
    }
    const result = this.engine.decide(this.form.read());
    this.keep(result);
    this.show(result);
    this.notice([]);
  }

  /** Fills the list for another kind. What the reader changed in it stays. */
  changeKind() {
    const chosen = this.form.radios("kind").value;
    this.form.choose("kind", this.kind);
    const before = this.form.read();
    this.kind = chosen;
    this.form.write(before.but("kind", chosen ? [{ choice: chosen, strength: "" }] : []));
  }

  /** @param {Result} result */
  show(result) {
    const focused = document.activeElement;
    this.panel.show(result);
    this.take.show(result);
    if (focused instanceof HTMLElement && focused.isConnected && focused !== document.activeElement) {
      focused.focus({ preventScroll: true });
    }
  }

  /**
   * Puts the answers into the address, without a new entry in the history. Before the page changes, because browsers
   * lay out the page when the address changes.
   *
   * @param {Result} result
   */
  keep(result) {
    this.shown = fragment(this.basis, result);
    history.replaceState(null, "", this.shown ? `#${this.shown}` : location.pathname + location.search);
  }

  /** @param {string[]} texts */
  notice(texts) {
    const box = part("guide-notice");
    box.hidden = !texts.length;
    box.replaceChildren(...texts.map((text) => make("p", {}, text)));
  }
}

/**
 * What the reader of a link has to know: parts that were left out, and results that changed.
 *
 * @param {Words} words
 * @param {Reading} reading
 * @param {Result} result
 */
function notices(words, reading, result) {
  const texts = [];
  if (reading.ignored.length) {
    const more = reading.ignored.length > 5 ? ` and ${reading.ignored.length - 5} more` : "";
    const named = reading.ignored.slice(0, 5).map((text) => `“${text}”`).join(", ");
    texts.push(`This link holds something that the guide does not know. It was left out: ${named}${more}.`);
  }
  if (reading.recorded && reading.recorded !== recorded(result)) {
    const [verdict, ids = ""] = reading.recorded.split("~");
    const names = ids.split(",").map((id) => words.options.get(id)?.name ?? id).filter(Boolean);
    const then = [verdict?.replace("-", " "), ...names].join(", ");
    const day = reading.released ? ` with data of ${reading.released}` : "";
    texts.push(`When this link was made${day}, the result was: ${then}. Today’s data give what you see here.`);
  }
  return texts;
}

const guideData = document.getElementById("guide-data");
if (guideData && document.getElementById("guide")) {
  new GuidePage(JSON.parse(guideData.textContent ?? "")).start();
}
