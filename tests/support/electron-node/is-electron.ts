/** A run that silently fell back to plain Node would prove nothing. */
if (process.versions.electron === undefined) {
  throw new Error(`These tests must run inside Electron, and this is Node ${process.versions.node}.`);
}
