import type { Lang } from '../../kernel/translate.ts'

/** One thing in a feed, in the words of the reader's language. */
export interface FeedEntry {
  /** Whole, without language: it never changes. */
  id: string
  /** Whole, in the reader's language. */
  url: string
  title: string
  language: Lang
  author: string
  summary: string
  publishedAt: Date
  updatedAt: Date
  /** What the document is now, when it is not simply published. */
  standing?: { term: string; label: string }
}

/** Something that is no longer to be read: it was taken back, removed, or another took its place. */
export interface FeedDeletion {
  id: string
  at: Date
  reason: string
  /** Where to look instead. */
  insteadUrl?: string
}

export interface Feed {
  language: Lang
  title: string
  subtitle: string
  /** Whole addresses: of the feed without language, of the feed, of the page that it follows. */
  id: string
  selfUrl: string
  pageUrl: string
  entries: FeedEntry[]
  deletions: FeedDeletion[]
  /** When nothing has happened yet. */
  since: Date
}

/** The last instant at which something in the feed changed. */
export function updatedAt({ entries, deletions, since }: Feed): Date {
  const instants = [...entries.map((entry) => entry.updatedAt), ...deletions.map((deletion) => deletion.at)]
  return instants.reduce((last, instant) => (instant > last ? instant : last), instants[0] ?? since)
}
