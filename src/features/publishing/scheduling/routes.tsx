import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { moveDocument, type MoveRefusal } from '../move-document.ts'
import { obstacleField } from '../pages/field-of.ts'
import { askedId, officerOf, pathOfAsked, readAsked } from '../read-asked.ts'
import { readDesk } from '../read-desk.ts'
import { momentAt } from './moment.ts'
import { SchedulePage, type TypedTime } from './pages/schedule-page.tsx'

const open = { path: '/desk/documents/:id/schedule', policy: 'documents.sign', about: pathOfAsked } as const

/** Signing with a time: the document is signed and waits. */
export const scheduleRoutes: readonly Route[] = [
  { method: 'GET', ...open, answer: (ask) => showSchedule(ask, { releaseOn: '', releaseTime: '09:00', knowsLate: '' }) },
  { method: 'POST', ...open, answer: schedule },
]

async function showSchedule(ask: Ask, typed: TypedTime, refusals: readonly MoveRefusal[] = []): Promise<Answer> {
  const desk = await readDesk(ask.site, await readAsked(ask), officerOf(ask).posts)
  if (desk.whole.document.stage !== 'with-signer' && refusals.length === 0)
    return { redirect: href(ask.reader, `/desk/documents/${askedId(ask)}`) }
  const errors = refusals.map((one) => ({ field: obstacleField[one], message: ask.reader.t(`publishing.obstacle.${one}`) }))
  return {
    status: errors.length > 0 ? 422 : 200,
    page: <SchedulePage reader={ask.reader} desk={desk} typed={typed} isLate={refusals.includes('would-be-late')} errors={errors} />,
  }
}

async function schedule(ask: Ask): Promise<Answer> {
  const text = (name: string) => field(ask, name).trim()
  const typed = { releaseOn: text('releaseOn'), releaseTime: text('releaseTime'), knowsLate: text('knowsLate') }
  const releaseAt = momentAt(typed.releaseOn, typed.releaseTime)
  const outcome = await moveDocument(ask.site, officerOf(ask), askedId(ask), {
    move: 'schedule',
    version: Number(text('version')),
    seen: text('seen') || undefined,
    remark: '',
    knowsLate: typed.knowsLate === 'yes',
    ...(releaseAt === undefined ? {} : { releaseAt }),
  })
  if (outcome.ok) return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=schedule` }
  return showSchedule(ask, typed, outcome.refusals)
}
