/**
 * Takes the commonest endings off an English word, so that `policies` finds `policy` and `disclosed` finds `disclose`.
 * The same function serves index and query; what matters is that related words meet, not that the result is a word.
 * In: one lower-case word. Other scripts and words with digits come back as they are.
 */
export function stem(word: string): string {
  if (!/^[a-z]{4,}$/u.test(word) || word === 'news') return word
  return withoutFinalE(withoutSuffix(withoutPlural(word)))
}

function withoutPlural(word: string): string {
  if (/[^aeiou]ies$/u.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:x|ch|sh|ss|z)es$/u.test(word)) return word.slice(0, -2)
  return /[^sui]s$/u.test(word) ? word.slice(0, -1) : word
}

function withoutSuffix(word: string): string {
  if (/[^aeiou]ied$/u.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('ness') && word.length > 7) return word.slice(0, -4)
  const root = /^(.*[aeiouy].*)(?:ing|(?<!e)ed)$/u.exec(word)?.[1]
  if (root === undefined || root.length < 4) return word
  return /([^aeiouylsz])\1$/u.test(root) ? root.slice(0, -1) : root
}

function withoutFinalE(word: string): string {
  return word.length >= 5 && /[^e]e$/u.test(word) ? word.slice(0, -1) : word
}
