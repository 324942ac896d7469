/** Reads the settings from the environment. */
export function readSettings({ DATA_DIR = 'data', PORT = '8000', ORIGIN } = process.env) {
  const port = Number(PORT);
  return { folder: DATA_DIR, port, origin: ORIGIN ?? `http://127.0.0.1:${port}` };
}

/** The key that cookies and tokens of forms are signed with. */
export function readSecret({ SECRET_KEY } = process.env) {
  if (!SECRET_KEY) throw new Error('Set SECRET_KEY to a long random text.');
  return SECRET_KEY;
}
