/** Reads the settings from the environment. */
export function readSettings({ DATA_DIR = 'data', PORT = '8000', ORIGIN, SECRET_KEY } = process.env) {
  const port = Number(PORT);
  return { folder: DATA_DIR, port, origin: ORIGIN ?? `http://127.0.0.1:${port}`, secret: SECRET_KEY };
}

/** The same, for programs that need the secret. */
export function readSettingsWithSecret() {
  const settings = readSettings();
  if (!settings.secret) throw new Error('Set SECRET_KEY to a long random text.');
  return settings;
}
