import type { VNode } from 'preact'
import { workingDaysLeft, type Calendar } from '../../../../kernel/calendar.ts'
import { Facts } from '../../../../ui/heading.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import { DateLine, DueDate, StatusWord, type StatusKind } from '../../../../ui/status.tsx'
import type { StoredApplication } from '../application.ts'
import type { CaseView } from '../read-case.ts'

/** A case in four lines: what is asked, where it stands, until when, and who asks, masked. */
export function CaseBrief({ reader, view }: { reader: Reader; view: CaseView }): VNode {
  const { application } = view
  return (
    <Facts
      rows={[
        { label: reader.t('applications.wanted'), value: application.wanted },
        { label: reader.t('applications.state'), value: <StateOfCase reader={reader} application={application} today={view.today} /> },
        { label: reader.t('applications.due'), value: application.dueOn && <DateLine reader={reader} day={application.dueOn} /> },
        { label: reader.t('applications.applicant'), value: application.maskedName },
      ]}
    />
  )
}

const kinds: Record<StoredApplication['state'], StatusKind> = {
  unconfirmed: 'waiting',
  running: 'neutral',
  'awaiting-supplement': 'waiting',
  'awaiting-payment': 'waiting',
  replied: 'done',
  closed: 'neutral',
}

/** Where a case stands, as a word with a shape; overdue is found from its days, not stored. */
export function StateOfCase({
  reader,
  application,
  today,
}: {
  reader: Reader
  application: Pick<StoredApplication, 'state' | 'dueOn' | 'endedOn' | 'isInTime'>
  today: string
}): VNode {
  const { state, dueOn, endedOn, isInTime } = application
  if (endedOn === undefined && dueOn !== undefined && dueOn < today) {
    return <StatusWord kind="overdue">{reader.t('applications.state.overdue')}</StatusWord>
  }
  if (state === 'replied' && isInTime === false)
    return <StatusWord kind="refused">{reader.t('applications.state.replied-late')}</StatusWord>
  return <StatusWord kind={kinds[state]}>{reader.t(`applications.state.${state}`)}</StatusWord>
}

/** The day by which a case must be answered, and how far it is; nothing while no clock runs. */
export function DueOfCase({
  reader,
  application,
  calendar,
}: {
  reader: Reader
  application: Pick<StoredApplication, 'dueOn' | 'endedOn' | 'isProvisional'>
  calendar: Calendar
}): VNode | null {
  const { dueOn, endedOn, isProvisional } = application
  if (dueOn === undefined) return null
  if (endedOn !== undefined) return <DateLine reader={reader} day={dueOn} short />
  const left = workingDaysLeft(calendar, reader.today, dueOn)
  return <DueDate reader={reader} due={dueOn} today={reader.today} workingDaysLeft={left} provisional={isProvisional} />
}
