/** A text of printable ASCII as IMAP quotes it. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&')}"`
}

/** The name of a folder as IMAP4rev1 writes it: whatever is not ASCII in the modified UTF-7 of RFC 3501 §5.1.3. */
export function folderName(name: string): string {
  const written = name.replace(/&|[^ -~]+/gu, (run) => (run === '&' ? '&-' : `&${shifted(run)}-`))
  return quoted(written)
}

function shifted(run: string): string {
  return Buffer.from(run, 'utf16le').swap16().toString('base64').replace(/=+$/u, '').replaceAll('/', ',')
}
