// What a reader takes away: text on the clipboard, and files.

/**
 * Copies, and says in `status` whether it worked.
 *
 * @param {string} text
 * @param {HTMLElement} status
 * @param {string} [instead] what to do where the browser refuses
 */
async function copy(text, status, instead = "Select the text, or the address above.") {
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = "Copied.";
  } catch {
    status.textContent = `This browser does not allow copying here. ${instead}`;
  }
}

/**
 * The address of this page for a link that is taken away: of a copy on a disk, that of the page on the web, where it is known.
 */
function pageAddress() {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const [address = ""] = location.href.split("#");
  return location.protocol === "file:" && canonical ? canonical : address;
}

/**
 * @param {string} filename
 * @param {string} type
 * @param {string} text
 */
function download(filename, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: filename }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
