// The comparison as Markdown and as CSV.

/** @typedef {ReturnType<ComparisonTables["shown"]>} Shown */

/**
 * One table for each group, for an issue, a page or a mail.
 *
 * @param {Shown} tables
 * @param {string[]} names
 * @param {string} address
 */
function asMarkdown(tables, names, address) {
  /** @param {string} text */
  const cell = (text) => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll(/([*_`<[\]])/g, "\\$1");
  /** @param {string[]} texts */
  const line = (texts) => `| ${texts.map(cell).join(" | ")} |`;
  const parts = tables.map(({ title, rows }) => [
    `## ${title}`,
    "",
    line(["", ...names]),
    line([":--", ...names.map(() => ":--")]),
    ...rows.map(({ name, cells }) => line([name, ...cells.map(brief)])),
  ].join("\n"));
  return `# ${names.join(", ")}\n\n${parts.join("\n\n")}\n\nNotes, sources and the day each was read: <${address}>\n`;
}

/** @param {ReturnType<typeof readCell>} found */
function brief(found) {
  const aside = [found.package, found.flags].filter(Boolean).join(", ");
  return aside ? `${found.answer} (${aside})` : found.answer;
}

/**
 * One line for each row, six columns for each technology.
 *
 * @param {Shown} tables
 * @param {string[]} names
 */
function asCsv(tables, names) {
  const parts = /** @type {const} */ (["answer", "package", "flags", "note", "source", "read"]);
  const head = ["group", "row", ...names.flatMap((name) => parts.map((label) => `${name}: ${label}`))];
  const lines = tables.flatMap(({ title, rows }) => rows.map(({ name, cells }) => [
    title, name, ...cells.flatMap((found) => parts.map((label) => found[label])),
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
