import { NotFound } from '../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { decideMissed } from './decide-missed.ts'
import { decisions, type Missed, type MissedRefusal } from './missed.ts'
import { MissedListPage } from './pages/missed-list-page.tsx'
import { MissedPage, type RulingDraft } from './pages/missed-page.tsx'
import { findMissed } from './queries-missed.ts'
import { missedViews, readMissed, withWeeks } from './read-missed.ts'

/** What is searched for in vain, and what the office makes of it. */
export const missedRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/searches', policy: 'searches.read', answer: showList },
  { method: 'GET', path: '/desk/searches/:id', policy: 'searches.read', answer: show },
  { method: 'POST', path: '/desk/searches/:id', policy: 'searches.decide', answer: decide },
]

async function showList({ site, reader, query }: Ask): Promise<Answer> {
  const view = missedViews.find((one) => one === query['view']) ?? 'waiting'
  return { page: <MissedListPage reader={reader} view={view} lines={await readMissed(site, view)} /> }
}

async function show(ask: Ask): Promise<Answer> {
  const missed = await askedMissed(ask)
  const draft = { decision: missed.decision ?? '', link: missed.link, reason: missed.reason }
  return { page: await missedPage(ask, missed, draft) }
}

async function decide(ask: Ask): Promise<Answer> {
  const missed = await askedMissed(ask)
  const draft = { decision: field(ask, 'decision'), link: field(ask, 'link'), reason: field(ask, 'reason') }
  const decision = decisions.find((one) => one === draft.decision)
  const actor = `person:${ask.visitor?.personId}`
  const outcome = await decideMissed(ask.site, actor, missed.id, { ...draft, decision, version: Number(field(ask, 'version')) })
  if (!outcome.ok) return { status: 422, page: await missedPage(ask, await askedMissed(ask), draft, outcome.refusals) }
  if (decision !== 'duty') return { redirect: href(ask.reader, `/desk/searches/${missed.id}?done=decided`) }
  const title = /\p{Script=Han}/u.test(missed.words) ? 'titleZh' : 'titleEn'
  return { redirect: `${href(ask.reader, '/desk/catalogue/duties/new')}?${new URLSearchParams({ [title]: missed.words })}` }
}

async function missedPage(ask: Ask, missed: Missed, draft: RulingDraft, refusals: readonly MissedRefusal[] = []) {
  const { site, reader } = ask
  const [line] = await withWeeks(site, site.database.read, [missed])
  if (line === undefined) throw new NotFound(`words ${missed.id}`)
  const errors = refusals.map((refusal) => ({ field: fieldOf(refusal), message: reader.t(`searches.refused.${refusal}`) }))
  return <MissedPage reader={reader} line={line} draft={draft} errors={errors} isDone={ask.query['done'] === 'decided'} />
}

function fieldOf(refusal: MissedRefusal): string {
  if (refusal === 'link-missing' || refusal === 'link-wrong') return 'link'
  return refusal === 'reason-missing' ? 'reason' : 'decision'
}

async function askedMissed(ask: Ask): Promise<Missed> {
  const id = ask.params['id'] ?? ''
  const missed = /^\d{1,15}$/.test(id) ? await findMissed(ask.site.database.read, Number(id)) : undefined
  if (missed === undefined) throw new NotFound(`words ${id}`)
  return missed
}
