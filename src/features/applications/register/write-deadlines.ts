import type { Site } from '../../../platform/site.ts'
import { href, type Reader } from '../../../ui/reader.ts'
import type { Officer } from '../../publishing/index.ts'
import { calendarText, type FeedDay } from './feed.ts'
import type { CaseLine } from './line.ts'
import { listDeadlines } from './queries-work.ts'
import { unitsInReach } from './units-in-reach.ts'

const most = 2_000

/** The days of the open cases in somebody's reach, as a calendar: numbers and addresses, never what is asked for or who asks. */
export async function writeDeadlines(site: Site, officer: Officer, reader: Reader): Promise<string> {
  const { units } = await unitsInReach(site, 'applications.read', officer.posts)
  const lines = await listDeadlines(
    site.database.read,
    units.map((unit) => unit.id),
    most,
  )
  return calendarText(
    reader.t('applications.register.feed.name'),
    lines.flatMap((line) => daysOf(site, reader, line)),
    site.now(),
  )
}

function daysOf(site: Site, reader: Reader, line: CaseLine): FeedDay[] {
  const host = new URL(site.config.baseUrl).hostname
  const url = `${site.config.baseUrl}${href(reader, `/desk/applications/${line.ref}`)}`
  const one = (kind: 'due' | 'inner', on: FeedDay['on'] | undefined): FeedDay[] =>
    on === undefined
      ? []
      : [
          {
            ...{ uid: `${line.ref}-${kind}@${host}`, on, url },
            summary: reader.t(`applications.register.feed.${kind}`, { number: line.number }),
            description: line.isProvisional ? `${reader.t('applications.register.feed.provisional')}\n${url}` : url,
          },
        ]
  return [...one('inner', line.innerDueOn), ...one('due', line.dueOn)]
}
