/** One line of the log: JSON, so that a line break in a value cannot forge another line. */
export function logLine(line: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
}
