const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const places = ['', '十', '百', '千']
const groups = ['', '万', '亿', '万亿']

/** A whole number as it is said in Chinese: 10500 is 一万零五百. At most sixteen figures; longer ones are said figure by figure. */
export function countZh(figures: string): string {
  const bare = figures.replace(/^0+(?=\d)/, '')
  if (bare.length > 16) return figuresZh(bare)
  if (bare === '0') return '零'
  let said = ''
  let isGap = false
  for (let at = 0; at < bare.length; at += 1) {
    const place = bare.length - 1 - at
    const digit = Number(bare[at])
    if (digit === 0) isGap = true
    else {
      said += `${isGap && said !== '' ? '零' : ''}${digits[digit]}${places[place % 4]}`
      isGap = false
    }
    const isGroupEnd = place % 4 === 0 && place > 0
    const group = bare.slice(Math.max(0, at - 3), at + 1)
    if (isGroupEnd && /[1-9]/.test(group)) said += groups[place / 4] ?? ''
  }
  return said.replace(/^一十/, '十')
}

/** Figure by figure, as years are said: 2026 is 二〇二六. */
export function figuresZh(figures: string): string {
  return [...figures].map((one) => (one === '0' ? '〇' : (digits[Number(one)] ?? one))).join('')
}

/** Figure by figure, as telephone numbers are said: 1 is 幺, so that nobody hears 七. */
export function telephoneZh(figures: string): string {
  return [...figures].map((one) => (one === '1' ? '幺' : (digits[Number(one)] ?? one))).join('')
}

/** A number with a decimal point as it is said in Chinese. */
export function amountZh(text: string): string {
  const [whole = '', part] = text.replaceAll(',', '').split('.')
  return part === undefined ? countZh(whole) : `${countZh(whole)}点${[...part].map((one) => digits[Number(one)]).join('')}`
}

const units = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
]
const teens = [...units, 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const scales = ['', 'thousand', 'million', 'billion', 'trillion']

/** A whole number in English words: 10500 is ten thousand five hundred. */
export function countEn(figures: string): string {
  const bare = figures.replace(/^0+(?=\d)/, '')
  if (bare === '0') return 'zero'
  if (bare.length > 15) return figuresEn(bare)
  const parts: string[] = []
  for (let end = bare.length, scale = 0; end > 0; end -= 3, scale += 1) {
    const value = Number(bare.slice(Math.max(0, end - 3), end))
    if (value === 0) continue
    const isLastSmall = scale === 0 && value < 100 && bare.length > 3
    parts.unshift(`${isLastSmall ? 'and ' : ''}${hundredsEn(value)} ${scales[scale]}`.trim())
  }
  return parts.join(' ')
}

/** Figure by figure: for telephone numbers. */
export function figuresEn(figures: string): string {
  return [...figures].map((one) => (one === '0' ? 'zero' : (units[Number(one)] ?? one))).join(' ')
}

/** A number with a decimal point in English words. */
export function amountEn(text: string): string {
  const [whole = '', part] = text.replaceAll(',', '').split('.')
  return part === undefined ? countEn(whole) : `${countEn(whole)} point ${figuresEn(part)}`
}

/** A year in English words: 2026 is twenty twenty-six, 2005 two thousand and five. */
export function yearEn(year: string): string {
  const [century, rest] = [year.slice(0, 2), Number(year.slice(2))]
  if (year.startsWith('200')) return countEn(year)
  if (rest === 0) return `${countEn(century)} hundred`
  return `${countEn(century)} ${rest < 10 ? `oh ${units[rest]}` : hundredsEn(rest)}`
}

const ordinals: Record<string, string> = {
  ...{ one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth' },
}

/** `twenty-seventh` of 27. */
export function ordinalEn(figures: string): string {
  const words = countEn(figures)
  const last = /[a-z]+$/.exec(words)?.[0] ?? ''
  const turned = ordinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return words.slice(0, words.length - last.length) + turned
}

function hundredsEn(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100]
  const small = rest < 20 ? (teens[rest] ?? '') : `${tens[Math.floor(rest / 10)]}${rest % 10 === 0 ? '' : `-${units[rest % 10]}`}`
  if (hundreds === 0) return small
  return `${units[hundreds]} hundred${rest === 0 ? '' : ` and ${small}`}`
}
