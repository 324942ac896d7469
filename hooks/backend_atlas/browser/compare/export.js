// The comparison as Markdown and as CSV.

/** @typedef {ReturnType<ComparisonTables["shown"]>} Shown */
/** @typedef {ReturnType<typeof readCell>} Said */

/**
 * One table for each group, for an issue, a page or a mail.
 *
 * @param {Shown} shown
 * @param {string} address
 */
function asMarkdown({ options, tables }, address) {
  const names = options.map(({ name }) => name);
  /** @param {string} text */
  const cell = (text) => text.replaceAll("&", "&amp;").replaceAll(/([\\|*_`<[\]~$])/g, "\\$1");
  /** @param {string[]} texts */
  const line = (texts) => `| ${texts.map(cell).join(" | ")} |`;
  const parts = tables.map(({ title, rows }) => [
    `## ${title}`,
    "",
    line(["", ...names]),
    `| ${[":--", ...names.map(() => ":--")].join(" | ")} |`,
    ...rows.map((row) => line([row.name, ...row.cells.map(brief)])),
  ].join("\n"));
  const texts = [`# ${names.join(", ")}`, ...parts, `Notes, sources and the day each was read: <${address}>`];
  return `${texts.join("\n\n")}\n`;
}

/** @param {Said} said */
function brief(said) {
  const aside = [said.package, said.flags].filter(Boolean).join(", ");
  return aside ? `${said.answer} (${aside})` : said.answer;
}

/**
 * One line for each row, six columns for each technology.
 *
 * @param {Shown} shown
 */
function asCsv({ options, tables }) {
  const parts = /** @type {const} */ (["answer", "package", "flags", "note", "sources", "read"]);
  const head = ["group", "row", ...options.flatMap(({ name }) => parts.map((label) => `${name}: ${label}`))];
  const lines = tables.flatMap(({ title, rows }) => rows.map(({ name, cells }) => [
    title, name, ...cells.flatMap((said) => parts.map((label) => said[label])),
  ]));
  return [head, ...lines].map((line) => line.map(csvField).join(",")).join("\r\n").concat("\r\n");
}

/**
 * A field after RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @param {string} text
 */
function csvField(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
