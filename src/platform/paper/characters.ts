/** What stands on paper for a character that no type has: the geta mark, by which printers keep the place of a missing sort. */
export const missingMark = '〓'

/** Characters that print nothing and say nothing, or that turn the order of others round: a text of an office must read as it is stored. */
const unfit = /[\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\ufeff]|(?!\n)\p{Cc}/gu

/**
 * A text fit for paper and for XML: line ends are one kind, tabs are spaces; controls, marks that turn the direction of reading, and what
 * is no character are gone. Half a character becomes U+FFFD.
 */
export function fitForPaper(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(unfit, '')
}

/** The same of every text within a value, however deep. */
export function eachText<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((one: unknown) => eachText(one, change)) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one, change)])) as T
}
