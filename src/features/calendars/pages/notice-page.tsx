import type { VNode } from 'preact'
import type { Calendar } from '../../../kernel/calendar.ts'
import { sayMoment } from '../../../ui/chain.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, Details } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { href, nameIn } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { Colleague } from '../../accounts/index.ts'
import { workingDaysOf } from '../notice.ts'
import type { StoredNotice } from '../queries.ts'
import { StateOfNotice, titleOfNotice } from './calendar-page.tsx'
import { DayLists } from './day-lists.tsx'
import { Doubts } from './doubts.tsx'
import { MovedList, type MovedListProps } from './moved-list.tsx'
import { YearDrawing } from './year-drawing.tsx'

export interface NoticePageProps extends MovedListProps {
  notice: StoredNotice
  people: ReadonlyMap<number, Colleague>
  before: Calendar
  after: Calendar
  warnings: readonly string[]
  /** Why this reader cannot sign it, as sentences; empty: they can. */
  obstacles: readonly string[]
  reason: string
  errors: FieldError[]
}

/** One notice: what it says, drawn; what it would move; and the decision of a second person. */
export function NoticePage(props: NoticePageProps): VNode {
  const { reader, notice, errors } = props
  const title = titleOfNotice(reader, notice)
  return (
    <DeskPage reader={reader} title={title} section="calendar" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: reader.t('calendars.title'), href: href(reader, '/desk/calendar') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={notice.number || undefined}>{title}</Heading>
      <PaperFacts {...props} />
      <YearDrawing
        reader={reader}
        year={notice.year}
        calendar={props.after}
        before={notice.state === 'proposed' ? props.before : undefined}
      />
      <DayLists level={2} reader={reader} off={notice.off} working={notice.working} />
      <Doubts reader={reader} doubts={notice.doubts} warnings={props.warnings} />
      {notice.words === '' ? null : (
        <Details summaryText={reader.t('calendars.words')}>
          <div class="gk-year__words" lang="zh-CN">
            {notice.words}
          </div>
        </Details>
      )}
      {notice.state === 'proposed' ? (
        <>
          <MovedList {...props} />
          <Decision {...props} />
        </>
      ) : null}
    </DeskPage>
  )
}

function PaperFacts({ reader, notice, people, after }: NoticePageProps) {
  const who = (id: number | undefined, at: Date | undefined) => {
    const person = id === undefined ? undefined : people.get(id)
    return person === undefined || at === undefined ? undefined : `${nameIn(reader, person)} · ${sayMoment(at, reader)}`
  }
  const isAddress = /^https?:\/\/\S+$/.test(notice.source)
  return (
    <Facts
      rows={[
        { label: reader.t('calendars.state'), value: <StateOfNotice reader={reader} state={notice.state} /> },
        { label: reader.t('calendars.announced'), value: <DateLine reader={reader} day={notice.announcedOn} /> },
        { label: reader.t('calendars.source'), value: isAddress ? <a href={notice.source}>{notice.source}</a> : notice.source },
        { label: reader.t('calendars.region'), value: notice.region },
        { label: reader.t('calendars.basis'), value: notice.basis },
        {
          label: reader.t('calendars.working-days'),
          value: reader.t('calendars.working-days.of', { n: workingDaysOf(after, notice.year), year: notice.year }),
        },
        { label: reader.t('calendars.proposed-by'), value: who(notice.proposedBy, notice.proposedAt) },
        {
          label: reader.t(notice.state === 'rejected' ? 'calendars.rejected-by' : 'calendars.signed-by'),
          value: who(notice.decidedBy, notice.decidedAt),
        },
        { label: reader.t('calendars.reason'), value: notice.reason },
      ]}
    />
  )
}

function Decision({ reader, notice, obstacles, reason, errors }: NoticePageProps) {
  if (!reader.may('calendars.sign')) return <p class="gk-quiet">{reader.t('calendars.waits')}</p>
  return (
    <section>
      <Heading level={2}>{reader.t('calendars.decision')}</Heading>
      {obstacles.length > 0 ? (
        <ul class="gk-year__list">
          {obstacles.map((obstacle) => (
            <li>{obstacle}</li>
          ))}
        </ul>
      ) : (
        <Form reader={reader} action={`/desk/calendar/${notice.id}/sign`} label={reader.t('calendars.sign')}>
          <p>{reader.t('calendars.sign-note')}</p>
          <Actions>
            <Button id="sign-button" text={reader.t('calendars.sign')} />
          </Actions>
        </Form>
      )}
      <Details summaryText={reader.t('calendars.reject')} open={errors.some((error) => error.field === 'reason')}>
        <Form reader={reader} action={`/desk/calendar/${notice.id}/reject`} label={reader.t('calendars.reject')}>
          <TextareaField {...{ reader, errors, name: 'reason', value: reason, rows: 3 }} label={reader.t('calendars.reason')} />
          <Actions>
            <Button classes="govuk-button--secondary" text={reader.t('calendars.reject')} />
          </Actions>
        </Form>
      </Details>
    </section>
  )
}
