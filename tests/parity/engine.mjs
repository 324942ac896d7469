// The engine of the browser, for the tests. Its files are the arguments. Reads lines of JSON and answers each text with one line of JSON:
// {"basis": {...}} sets the basis; {"text": "..."} asks for all, {"text": "...", "brief": true} for the outcome only.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const FOLDER = new URL("../../hooks/backend_atlas/browser/", import.meta.url);
const NAMES = [
  "prepareBasis", "read", "Engine", "Words", "madr", "nygard", "report", "considered", "fragment", "gap", "recorded",
  "sole",
];

/** As the page has it: all files in one function. */
function load() {
  const source = process.argv.slice(2).map((name) => readFileSync(new URL(`${name}.js`, FOLDER), "utf8")).join("\n");
  return new Function(`"use strict";\n${source}\nreturn { ${NAMES.join(", ")} };`)();
}

function plain(key, value) {
  return value instanceof Map ? Object.fromEntries(value) : value;
}

const browser = load();
let basis;
let engine;
let words;

for await (const line of createInterface({ input: process.stdin })) {
  const { basis: json, text, brief } = JSON.parse(line);
  if (json) {
    basis = browser.prepareBasis(json);
    engine = new browser.Engine(basis);
    words = new browser.Words(engine);
    continue;
  }
  const reading = browser.read(text, basis);
  const result = brief ? engine.outcome(reading.answers) : engine.decide(reading.answers);
  const found = {
    reading,
    result,
    text: reading.answers.text,
    fragment: browser.fragment(basis, result),
    recorded: browser.recorded(result),
    sole: browser.sole(result),
    considered: browser.considered(result).map((item) => item.id),
    gap: result.ranking.length > 1 ? browser.gap(result) : null,
    as_package: result.excluded.map((item) => (
      item.conditions.map((condition) => engine.meetsAsPackage(condition, item.id))
    )),
  };
  if (!brief) {
    found.report = browser.report(words, result);
    found.records = [browser.madr, browser.nygard].map((write) => write(words, result, "guide/#x", "2026-11-22"));
  }
  process.stdout.write(`${JSON.stringify(found, plain)}\n`);
}
