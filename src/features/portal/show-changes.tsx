import type { Answer, Ask } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { listChanges } from '../publishing/index.ts'
import { ChangesPage } from './pages/changes-page.tsx'
import { readPlaces } from './read-places.ts'

const pageSize = 30

/** Everything that was corrected, changed, ended or taken back, with its reason, the newest first. */
export async function showChanges(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const text = ask.query['before'] ?? ''
  const before = /^\d{1,15}$/.test(text) ? Number(text) : undefined
  const lines = await listChanges(site.database.read, { before, isNoRelease: true, limit: pageSize + 1 })
  const { units } = await readPlaces(site, site.database.read)
  const last = lines.length > pageSize ? lines[pageSize - 1] : undefined
  const older = last && `${href(reader, '/changes')}?before=${last.changeId}`
  const newer = before === undefined ? undefined : href(reader, '/changes')
  return { page: <ChangesPage reader={reader} changes={lines.slice(0, pageSize)} units={units} older={older} newer={newer} /> }
}
