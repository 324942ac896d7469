// The cells of the technologies. Each technology has a script of its own, which is loaded when it is needed first.

/** @typedef {{id: string, rows: Record<string, [answer: string, html: string]>}} Column */

/** @type {Map<string, Promise<Column>>} */
const columnsAsked = new Map();

/** @type {Map<string, Column>} */
const columnsThere = new Map();

Object.assign(window, {
  backendAtlas: {
    /** @param {Column} column */
    addColumn: (column) => columnsThere.set(column.id, column),
  },
});

/**
 * The cells of one technology. Rejects where the script cannot be loaded, or brings something else; the next call tries
 * again.
 *
 * @param {string} id
 * @param {string} address
 */
function loadColumn(id, address) {
  const found = columnsAsked.get(id);
  if (found) {
    return found;
  }
  /** @type {Promise<Column>} */
  const asked = new Promise((resolve, reject) => {
    const element = make("script", { src: address });
    const settle = () => {
      element.remove();
      const column = columnsThere.get(id);
      if (column?.rows) {
        resolve(column);
      } else {
        columnsAsked.delete(id);
        reject(new Error(address));
      }
    };
    element.addEventListener("load", settle);
    element.addEventListener("error", settle);
    document.head.append(element);
  });
  columnsAsked.set(id, asked);
  return asked;
}

/**
 * HTML of the site as nodes.
 *
 * @param {string} html
 */
function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}
