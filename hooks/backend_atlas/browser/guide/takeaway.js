// What can be taken away: a link, the decision record as text and as files, the answers as JSON, print.

/** The last part of the result. */
class TakeAway {
  /** @param {Words} words */
  constructor(words) {
    this.words = words;
    this.form = "madr";
    /** @type {Result | null} */
    this.result = null;
    this.text = make("pre", { tabindex: "0", "aria-label": "Decision record" });
    this.said = make("span", { class: "small", role: "status" });
    this.actions = this.makeActions();
    this.section = this.makeSection();
  }

  makeActions() {
    /** @type {[string, () => void][]} */
    const actions = [
      ["Copy the link", () => copy(pageAddress() + location.hash, this.said)],
      ["Copy the record", () => copy(this.record(), this.said)],
      ["Download the record", () => download(`backend-${this.form}.md`, "text/markdown", this.record())],
      ["Download as JSON", () => download("backend-decision.json", "application/json", this.json())],
      ["Print", () => window.print()],
    ];
    const buttons = actions.map(([label, act]) => {
      const button = make("button", { type: "button", class: "md-button" }, label);
      button.addEventListener("click", act);
      return button;
    });
    return make("p", { class: "ways guide-actions" }, ...buttons, this.said);
  }

  makeSection() {
    const select = make(
      "select",
      { id: "guide-record-form" },
      make("option", { value: "madr" }, "MADR 4"),
      make("option", { value: "nygard" }, "Nygard"),
    );
    select.addEventListener("change", () => {
      this.form = select.value;
      this.refresh();
    });
    const section = make(
      "details",
      { class: "guide-section", id: "guide-take", "data-part": "record" },
      make("summary", {}, "Decision record"),
      make("p", {}, make("label", { for: "guide-record-form" }, "In the form of "), select),
      make("div", { class: "record" }, this.text),
    );
    section.addEventListener("toggle", () => this.refresh());
    section.addEventListener("fill", () => { this.text.textContent = this.record(); });
    return section;
  }

  /** @param {Result} result */
  show(result) {
    this.result = result.verdict === "no answers" ? null : result;
    this.refresh();
    if (this.result) {
      const detail = part("guide-detail");
      detail.append(this.section);
      detail.insertBefore(this.actions, detail.querySelector("details"));
    }
  }

  /** Writes the record, if it is in sight. */
  refresh() {
    this.said.textContent = "";
    this.text.textContent = this.section.open ? this.record() : "";
  }

  /** The record as text. */
  record() {
    if (!this.result) {
      return "";
    }
    const link = `${pageAddress()}#${fragment(this.words.basis, this.result)}`;
    const write = this.form === "madr" ? madr : nygard;
    return write(this.words, this.result, link, today());
  }

  /** The answers and the result as JSON. */
  json() {
    return `${JSON.stringify(this.result && report(this.words, this.result), null, 2)}\n`;
  }
}

/** The day on the reader's clock, ISO 8601. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}
