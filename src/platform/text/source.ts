import type words from '../../../locales/en/text.json'

/** One document found in a file: `body` is Markdown, with everything the file said except the title where that was a line of its own. */
export interface SourceDraft {
  title: string
  language: 'zh' | 'en'
  body: string
  /** The year that the text itself names as its own: its signing date at the end, else its title. */
  formedYear?: number
}

/** Something the person who imports should know about the reading; `place` is the title of the draft that it concerns. */
export interface SourceRemark {
  key: RemarkKey
  params?: Record<string, string | number>
  place?: string
}

export interface SourceReading {
  drafts: SourceDraft[]
  remarks: SourceRemark[]
}

/** The words decide which remarks and refusals there are, so that none is without words. */
export type RemarkKey = Extract<keyof typeof words, `text.remark.${string}`>
export type UnreadableKey = Extract<keyof typeof words, `text.unreadable.${string}`>

/** The file cannot be taken in; `key` and `params` say why, in words that name the cause. */
export class UnreadableSource extends Error {
  override name = 'UnreadableSource'

  constructor(
    readonly key: UnreadableKey,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${key} ${JSON.stringify(params)}`)
  }
}

/** One paragraph, heading, list or table on its way from a file to a draft. */
export interface Block {
  /** As a reader sees it. */
  plain: string
  markdown: string
}
