/** The data folder, for programs beside the server, which checks its settings itself. */
export function readSettings ({ DATA_DIR = 'data' } = process.env) {
  return { folder: DATA_DIR }
}
