// A copy keeps once what pages of one kind have in common. This writes such a page while it is read.

/** @type {string[]} */
const commonLines = Reflect.get(window, "commonLines");

Object.assign(window, {
  /** @param {(string | [first: number, count: number])[]} parts its own text, and which common lines stand between */
  writePage: (parts) => {
    const texts = parts.flatMap((part) => typeof part === "string" ? part : commonLines.slice(part[0], part[0] + part[1]));
    document.write(texts.join(""));
  },
});
