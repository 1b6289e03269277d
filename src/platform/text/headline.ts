/** The title of a text. */
export interface Headline {
  title: string
  /** Which line it takes up whole; absent when it was cut from a longer line, which then stays in the text. */
  line?: number
}

/**
 * Finds the title of a text without marks: the first line if it can be one, else the first sentence, at most 160 characters.
 * Paths of a website (`Home > Reports`) are passed over. In: lines, none empty.
 */
export function headlineOf(lines: string[]): Headline {
  const at = lines.findIndex((line) => !isWebsitePath(line))
  const first = lines[at] ?? lines[0] ?? ''
  if (at >= 0 && canBeTitle(first)) return { title: first, line: at }
  return { title: firstSentence(first) }
}

/** The first words of a text as a short name: up to `max` characters, cut at a word with `…`. */
export function shorten(text: string, max: number): string {
  const characters = [...text]
  if (characters.length <= max) return text
  const kept = characters.slice(0, max - 1).join('')
  const blank = kept.lastIndexOf(' ')
  return `${kept.slice(0, blank > max / 2 ? blank : undefined).replace(/[\s,，、;；:：]+$/u, '')}…`
}

/** Whether a line is the path of a website that was copied along. */
export function isWebsitePath(line: string): boolean {
  return /\S\s+[>›»]\s+\S/u.test(line) || /^(?:当前位置|您的位置|您现在的位置|首页\s*[>›»])/u.test(line)
}

/** The first sentence without its full stop, at most 160 characters. */
export function firstSentence(text: string): string {
  const sentence = /^.*?(?:[。！？!?]|\.(?=\s|$))/u.exec(text)?.[0] ?? text
  return shorten(sentence.replace(/[。.]$/u, ''), 160)
}

const longestTitle = { han: 60, other: 120 }

function canBeTitle(line: string): boolean {
  const isChinese = /\p{Script=Han}/u.test(line)
  if ([...line].length > (isChinese ? longestTitle.han : longestTitle.other)) return false
  return !/[。.；;，,：:]$/u.test(line) && !isNumbered(line)
}

/** Headings of a part (一、 / First, / 1. / (a)) are not the title of the whole. */
function isNumbered(line: string): boolean {
  return (
    /^[（(]?(?:[一二三四五六七八九十百]{1,3}|\d{1,2}|[ivxIVX]{1,4}|[a-zA-Z])[）)、.．]/u.test(line) ||
    /^(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|One|Two|Three|Four|Five|Six|Seven)\b[,，]/iu.test(line)
  )
}
