// Finds rows and names by what a reader types. The words of each stand in `data-words`, in the form of `searchable`.

/**
 * The words of a text, in small letters, without the plural's s. As `views/words.py` has it.
 *
 * @param {string} text
 */
function words(text) {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word) => ([...word].length > 3 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word));
}

/**
 * Whether a thing is meant. A comma means "or"; between two commas, each word has to begin a word of the thing.
 *
 * @param {string} typed
 * @returns {(known: string) => boolean}
 */
function finder(typed) {
  const terms = typed.split(",").map(words).filter((term) => term.length);
  return (known) => !terms.length || terms.some((term) => term.every((word) => ` ${known}`.includes(` ${word}`)));
}
