// Runs in the page of the matrix. Changes the filter as a reader would, and takes the time until the page is laid out.

/**
 * @param {{pause: number, features: number}} settings milliseconds between two changes; how many features to ask for
 * @returns {Promise<number[]>} milliseconds
 */
async (settings) => {
  const filter = document.getElementById("filter");
  filter.open = true;
  document.getElementById("filter-add").click();
  const [feature, not, level] = document.querySelectorAll("#filter-conditions select");
  const boxes = [...filter.querySelectorAll("input[name]")];
  const times = [];

  const change = async (act) => {
    await new Promise((done) => setTimeout(done, settings.pause));
    const start = performance.now();
    act();
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
  };
  const told = (element) => element.dispatchEvent(new Event("input", { bubbles: true }));

  for (const option of [...feature.options].slice(1, settings.features + 1)) {
    await change(() => {
      feature.value = option.value;
      not.value = option.index % 2 ? "has" : "not";
      level.selectedIndex = option.index % level.options.length;
      told(feature);
    });
  }
  for (const box of boxes) {
    await change(() => box.click());
    await change(() => box.click());
  }
  for (const about of ["login", "background jobs, cron", ""]) {
    const field = document.getElementById("matrix-about");
    await change(() => {
      field.value = about;
      told(field);
    });
  }
  return times;
}
