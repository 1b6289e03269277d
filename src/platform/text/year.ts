/**
 * The year that a text names as its own: that of a signing date among its last lines, else that of its title, else none.
 * A year in brackets belongs to the number of a document that is cited.
 */
export function formedYear(title: string, lines: string[]): number | undefined {
  for (const line of lines.slice(-4).toReversed()) {
    const year = [...line].length <= 40 ? signingYear(line.trim()) : undefined
    if (year !== undefined) return year
  }
  return asYear(/(?<![\d〔[(（])(?:19|20)\d{2}(?![\d〕\])）*])/u.exec(arabic(title))?.[0])
}

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const signingDates = [
  /((?:19|20)\d{2})\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*[)）]?$/u,
  /(?:^|\s)((?:19|20)\d{2})[-./]\d{1,2}[-./]\d{1,2}$/u,
  new RegExp(`(?:${months})[a-z]*\\.?\\s(?:\\d{1,2},?\\s)?((?:19|20)\\d{2})$`, 'u'),
]

function signingYear(line: string): number | undefined {
  for (const date of signingDates) {
    const year = asYear(date.exec(arabic(line))?.[1])
    if (year !== undefined) return year
  }
  return undefined
}

/** Official dates are often written 二〇一五年十月九日. */
function arabic(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((digit) => (digit === '○' || digit === '零' ? 0 : '〇一二三四五六七八九'.indexOf(digit))).join(''),
    )
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日])/gu, '1')
}

function asYear(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}
