import type { WordKey } from '../../../kernel/words.ts'

/** What reading a file gave: `looked` through, `not-checked` because no program can, or `unreadable`. */
export type ReadingState = 'looked' | 'not-checked' | 'unreadable'

/** Where something stands in a file. */
export interface FileSpot {
  by: 'sheet' | 'cell' | 'row' | 'column' | 'page' | 'slide' | 'paragraph' | 'line' | 'part' | 'field' | 'picture'
  name: string
  passage?: string
}

/** One kind of thing found in a file, and the first places where it stands. */
export interface FileFinding {
  check: string
  /** Sets cases of a check apart; '' for none. */
  because: string
  count: number
  spots: FileSpot[]
  /** What its words need, from the first place. */
  params?: Record<string, string | number>
}

/** Everything that reading a file gave. */
export interface FileReading {
  state: ReadingState
  /** Why it is not, or could not be, checked; '' when it was. */
  because: string
  /** What its readers see, for the search. */
  text: string
  findings: FileFinding[]
}

export type FileWeight = 'block' | 'answer' | 'advice'
export type FileWeights = Readonly<Record<string, FileWeight>>

/** What a finding weighs: its own case first, then its check. What nobody gave a weight wants an answer. */
export function weightOf(finding: Pick<FileFinding, 'check' | 'because'>, weights: FileWeights): FileWeight {
  return weights[nameOf(finding)] ?? weights[finding.check] ?? 'answer'
}

/** `hidden-sheet`, or with its case `hidden-text.white`. */
export function nameOf({ check, because }: Pick<FileFinding, 'check' | 'because'>): string {
  return because === '' ? check : `${check}.${because}`
}

const office = ['docx', 'xlsx', 'pptx', 'odt', 'ods']
const pictures = ['jpg', 'jpeg', 'png', 'gif', 'webp']

/** What a clean copy leaves out, by the name of the finding, and in which kinds of files. */
const cleanable: Readonly<Record<string, readonly string[]>> = {
  'hidden-sheet': ['xlsx', 'ods'],
  'hidden-rows': ['xlsx', 'ods'],
  'hidden-columns': ['xlsx'],
  'hidden-slide': ['pptx'],
  'hidden-text': ['docx', 'pptx', 'odt', 'ods'],
  comments: office,
  'speaker-notes': ['pptx'],
  'tracked-changes.struck': ['docx', 'odt', 'ods'],
  'tracked-changes.added': ['docx', 'odt', 'ods'],
  'tracked-changes.format': ['docx', 'xlsx'],
  'external-link.template': ['docx'],
  metadata: [...office, 'pdf'],
  'metadata.own-field': office,
  'metadata.thumbnail': office,
  'picture-place': [...office, ...pictures],
  'picture-metadata': [...office, ...pictures],
}

/** Does a clean copy of a file with this ending leave it out? */
export function mayClean(finding: Pick<FileFinding, 'check' | 'because'>, ending: string): boolean {
  return cleanable[nameOf(finding)]?.includes(ending) === true
}

/** The key under which words say what was found, why it matters, or what to do. What the text checks find has the words of those. */
export function wordsFor(
  { check, because }: Pick<FileFinding, 'check' | 'because'>,
  part: 'title' | 'because' | 'advice',
  isOfText: boolean,
): WordKey {
  if (part !== 'because') return (isOfText ? `checks.${check}.${part}` : `files.found.${check}.${part}`) as WordKey
  return (isOfText ? `checks.${check}.because.${because}` : `files.found.${check}.because.${because || 'so'}`) as WordKey
}
