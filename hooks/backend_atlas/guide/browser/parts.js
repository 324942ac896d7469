// Small pieces of the page. Text is set as text, never as HTML.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes and children. Empty children are left out.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, text] of Object.entries(attributes)) {
    element.setAttribute(key, text);
  }
  element.append(...children.filter(isShown));
  return element;
}

/**
 * A link. Addresses come from the data of the site.
 *
 * @param {string} href
 * @param {string} text
 */
function makeLink(href, text) {
  return make("a", { href }, text);
}

/** @param {string[]} items */
function makeList(items) {
  return make("ul", {}, ...items.map((item) => make("li", {}, item)));
}

/**
 * A part of the result that opens and closes. What is in it is made when it is opened first, or printed.
 *
 * @param {string} key
 * @param {string} title
 * @param {boolean} open
 * @param {() => Child[]} build
 */
function makePart(key, title, open, build) {
  const element = make("details", { class: "guide-section", "data-part": key }, make("summary", {}, title));
  const fill = () => {
    if (element.childElementCount === 1) {
      element.append(...build().filter(isShown));
    }
  };
  if (open) {
    fill();
  }
  element.open = open;
  element.addEventListener("toggle", fill);
  element.addEventListener("fill", fill);
  return element;
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isShown(child) {
  return Boolean(child);
}

/** Makes what was not opened yet, for paper. */
function fillParts() {
  document.querySelectorAll("#guide-detail details").forEach((element) => element.dispatchEvent(new Event("fill")));
}

/**
 * The shape of a support level, which the page brings as a template.
 *
 * @param {string} level
 */
function makeShape(level) {
  const template = document.getElementById(`shape-${level}`);
  return template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : null;
}

/**
 * An element that the page has to have.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
function part(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`#${id} is missing`);
  }
  return found;
}
