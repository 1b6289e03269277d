import { isDay } from '../../../kernel/day.ts'
import type { Action } from '../../../kernel/policy.ts'
import { sayDay } from '../../../kernel/translate.ts'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { periodInWords } from '../../catalogue/index.ts'
import type { Finding, FindingState } from '../findings/finding.ts'
import type { ToldFinding } from '../findings/read-listed.ts'
import type { StatusKind } from '../../../ui/status.tsx'

/** The shape of each state. */
export const stateKinds: Record<FindingState, StatusKind> = { open: 'overdue', justified: 'waiting', closed: 'done' }

/** What a finding is about, by name: the line of the catalogue, the document, the unit, the column of the site. */
export function aboutInWords(reader: Reader, finding: ToldFinding): string {
  const { document, duty, task } = finding
  if (document !== undefined) return document.title
  if (duty !== undefined) return task === undefined ? nameIn(reader, duty) : `${nameIn(reader, duty)} · ${ofTask(reader, task)}`
  const column = finding.seen['column']
  if (column !== undefined) return columnInWords(reader, String(column))
  return finding.subject === 'site' ? reader.t('supervision.about.site') : nameIn(reader, finding.unit)
}

/** The sentence about a fault, with its figures and days in the reader's words. */
export function faultInWords(reader: Reader, { detector, seen }: Pick<Finding, 'detector' | 'seen'>): string {
  const said = Object.fromEntries(Object.entries(seen).map(([name, value]) => [name, valueInWords(reader, name, value)]))
  if (detector === 'dates-wrong') return reader.t(`supervision.seen.dates-wrong.${String(seen['fault']) as 'no-day'}`)
  if (detector === 'home-stale' && seen['newest'] === '') return reader.t('supervision.seen.home-stale.never')
  return reader.t(`supervision.seen.${detector}`, said)
}

/** Where the fault is mended: the address of the act. Undefined where only time mends it, and for a reader who may not do the act. */
export function mendAddress(reader: Reader, finding: ToldFinding): string | undefined {
  const path = mendPath(finding)
  if (path === undefined) return undefined
  const right = rights.find(({ of }) => of.test(path))?.right
  return right === undefined || reader.may(right, finding.unit.path) ? href(reader, path) : undefined
}

/** The right that the page of an act asks for; the others are open to whoever reads findings. */
const rights: readonly { of: RegExp; right: Action }[] = [
  { of: /^\/desk\/documents\/new/, right: 'documents.write' },
  { of: /\/change\//, right: 'documents.change' },
  { of: /\/profile$/, right: 'units.profile' },
  { of: /\/categories\/new$/, right: 'catalogue.arrange' },
]

const ofDocument: Partial<Record<Finding['detector'], string>> = {
  forwarded: '/change/replace',
  'dates-wrong': '/change/correct',
  'dead-link': '/change/correct',
  unasked: '',
}

function mendPath({ detector, taskId, documentId, duty, unit, task }: ToldFinding): string | undefined {
  if (documentId !== undefined) return `/desk/documents/${documentId}${ofDocument[detector] ?? ''}`
  if (detector === 'overdue') return `/desk/documents/new?task=${taskId}`
  if (detector === 'late') return task && `/desk/tasks/${taskId}`
  if (duty !== undefined) return `/desk/documents/new?duty=${duty.code}`
  if (detector === 'intermittent' || detector === 'uneven') return `/desk/tasks?view=to-do&unit=${unit.code}`
  if (detector === 'required-column') return '/desk/catalogue/categories/new'
  if (detector === 'columns-veto') return '/desk/findings?detector=empty-column'
  if (detector === 'home-stale' || detector === 'site-column-stale') return '/desk/tasks?view=overdue'
  return `/desk/units/${unit.code}/profile`
}

function ofTask(reader: Reader, task: NonNullable<ToldFinding['task']>): string {
  return task.matter === '' ? periodInWords(reader, task) : task.matter
}

function valueInWords(reader: Reader, name: string, value: string | number): string | number {
  if (typeof value === 'string' && isDay(value)) return sayDay(value, reader.lang)
  if (name === 'column') return columnInWords(reader, String(value))
  if (name !== 'fields') return value
  const fields = String(value).split(',')
  return fields.map((field) => reader.t(`organisations.field.${field as 'fax'}`)).join(reader.t('supervision.between'))
}

function columnInWords(reader: Reader, name: string): string {
  return reader.t(`supervision.column.${name as 'news'}`)
}
