// The parts of the result, which open and close.

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

/** Makes what was not opened yet, for paper. */
function fillParts() {
  document.querySelectorAll("#guide-detail details").forEach((element) => element.dispatchEvent(new Event("fill")));
}
