import { join } from 'node:path';
import pug from 'pug';

const FOLDER = join(import.meta.dirname, '../views');
const compiled = new Map();

/** Renders a template; each is compiled once. Pug escapes what it inserts. */
export function render(name, values) {
  if (!compiled.has(name)) compiled.set(name, pug.compileFile(join(FOLDER, `${name}.pug`)));
  return compiled.get(name)(values);
}
