const cardinals =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
const digits = '零一二三四五六七八九'
const romanValues: Record<string, number> = { I: 1, V: 5, X: 10 }

/** The words for one to twenty and first to twentieth, as the inside of a pattern. */
export const cardinalWords = cardinals.slice(1).reverse().join('|')
export const ordinalWords = ordinals.slice(1).reverse().join('|')

/** The value of a number in digits, in English words to twenty (cardinal or ordinal), or in Chinese numerals to 999; undefined for anything else. */
export function numeralOf(text: string): number | undefined {
  const word = text.trim().toLowerCase()
  if (/^\d{1,3}(?:,\d{3})*$|^\d+$/.test(word)) return Number(word.replaceAll(',', ''))
  for (const words of [cardinals, ordinals]) {
    const at = words.indexOf(word.replace(/(?<=th|first|second|third)ly$/, ''))
    if (at > 0) return at
  }
  return chineseNumeral(word)
}

/** The value of a Roman number made of I, V and X, such as `XIV`; undefined for anything else. */
export function romanOf(text: string): number | undefined {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(text) || text === '') return undefined
  return [...text].reduce((sum, sign, at) => {
    const value = romanValues[sign] ?? 0
    return value < (romanValues[text[at + 1] ?? ''] ?? 0) ? sum - value : sum + value
  }, 0)
}

function chineseNumeral(text: string): number | undefined {
  if (!/^[零〇一二两三四五六七八九十百]{1,7}$/.test(text)) return undefined
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零')
  const match = /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(plain)
  if (!match) return undefined
  const [, hundreds, tens, ten, ones] = match
  return valueOf(hundreds) * 100 + (ten ? (tens ? valueOf(tens) : 1) * 10 : 0) + valueOf(ones)
}

function valueOf(digit: string | undefined): number {
  return digit ? digits.indexOf(digit) : 0
}
