/** Cuts a passage into sentences that one breath can say: at the ends of sentences, and where one is longer than that, at its pauses. */
export function sentencesOf(text: string, language: 'zh' | 'en', longest: number): string[] {
  const whole = language === 'zh' ? text.split(/(?<=[。！？；!?;])|\n/u) : text.split(/(?<=[.!?;])\s+(?=[\p{Lu}\d"“‘])|\n/u)
  return whole
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .flatMap((sentence) => breathsOf(sentence, language, longest))
    .map((breath) => ended(breath, language))
}

/** Pauses are joined as long as they fit into one breath; a piece without a pause stays whole. */
function breathsOf(sentence: string, language: 'zh' | 'en', longest: number): string[] {
  if (lengthOf(sentence) <= longest) return [sentence]
  const pieces = language === 'zh' ? sentence.split(/(?<=[，、：])/u) : sentence.split(/(?<=[,:]) /u)
  const breaths: string[] = []
  for (const piece of pieces) {
    const last = breaths.at(-1)
    const joined = last === undefined ? piece : `${last}${language === 'zh' ? '' : ' '}${piece}`
    if (last !== undefined && lengthOf(joined) <= longest) breaths[breaths.length - 1] = joined
    else breaths.push(piece)
  }
  return breaths
}

const lengthOf = (text: string): number => [...text].length

function ended(breath: string, language: 'zh' | 'en'): string {
  const bare = breath.replace(/[，、：；;,:]+$/u, '')
  if (/[。！？.!?]$/u.test(bare)) return bare
  return `${bare}${language === 'zh' ? '。' : '.'}`
}

/** How long it takes to say this, in whole seconds. `pace`: Chinese characters, or English words, in a minute. */
export function secondsToSay(lines: readonly string[], language: 'zh' | 'en', pace: number): number {
  const text = lines.join(' ')
  const count = language === 'zh' ? (text.match(/\p{Script=Han}|\d/gu)?.length ?? 0) : (text.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0)
  return Math.ceil((count / pace) * 60)
}
