// What the reader chose, in the part of the address after "#". It never leaves the browser, and works in files.

const LONGEST_PARAMETER = 200;

/** Keeps what a page shows and the address in step. */
class Address {
  /**
   * @param {(parameters: Map<string, string>) => void} open shows what the parameters ask for
   * @param {() => [string, string][]} current the parameters of what is shown; empty ones are left out
   */
  constructor(open, current) {
    this.open = open;
    this.current = current;
  }

  /** A plain anchor has no parameters: the page scrolls there, and keeps what it shows. */
  follow() {
    this.open(readAddress() ?? new Map(history.state?.parameters));
    window.addEventListener("hashchange", () => {
      const changed = readAddress();
      if (changed || !location.hash) {
        this.open(changed ?? new Map());
      } else {
        history.replaceState({ parameters: this.current() }, "");
      }
    });
  }

  /** Puts what is shown into the address, without a new entry in the history. */
  write() {
    const parameters = this.current();
    history.replaceState({ parameters }, "", this.text || location.pathname + location.search);
  }

  /** A link to what is shown, whatever anchor the address has now. */
  get link() {
    return pageAddress() + this.text;
  }

  get text() {
    const found = this.current().filter(([, value]) => value).map(([key, value]) => `${key}=${encoded(value)}`);
    return found.length ? `#${found.join("&")}` : "";
  }
}

/** @returns {Map<string, string> | null} null where the address holds a plain anchor or nothing */
function readAddress() {
  const text = location.hash.slice(1);
  return text.includes("=") ? new Map(text.split("&").map(parameter)) : null;
}

/**
 * One parameter. What is not encoded as it should be is taken as it stands.
 *
 * @param {string} text
 * @returns {[string, string]}
 */
function parameter(text) {
  const at = text.indexOf("=");
  const [key, value] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  try {
    return [decodeURIComponent(key), decodeURIComponent(value)];
  } catch {
    return [key, value];
  }
}

/** @param {string} value */
function encoded(value) {
  return encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%7E", "~");
}

/**
 * A text that a reader typed, cut where it is too long; never within a character.
 *
 * @param {string | undefined} text
 */
function shortText(text) {
  return [...(text ?? "")].slice(0, LONGEST_PARAMETER).join("");
}

/**
 * A list in one parameter. Doubles are left out, and what is not known is put into `ignored`.
 *
 * @param {string | undefined} text
 * @param {(item: string) => boolean} known
 * @param {string[]} ignored
 */
function listed(text, known, ignored) {
  const all = [...new Set((text ?? "").split(",").filter(Boolean))];
  ignored.push(...all.filter((item) => !known(item)));
  return all.filter(known);
}

/**
 * Says what a link holds that is not known.
 *
 * @param {HTMLElement} box
 * @param {string[]} ignored
 * @param {string[]} [others] other sentences
 */
function noticeIgnored(box, ignored, others = []) {
  const named = shortened(ignored.map((text) => `“${[...text].slice(0, 60).join("")}”`), 5);
  const unknown = ignored.length ? [`This link holds something that the atlas does not know. It was left out: ${named}.`] : [];
  const texts = [...unknown, ...others];
  box.hidden = !texts.length;
  box.replaceChildren(...texts.map((text) => make("p", {}, text)));
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
 * Sets a text where it differs, so that a screen reader hears only what changed.
 *
 * @param {HTMLElement} element
 * @param {string} text
 */
function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
