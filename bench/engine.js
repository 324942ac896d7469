// Runs in an empty page: the time that the engine alone takes for answers, one after the other.

({ source, basis: json, texts }) => {
  const load = new Function(`"use strict";\n${source}\nreturn { prepareBasis, read, Engine };`);
  const { prepareBasis, read, Engine } = load();
  const basis = prepareBasis(JSON.parse(json));
  const engine = new Engine(basis);
  return texts.map((text) => {
    const { answers } = read(text, basis);
    const start = performance.now();
    engine.decide(answers);
    return performance.now() - start;
  });
}
