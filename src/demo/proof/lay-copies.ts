import { dayOf, yearOf } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import { recordAll } from '../../platform/journal/index.ts'
import { bandsOf } from '../../platform/search/bands.ts'
import { filterWords } from '../../platform/search/filter-words.ts'
import { quoted, searchVector } from '../../platform/search/vector.ts'
import type { Site } from '../../platform/site.ts'
import { plainText } from '../../platform/text/markdown.ts'
import { listCategories, listDuties } from '../../features/catalogue/index.ts'
import { findUnit, type Unit } from '../../features/organisations/index.ts'
import {
  documentContent,
  documentSubject,
  findDocument,
  fingerprint,
  numberScope,
  readVersion,
  writeNumber,
  type Content,
  type StoredDocument,
} from '../../features/publishing/index.ts'
import { addToLine, insertCopies, takeDocumentIds, takeSerials, type Copy } from './queries-copies.ts'

/** A document that is repeated, with all that its copies have in common. */
interface Model {
  document: StoredDocument
  text: Content
  hash: string
  unit: Unit
  categoryPath: string
  /** What the record says of it, as JSON. */
  content: unknown
}

/** A copy to be made: of which document, which one of them it is, and when it was begun. */
export interface Repeat {
  of: number
  nth: number
  at: Date
}

const atOnce = 1000

/**
 * Lays repeats of documents that people published: the same rows in the same tables, a thousand at once, each with one entry in the
 * record that vouches for it as it stands. They come in the order of their instants.
 */
export async function layCopies(site: Site, repeats: readonly Repeat[]): Promise<void> {
  const models = new Map<number, Model>()
  for (const id of new Set(repeats.map(({ of }) => of))) models.set(id, await readModel(site.database.read, id))
  const inTime = repeats.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  for (let from = 0; from < inTime.length; from += atOnce)
    await site.database.transaction((db) => layPage(site, db, models, inTime.slice(from, from + atOnce)))
}

async function layPage(site: Site, db: Db, models: ReadonlyMap<number, Model>, page: readonly Repeat[]): Promise<void> {
  const ids = await takeDocumentIds(db, page.length)
  const told = page.map((repeat, at) => ({ repeat, model: modelOf(models, repeat), id: ids[at] ?? 0 }))
  const numbers = new Map<number, string>()
  for (const some of grouped(told, ({ model }) => model.unit.id).values()) {
    const parts = partsOf(some[0]?.model)
    const before = await takeSerials(db, numberScope(site.config.indexPattern, parts), some.length)
    for (const [at, { id }] of some.entries()) numbers.set(id, writeNumber(site.config.indexPattern, { ...parts, serial: before + at + 1 }))
  }
  const made = told.map(({ model, repeat, id }) => ({ model, copy: copyOf(model, repeat, id, numbers.get(id) ?? '') }))
  const copies = made.map(({ copy }) => copy)
  await insertCopies(db, copies)
  for (const [dutyId, some] of grouped(made, ({ model }) => model.document.dutyId))
    if (dutyId !== undefined) await addToLine(db, dutyId, some.length)
  await recordAll(
    db,
    made.map(({ model, copy }) => ({
      ...{ at: new Date((model.document.publishedAt ?? model.document.createdAt).getTime() + copy.later), actor: 'system' },
      ...{ act: 'publishing.create', subject: documentSubject(copy.id), unitId: model.unit.id, content: contentLike(model, copy) },
    })),
  )
}

async function readModel(db: Db, id: number): Promise<Model> {
  const document = await findDocument(db, id)
  const text = document && (await readVersion(db, id, document.currentVersion))
  const unit = document && (await findUnit(db, document.unitId))
  if (document === undefined || text === undefined || unit === undefined) throw new Error(`the proof has no document ${id}`)
  const duty = (await listDuties(db)).find((one) => one.id === document.dutyId)
  const category = (await listCategories(db)).find((one) => one.id === duty?.categoryId)
  const content: unknown = JSON.parse(JSON.stringify(await documentContent(db, id)))
  return { document, text, hash: fingerprint(text, []), unit, categoryPath: category?.path ?? '', content }
}

function grouped<One, Key>(list: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}

function modelOf(models: ReadonlyMap<number, Model>, { of }: Repeat): Model {
  const model = models.get(of)
  if (model === undefined) throw new Error(`the proof has no document ${of}`)
  return model
}

/** The index numbers of copies go on where those of the acts in the same unit and year ended. */
function partsOf(model: Model | undefined): { organisation: string; year: number } {
  if (model === undefined) throw new Error('nothing to number')
  const { unit, document } = model
  return { organisation: unit.organisationCode ?? unit.code, year: yearOf(dayOf(document.createdAt)) }
}

function copyOf({ document, text, unit, categoryPath }: Model, { nth, at, of }: Repeat, id: number, indexNumber: string): Copy {
  const title = `${text.title}（${nth}）`
  const body = `${title}，现予公布。`
  const publishedOn = dayOf(at)
  const standing = { unitPath: unit.path, categoryPath, genre: text.genre, language: text.language, publishedOn }
  const filters = filterWords({ ...standing, ...(document.dutyId === undefined ? {} : { dutyId: document.dutyId }) }).map(quoted)
  const numbers = [indexNumber, text.documentNumber]
  const fields = { title, summary: text.summary, keywords: text.keywords.join(' '), body: plainText(body), numbers }
  const vector = (told: typeof fields): string => [searchVector(told), ...filters].filter((part) => part !== '').join(' ')
  return {
    ...{ id, of, index_number: indexNumber, title, body, hash: fingerprint({ ...text, title, body, formedOn: publishedOn }, []) },
    ...{ later: at.getTime() - document.createdAt.getTime(), published_on: publishedOn },
    ...{ words: vector(fields), head: vector({ ...fields, body: '', numbers: [] }), bands: bandsOf(`${title}\n${fields.body}`) },
  }
}

/** What the record says of a model, as it is true of its copy: other ids, numbers, fingerprints, and everything later. */
function contentLike({ content, document, hash }: Model, copy: Copy): unknown {
  const told = (value: unknown): unknown => {
    if (value === hash) return copy.hash
    if (value === document.indexNumber) return copy.index_number
    if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? shifted(value, copy.later) : value
    if (Array.isArray(value)) return value.map(told)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one)]))
  }
  return { ...(told(content) as Record<string, unknown>), id: copy.id }
}

function shifted(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString()
}
