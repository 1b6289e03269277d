import type { Answer, Ask } from '../../platform/http/route.ts'
import { compareVersions, type DocumentPast } from '../publishing/index.ts'
import { HistoryPage } from './pages/history-page.tsx'
import { readPast } from './read-past.ts'

/** What happened to a document in public, and what two of its versions say differently. */
export async function showPast(ask: Ask, number: string): Promise<Answer> {
  const past = await readPast(ask.site, number)
  const [from, to] = pairIn(ask, past)
  const changes = from === undefined || to === undefined ? undefined : await compareVersions(ask.site.database.read, past, from, to)
  const compared = changes === undefined || from === undefined || to === undefined ? undefined : { from, to, changes }
  return { page: <HistoryPage reader={ask.reader} past={past} compared={compared} isAsked={ask.query['from'] !== undefined} /> }
}

/** The versions that are asked for; unless asked, the last two. The older one always comes first. */
function pairIn({ query }: Ask, { open }: DocumentPast): [number | undefined, number | undefined] {
  const asked = [query['from'], query['to']].map((text) => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : undefined))
  const [from, to] = [asked[0] ?? open.at(-2), asked[1] ?? open.at(-1)]
  return from !== undefined && to !== undefined && from > to ? [to, from] : [from, to]
}
