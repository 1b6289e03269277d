import type { Calendar } from '../../kernel/calendar.ts'
import { NotFound } from '../../kernel/faults.ts'
import { reach } from '../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import type { Site } from '../../platform/site.ts'
import type { FieldError } from '../../ui/form.tsx'
import { href } from '../../ui/reader.ts'
import { findPeople } from '../accounts/index.ts'
import { listUnitIdsUnder, listUnits } from '../organisations/index.ts'
import { obstaclesToSigning } from './decision.ts'
import { loadNoticeRules } from './load-notice-rules.ts'
import { movedInReach, type Moved } from './moved.ts'
import { warningsOf } from './notice.ts'
import { calendarWith } from './overlay.ts'
import { faultInWords } from './pages/fault-words.ts'
import { NoticePage } from './pages/notice-page.tsx'
import { findNotice, type StoredNotice } from './queries.ts'
import { rejectNotice } from './reject-notice.ts'
import { handIn } from './routes-new.tsx'
import { signNotice } from './sign-notice.ts'

/** Everything open whose due day another calendar moves, the earliest first. */
export type ListMoved = (site: Site, before: Calendar, after: Calendar) => Promise<Moved[]>

/** One notice, and the decision about it. A calendar belongs to no unit: it holds for the whole city. */
export function noticeRoutes(listMoved: ListMoved): readonly Route[] {
  const path = '/desk/calendar/:id'
  return [
    { method: 'GET', path, policy: 'calendars.read', answer: (ask) => show(ask, listMoved, '', []) },
    { method: 'POST', path: `${path}/sign`, policy: 'calendars.sign', answer: (ask) => sign(ask, listMoved) },
    { method: 'POST', path: `${path}/reject`, policy: 'calendars.sign', answer: (ask) => reject(ask, listMoved) },
  ]
}

async function show(ask: Ask, listMoved: ListMoved, reason: string, errors: FieldError[]): Promise<Answer> {
  const { site, reader } = ask
  const { read } = site.database
  const notice = await readAsked(ask)
  const before = site.calendar
  const after = notice.state === 'effective' ? before : calendarWith(before, [notice])
  const isOpen = notice.state === 'proposed'
  const inReach = new Set(await listUnitIdsUnder(read, reach('calendars.read', handIn(ask).posts)))
  const { shown, others } = movedInReach(isOpen ? await listMoved(site, before, after) : [], inReach)
  const people = await findPeople(read, [notice.proposedBy, ...(notice.decidedBy === undefined ? [] : [notice.decidedBy])])
  const obstacles = isOpen ? obstaclesToSigning(notice, handIn(ask).personId, before, site.today()) : []
  const props = { reader, notice, people, before, after, others, reason, errors, moved: shown }
  return {
    status: errors.length > 0 ? 422 : 200,
    page: (
      <NoticePage
        {...props}
        units={new Map((await listUnits(read)).map((unit) => [unit.id, unit]))}
        warnings={isOpen ? warningsOf(notice, before, loadNoticeRules()).map((fault) => faultInWords(reader, fault)) : []}
        obstacles={obstacles.map((fault) => faultInWords(reader, fault))}
      />
    ),
  }
}

async function sign(ask: Ask, listMoved: ListMoved): Promise<Answer> {
  const { id } = await readAsked(ask)
  const outcome = await signNotice(ask.site, handIn(ask), id)
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/calendar/${id}`) }
  const errors = outcome.refusals.map((fault) => ({ field: 'sign-button', message: faultInWords(ask.reader, fault) }))
  return show(ask, listMoved, '', errors)
}

async function reject(ask: Ask, listMoved: ListMoved): Promise<Answer> {
  const { id } = await readAsked(ask)
  const reason = field(ask, 'reason').trim()
  const outcome = await rejectNotice(ask.site, handIn(ask), id, reason)
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/calendar/${id}`) }
  const errors = outcome.refusals.map((fault) => ({ field: 'reason', message: faultInWords(ask.reader, fault) }))
  return show(ask, listMoved, reason, errors)
}

async function readAsked(ask: Ask): Promise<StoredNotice> {
  const id = /^[1-9]\d{0,14}$/.test(ask.params['id'] ?? '') ? Number(ask.params['id']) : 0
  const notice = await findNotice(ask.site.database.read, id)
  if (notice === undefined) throw new NotFound(ask.reader.path)
  return notice
}
