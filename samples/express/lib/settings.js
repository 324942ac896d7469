/** Reads the settings from the environment. */
export function readSettings({ DATA_DIR = 'data', PORT = '3000' } = process.env) {
  return { folder: DATA_DIR, port: Number(PORT) };
}

/** The key that cookies are signed with. */
export function readSecret({ SECRET_KEY } = process.env) {
  if (!SECRET_KEY) throw new Error('Set SECRET_KEY to a long random text.');
  return SECRET_KEY;
}
