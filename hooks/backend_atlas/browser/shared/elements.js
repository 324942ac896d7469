// Small pieces of a page. Text is set as text, never as HTML.

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

/**
 * The name of a package, which may go on in the next line after a mark, or before a capital.
 *
 * @param {string} name
 */
function makePackage(name) {
  const parts = name.split(/(?<=[/.:-])|(?<=[a-z])(?=[A-Z])/);
  return make("span", { class: "package" }, ...parts.flatMap((part, at) => at ? [make("wbr"), part] : [part]));
}

/** @param {string[]} items */
function makeList(items) {
  return make("ul", {}, ...items.map((item) => make("li", {}, item)));
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isShown(child) {
  return Boolean(child);
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
