// What the reader chose, in the part of the address after "#". It never leaves the browser, and works in files.

/**
 * The parameters of the address, or null where it holds none. A plain anchor is not one.
 *
 * @returns {Map<string, string> | null}
 */
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

/**
 * Puts parameters into the address without a new entry in the history. Empty ones are left out.
 *
 * @param {Iterable<[string, string]>} parameters
 */
function writeAddress(parameters) {
  const found = [...parameters].filter(([, value]) => value).map(([key, value]) => `${key}=${encoded(value)}`);
  history.replaceState(null, "", found.length ? `#${found.join("&")}` : location.pathname + location.search);
}

/** @param {string} value */
function encoded(value) {
  return encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%7E", "~");
}

/**
 * A list in one parameter. Doubles and what is not known are left out.
 *
 * @param {string | undefined} text
 * @param {(item: string) => boolean} [known]
 */
function listed(text, known = () => true) {
  return [...new Set((text ?? "").split(",").filter((item) => item && known(item)))];
}
