// The chosen technologies in the order of the columns, each with buttons to move, pin and remove it.

/** The list of `#compare-chosen`. */
class Chips {
  /** @param {(ids: string[], pinned: boolean, said: string) => void} changed */
  constructor(changed) {
    this.element = part("compare-chosen");
    this.changed = changed;
    /** @type {Option[]} */
    this.chosen = [];
    this.pinned = false;
    this.element.addEventListener("click", (event) => this.press(event.target));
  }

  /**
   * @param {Option[]} chosen
   * @param {boolean} pinned
   */
  show(chosen, pinned) {
    this.chosen = chosen;
    this.pinned = pinned;
    this.element.replaceChildren(...chosen.map((option, at) => this.make(option, at)));
  }

  /**
   * @param {Option} option
   * @param {number} at
   */
  make({ id, name }, at) {
    const template = /** @type {HTMLTemplateElement} */ (part("compare-chip"));
    const chip = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    chip.dataset.id = id;
    /** @type {HTMLElement} */ (chip.querySelector("strong")).textContent = name;
    chip.querySelectorAll(".visually-hidden").forEach((label) => label.append(` ${name}`));
    for (const button of chip.querySelectorAll("button")) {
      const act = button.dataset.act;
      button.disabled = (act === "left" && at === 0) || (act === "right" && at === this.chosen.length - 1);
      if (act === "pin") {
        button.setAttribute("aria-pressed", String(this.pinned && at === 0));
        button.hidden = this.chosen.length < 3;
      }
    }
    return chip;
  }

  /** @param {EventTarget | null} target */
  press(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const id = button?.closest("li")?.dataset.id ?? "";
    const ids = this.chosen.map((option) => option.id);
    const at = ids.indexOf(id);
    const act = button?.dataset.act;
    if (!act || at < 0) {
      return;
    }
    const name = this.chosen[at]?.name;
    const others = ids.filter((other) => other !== id);
    if (act === "remove") {
      this.changed(others, this.pinned && at > 0, `${name} is removed.`);
    } else if (act === "pin") {
      const unpinned = this.pinned && at === 0;
      this.changed(unpinned ? ids : [id, ...others], !unpinned, `${name} is ${unpinned ? "no longer " : ""}pinned.`);
    } else {
      const place = act === "left" ? at - 1 : at + 1;
      const moved = [...others.slice(0, place), id, ...others.slice(place)];
      this.changed(moved, this.pinned && at > 0 && place > 0, `${name} is now number ${place + 1} of ${ids.length}.`);
    }
    this.focus(id, act, at);
  }

  /**
   * Back to the button that was pressed, or to what took its place.
   *
   * @param {string} id
   * @param {string} act
   * @param {number} at
   */
  focus(id, act, at) {
    const chips = [...this.element.children];
    const chip = chips.find((found) => found instanceof HTMLElement && found.dataset.id === id)
      ?? chips[Math.min(at, chips.length - 1)];
    const buttons = [...(chip?.querySelectorAll("button") ?? [])].filter(({ disabled, hidden }) => !disabled && !hidden);
    const same = buttons.find((button) => button.dataset.act === act) ?? buttons[0];
    (same ?? part("compare-picker").querySelector("summary"))?.focus();
  }
}
