import type { VNode } from 'preact'
import { workingDaysLeft, type Calendar } from '../../../kernel/calendar.ts'
import { sayMoment } from '../../../ui/chain.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { DueDate } from '../../../ui/status.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { moveFrom, obstacles, type Obstacle } from '../move.ts'
import type { DeskDocument } from '../read-desk.ts'

/** What stands over a document besides its stage: the time that is set, what kept it from going out, the review it still owes. */
export function ReleaseNotes({ reader, desk, calendar }: { reader: Reader; desk: DeskDocument; calendar: Calendar }): VNode | null {
  const { document, steps } = desk.whole
  const last = steps.at(-1)
  if (document.stage === 'scheduled' && document.releaseAt !== undefined)
    return (
      <div class="gk-banner">
        <p class="gk-banner__title">{reader.t('release.schedule.waits', { at: sayMoment(document.releaseAt, reader) })}</p>
        <p>{reader.t('release.schedule.waits-note')}</p>
      </div>
    )
  if (document.stage === 'with-signer' && last?.move === 'unschedule' && last.post === 'clock')
    return (
      <div class="gk-banner gk-banner--refused">
        <p class="gk-banner__title">{reader.t('release.schedule.held')}</p>
        <ul>
          {last.remark.split(' ').map((stop) => (
            <li>{reader.t(`publishing.obstacle.${stop as Obstacle}`)}</li>
          ))}
        </ul>
      </div>
    )
  if (desk.isLateRelease && document.releaseAt !== undefined)
    return <p class="gk-quiet">{reader.t('release.schedule.was-late', { at: sayMoment(document.releaseAt, reader) })}</p>
  return <EmergencyNote reader={reader} desk={desk} calendar={calendar} />
}

function EmergencyNote({ reader, desk, calendar }: { reader: Reader; desk: DeskDocument; calendar: Calendar }) {
  const { emergency } = desk
  if (emergency === undefined || emergency.outcome !== undefined) return null
  const isOverdue = emergency.dueOn < reader.today
  return (
    <div class={isOverdue ? 'gk-banner gk-banner--refused' : 'gk-banner'}>
      <p class="gk-banner__title">{reader.t('release.emergency.mark')}</p>
      <p>
        {reader.t(`release.emergency.kind.${emergency.kind as 'warning'}`)} · {emergency.reason}
      </p>
      <p>
        {reader.t('release.emergency.review-by')}{' '}
        <DueDate
          reader={reader}
          due={emergency.dueOn}
          today={reader.today}
          workingDaysLeft={workingDaysLeft(calendar, reader.today, emergency.dueOn)}
        />
      </p>
    </div>
  )
}

/** The ways on that have a form of their own: set a time, release in an emergency, review what was. Each only where it can be taken. */
export function OwnWays({ reader, desk, isMain }: { reader: Reader; desk: DeskDocument; isMain: boolean }): VNode {
  const { id, stage } = desk.whole.document
  const at = (path: string) => href(reader, `/desk/documents/${id}/${path}`)
  return (
    <>
      {opens(reader, desk, 'schedule') ? (
        <Button href={at('schedule')} classes="govuk-button--secondary" text={reader.t('release.schedule.open')} />
      ) : null}
      {opens(reader, desk, 'uphold') ? <Button href={at('after-review')} text={reader.t('release.after-review.open')} /> : null}
      {desk.kept !== undefined && reader.may('documents.reassess', desk.unit.path) ? (
        <Button href={at('reassess')} classes="govuk-button--secondary" text={reader.t('release.kept.assess')} />
      ) : null}
      {stage === 'scheduled' && moveFrom(stage, 'unschedule') && reader.may('documents.sign', desk.unit.path) ? (
        <Button
          href={at('move/unschedule')}
          classes={isMain ? undefined : 'govuk-button--secondary'}
          text={reader.t('publishing.move.unschedule')}
        />
      ) : null}
      {opens(reader, desk, 'emergency') ? <a href={at('emergency')}>{reader.t('release.emergency.open')}</a> : null}
    </>
  )
}

/** Is there anything here for this person to do, where no common hand is missing? */
export function hasOwnWay(reader: Reader, desk: DeskDocument): boolean {
  const may = (action: Parameters<Reader['may']>[0]) => reader.may(action, desk.unit.path)
  if (desk.whole.document.stage === 'scheduled') return may('documents.sign') || may('documents.write')
  return opens(reader, desk, 'uphold') || (desk.kept !== undefined && may('documents.reassess'))
}

const asked: readonly Obstacle[] = ['remark-missing', 'kind-missing', 'time-missing']

/** Nothing stands in the way but what the form asks. */
function opens(reader: Reader, desk: DeskDocument, name: 'schedule' | 'uphold' | 'emergency'): boolean {
  const mover = {
    id: reader.person?.id ?? 0,
    may: (action: Parameters<Reader['may']>[0]) => reader.may(action, desk.unit.path),
    remark: '',
  }
  const fits = name !== 'emergency' || desk.situation.emergencyKinds.length > 0
  return fits && obstacles(desk.situation, name, mover).every((stop) => asked.includes(stop))
}
