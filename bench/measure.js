// Runs in the page of the guide before anything else. Changes answers as a reader would, and takes the time.

window.bench = (() => {
  /** When the first result stood there, laid out, in ms since the navigation began. */
  let first = 0;
  const observer = new MutationObserver(() => {
    const verdict = document.getElementById("guide-verdict");
    if (verdict?.textContent) {
      observer.disconnect();
      verdict.offsetHeight;
      first = performance.now();
    }
  });
  observer.observe(document, { childList: true, subtree: true });

  /** Lays out the page if it has to be, and remembers how long that took. */
  let laid = 0;
  function layOut() {
    const start = performance.now();
    document.documentElement.offsetHeight;
    document.getElementById("guide-detail").offsetHeight;
    laid += performance.now() - start;
  }

  // Chromium lays out the page when its address is set. What that takes is no time of the script.
  const replace = history.replaceState.bind(history);
  history.replaceState = (...settings) => {
    layOut();
    replace(...settings);
  };

  /** The field of a question and what it has to hold: the name of radio buttons, or the id of a list. */
  function set(name, value) {
    const radio = document.querySelector(`#guide-form input[name="${name}"][value="${value}"]`);
    const field = radio ?? document.getElementById(name);
    if (!field) {
      throw new Error(`no field for ${name}=${value}`);
    }
    if (radio) {
      radio.checked = true;
    } else {
      field.value = value;
    }
    return field;
  }

  /** One change: ms until the result is laid out, and ms of that for style and layout. */
  function change(name, value) {
    layOut();
    laid = 0;
    const before = location.hash;
    const start = performance.now();
    set(name, value).dispatchEvent(new Event("change", { bubbles: true }));
    layOut();
    const whole = performance.now() - start;
    if (location.hash === before) {
      throw new Error(`nothing changed by ${name}=${value}`);
    }
    return { whole, layout: laid, answers: location.hash.slice(1) };
  }

  /** Time to paint. */
  function rest(pause) {
    return new Promise((done) => { setTimeout(() => requestAnimationFrame(() => setTimeout(done)), pause); });
  }

  /** Opens every part of the result, and the parts in them. */
  async function open(pause) {
    for (let closed; (closed = document.querySelectorAll("#guide-detail details:not([open])")).length;) {
      closed.forEach((details) => { details.open = true; });
      await rest(pause);
    }
  }

  /** Changes one after the other, with time to paint in between. */
  async function series(changes, pause) {
    const found = [];
    for (const [name, value] of changes) {
      await rest(pause);
      found.push(change(name, value));
    }
    return found;
  }

  return { series, open, first: () => first };
})();
