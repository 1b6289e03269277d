/**
 * Plain text as Markdown that shows exactly that text: `20***`, `65438+`, `# 1` and `<b>` come out as they stand.
 * In: text whose line breaks are to be kept. Out: Markdown for the inside of one paragraph. Escapes no more than it must, because people edit the result.
 */
export function literal(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeStart(escapeInside(line.trim())))
    .filter((line) => line !== '')
    .join('\n')
}

/** The marks that mean something anywhere in a line. */
export function escapeInside(text: string): string {
  return text
    .replace(/[\\`*_<]/gu, '\\$&')
    .replace(/~(?=~)|(?<=~)~/gu, '\\~')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/\](?=[([])/gu, '\\]')
}

/** The marks that mean something only where a line begins: headings, quotations, lists, rules, link definitions. */
export function escapeStart(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|$)/u, '\\$1')
    .replace(/^>/u, '\\>')
    .replace(/^([-+])(?=\s|$)/u, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
    .replace(/^(?=[-=][-=\s]*$)/u, '\\')
    .replace(/^\[(?=[^\]]*\]:)/u, '\\[')
}
