/** The language in which a text is mostly written; a Han character weighs about as much as an English word. */
export function languageOf(text: string): 'zh' | 'en' {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[A-Za-z]{2,64}/gu)?.length ?? 0 // without an end, millions of letters in a row may overflow the stack
  return words > han ? 'en' : 'zh'
}
