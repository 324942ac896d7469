// The form: reads answers from it, and writes answers into it.

/** The questions as form fields. */
class Form {
  /** @param {Basis} basis */
  constructor(basis) {
    this.basis = basis;
    this.element = /** @type {HTMLFormElement} */ (part("guide-form"));
    this.loaded = part("guide-loaded");
    this.edited = basis.questions.find(({ edits }) => edits);
    /** @type {Map<Element, {parent: Element, next: Element | null}>} where the lines of the list belong */
    this.homes = new Map();
    for (const line of part("guide-wishes").querySelectorAll(".wish-group .wish")) {
      this.homes.set(line, { parent: /** @type {Element} */ (line.parentElement), next: line.nextElementSibling });
    }
  }

  /**
   * What the kind of project makes matter: choice to the strength that stands for its weight.
   *
   * @param {string} kind
   * @returns {Map<string, string>}
   */
  list(kind) {
    const question = this.edited && at(this.basis.question, this.edited.edits);
    const loads = question?.byId.get(kind)?.loads ?? new Map();
    const much = at(this.basis.rules.strengths, "much");
    const known = [...loads].filter(([criterion]) => this.edited?.byId.has(criterion));
    return new Map(known.map(([criterion, weight]) => [criterion, weight >= much ? "much" : "nice"]));
  }

  /** The chosen answers. */
  read() {
    /** @type {Map<string, Picked[]>} */
    const picks = new Map();
    for (const question of this.basis.questions) {
      const found = question.strengths.length ? this.readGraded(question) : this.readSingle(question);
      if (found.length) {
        picks.set(question.id, found.sort(comparePicks));
      }
    }
    const weights = [...this.weights()].filter(({ value }) => value);
    const named = weights.map((select) => /** @type {[string, string]} */ ([select.dataset["weight"] ?? "", select.value]));
    return new Answers(sortedMap(picks), sortedMap(new Map(named)));
  }

  /** @param {Question} question */
  readSingle({ id }) {
    const { value } = this.radios(id);
    return value ? [{ choice: value, strength: "" }] : [];
  }

  /** @param {Question} question */
  readGraded(question) {
    const usual = question.edits ? this.list(this.radios(question.edits).value) : new Map();
    return [...this.selects(question.id)]
      .map((select) => ({ choice: select.dataset["choice"] ?? "", strength: select.value }))
      .filter(({ choice, strength }) => strength !== (usual.get(choice) ?? (question.edits ? "none" : "")));
  }

  /**
   * Writes answers into the fields. A list of a kind that changed is filled anew.
   *
   * @param {Answers} answers
   */
  write(answers) {
    for (const question of this.basis.questions) {
      const picks = answers.picks.get(question.id) ?? [];
      if (!question.strengths.length) {
        this.choose(question.id, picks[0]?.choice ?? "");
      }
    }
    this.arrange(answers);
    for (const question of this.basis.questions.filter(({ strengths }) => strengths.length)) {
      const given = new Map((answers.picks.get(question.id) ?? []).map(({ choice, strength }) => [choice, strength]));
      const usual = question.edits ? this.list(this.radios(question.edits).value) : new Map();
      for (const select of this.selects(question.id)) {
        const choice = select.dataset["choice"] ?? "";
        select.value = given.get(choice) ?? usual.get(choice) ?? (question.edits ? "none" : "");
      }
    }
    for (const select of this.weights()) {
      select.value = answers.weights.get(select.dataset["weight"] ?? "") ?? "";
    }
  }

  /**
   * Puts the lines of the chosen kind, and those that were answered, on top of the list, and the others back.
   *
   * @param {Answers} answers
   */
  arrange(answers) {
    if (!this.edited) {
      return;
    }
    const wanted = this.list(this.radios(this.edited.edits).value);
    for (const [line, { parent, next }] of [...this.homes].reverse()) {
      parent.insertBefore(line, next?.parentElement === parent ? next : null);
    }
    const lines = new Map([...this.homes.keys()].map((line) => [line.getAttribute("data-choice"), line]));
    const answered = (answers.picks.get(this.edited.id) ?? []).map(({ choice }) => choice);
    for (const choice of new Set([...wanted.keys(), ...answered])) {
      this.loaded.append(lines.get(choice) ?? "");
    }
    part("guide-loaded-empty").hidden = this.loaded.childElementCount > 0;
  }

  /**
   * Checks one radio button. Chromium ignores it when the `value` of all of them is set to an empty text.
   *
   * @param {string} question
   * @param {string} choice
   */
  choose(question, choice) {
    for (const radio of this.radios(question)) {
      if (radio instanceof HTMLInputElement) {
        radio.checked = radio.value === choice;
      }
    }
  }

  /**
   * @param {string} question
   * @returns {RadioNodeList}
   */
  radios(question) {
    return /** @type {RadioNodeList} */ (this.element.elements.namedItem(question));
  }

  /**
   * @param {string} question
   * @returns {NodeListOf<HTMLSelectElement>}
   */
  selects(question) {
    return this.element.querySelectorAll(`select[data-question="${question}"]`);
  }

  /** @returns {NodeListOf<HTMLSelectElement>} */
  weights() {
    return this.element.querySelectorAll("select[data-weight]");
  }
}
