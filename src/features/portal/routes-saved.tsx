import { NotFound } from '../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { tsquery } from '../../platform/search/terms.ts'
import { countPublicSince } from '../publishing/index.ts'
import { listSaved, lookAtSearch, readSynonyms, removeSearch, saveSearch, type SavedRefusal } from '../searches/index.ts'
import { filterOf } from './find-documents.ts'
import { SavedPage, type SavedLine } from './pages/saved-page.tsx'
import { readQuestion, writeQuestion, type Question } from './question.ts'
import { readPlaces } from './read-places.ts'

const own = { policy: 'searches.keep' } as const

/** The searches that somebody who works here keeps, each with what is new in it. */
export const savedRoutes: readonly Route[] = [
  { ...own, method: 'GET', path: '/desk/saved', answer: show },
  { ...own, method: 'POST', path: '/desk/saved', answer: save },
  { ...own, method: 'POST', path: '/desk/saved/:id/open', answer: open },
  { ...own, method: 'POST', path: '/desk/saved/:id/remove', answer: remove },
]

async function show(ask: Ask): Promise<Answer> {
  const question = writeQuestion({ ...readQuestion(ask.query), before: undefined })
  return { page: await savedPage(ask, { question, name: readQuestion(ask.query).words }, []) }
}

async function save(ask: Ask): Promise<Answer> {
  const draft = { question: canonical(field(ask, 'question')), name: field(ask, 'name') }
  const outcome = await saveSearch(ask.site, personOf(ask), draft)
  if (outcome.ok) return { redirect: href(ask.reader, '/desk/saved') }
  return { status: 422, page: await savedPage(ask, draft, outcome.refusals) }
}

async function open(ask: Ask): Promise<Answer> {
  const saved = await lookAtSearch(ask.site, personOf(ask), idOf(ask))
  return { redirect: `${href(ask.reader, '/search')}${saved.question}` }
}

async function remove(ask: Ask): Promise<Answer> {
  await removeSearch(ask.site, personOf(ask), idOf(ask))
  return { redirect: href(ask.reader, '/desk/saved') }
}

async function savedPage(ask: Ask, draft: { question: string; name: string }, refusals: readonly SavedRefusal[]) {
  const { site, reader } = ask
  const lines: SavedLine[] = []
  for (const saved of await listSaved(site.database.read, personOf(ask)))
    lines.push({ ...saved, fresh: await countFresh(ask, readQuestion(queryOf(saved.question)), saved.lookedAt) })
  const errors = refusals.map((refusal) => ({
    field: refusal === 'question-missing' ? 'question' : 'name',
    message: reader.t(`portal.saved.refused.${refusal}`),
  }))
  return <SavedPage reader={reader} lines={lines} draft={draft} errors={errors} />
}

/** What was published since the search was last looked at. */
async function countFresh({ site }: Ask, question: Question, since: Date): Promise<number> {
  const db = site.database.read
  const filter = filterOf(question, await readPlaces(site, db), 1)
  const words = question.words === '' ? undefined : tsquery(question.words, await readSynonyms(site, db))
  if (filter === undefined || (question.words !== '' && words === undefined)) return 0
  return countPublicSince(db, { ...filter, words }, since)
}

/** Typed words, the query of an address or a whole address, as the query of the search's one address. */
function canonical(typed: string): string {
  const text = typed.trim()
  const query = text.includes('?') ? queryOf(text.slice(text.indexOf('?'))) : { q: text }
  return writeQuestion({ ...readQuestion(query), before: undefined })
}

function queryOf(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

function personOf({ visitor }: Ask): number {
  if (visitor === undefined) throw new NotFound('nobody is signed in')
  return visitor.personId
}

function idOf(ask: Ask): number {
  const id = ask.params['id'] ?? ''
  if (!/^\d{1,15}$/.test(id)) throw new NotFound(`search ${id}`)
  return Number(id)
}
