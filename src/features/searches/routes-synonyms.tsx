import { NotFound } from '../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { readGroups } from '../../platform/search/load-synonyms.ts'
import { href } from '../../ui/reader.ts'
import type { GroupRefusal } from './group.ts'
import { GroupPage } from './pages/group-page.tsx'
import { SynonymsPage } from './pages/synonyms-page.tsx'
import { listGroups } from './queries-synonyms.ts'
import { removeGroup } from './remove-group.ts'
import { saveGroup } from './save-group.ts'

const changing = 'searches.synonyms'

/** The words that mean the same: those of the country, and the city's own. */
export const synonymRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/synonyms', policy: 'searches.read', answer: showAll },
  { method: 'GET', path: '/desk/synonyms/new', policy: changing, answer: showNew },
  { method: 'POST', path: '/desk/synonyms/new', policy: changing, answer: saveNew },
  { method: 'GET', path: '/desk/synonyms/:id', policy: changing, answer: showOne },
  { method: 'POST', path: '/desk/synonyms/:id', policy: changing, answer: saveOne },
  { method: 'POST', path: '/desk/synonyms/:id/remove', policy: changing, answer: remove },
]

const packGroups = readGroups()

async function showAll({ site, reader, query }: Ask): Promise<Answer> {
  const own = await listGroups(site.database.read)
  return { page: <SynonymsPage reader={reader} own={own} national={packGroups} done={query['done'] ?? ''} /> }
}

async function showNew({ reader, query }: Ask): Promise<Answer> {
  return { page: <GroupPage reader={reader} typed={(query['words'] ?? '').slice(0, 200)} /> }
}

async function saveNew(ask: Ask): Promise<Answer> {
  const typed = field(ask, 'words')
  const outcome = await saveGroup(ask.site, actorOf(ask), { typed })
  if (outcome.ok) return { redirect: href(ask.reader, '/desk/synonyms?done=saved') }
  return { status: 422, page: <GroupPage reader={ask.reader} typed={typed} errors={errorsOf(ask, outcome.refusals)} /> }
}

async function showOne(ask: Ask): Promise<Answer> {
  const group = await askedGroup(ask)
  return { page: <GroupPage reader={ask.reader} existing={group} typed={group.words.join('\n')} /> }
}

async function saveOne(ask: Ask): Promise<Answer> {
  const group = await askedGroup(ask)
  const typed = field(ask, 'words')
  const existing = { id: group.id, version: Number(field(ask, 'version')) }
  const outcome = await saveGroup(ask.site, actorOf(ask), { typed, existing })
  if (outcome.ok) return { redirect: href(ask.reader, '/desk/synonyms?done=saved') }
  return { status: 422, page: <GroupPage reader={ask.reader} existing={group} typed={typed} errors={errorsOf(ask, outcome.refusals)} /> }
}

async function remove(ask: Ask): Promise<Answer> {
  // A second click finds nothing, which is what it wanted.
  const group = (await listGroups(ask.site.database.read)).find((one) => String(one.id) === ask.params['id'])
  if (group !== undefined) await removeGroup(ask.site, actorOf(ask), group.id)
  return { redirect: href(ask.reader, '/desk/synonyms?done=removed') }
}

async function askedGroup(ask: Ask) {
  const group = (await listGroups(ask.site.database.read)).find((one) => String(one.id) === ask.params['id'])
  if (group === undefined) throw new NotFound(`group ${ask.params['id']}`)
  return group
}

function errorsOf(ask: Ask, refusals: readonly GroupRefusal[]) {
  return refusals.map((refusal) => ({ field: 'words', message: ask.reader.t(`searches.refused.${refusal}`) }))
}

function actorOf(ask: Ask): string {
  return `person:${ask.visitor?.personId}`
}
