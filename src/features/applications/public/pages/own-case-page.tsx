import type { VNode } from 'preact'
import { sayDay } from '../../../../kernel/translate.ts'
import { ErrorBox, Form } from '../../../../ui/form.tsx'
import { Facts, Heading, Lead } from '../../../../ui/heading.tsx'
import { nameIn, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'
import type { OwnCase } from '../read-own-case.ts'
import { CaseStrip } from './case-strip.tsx'
import { OwnActs } from './own-acts.tsx'
import type { OwnCasePageProps } from './own-case-props.ts'
import { OwnHistory } from './own-history.tsx'
import { OwnLetters } from './own-letters.tsx'
import { OwnRating, OwnRecall, OwnRemedies } from './own-end.tsx'

const dones = ['supplement', 'reasons', 'rate', 'recall'] as const

/** A case as its applicant sees it: where it stands, what is asked of them, until when, what was answered, and what can be done next. */
export function OwnCasePage(props: OwnCasePageProps): VNode {
  const { reader, own, days, errors, said } = props
  const { application, unit, clock } = own
  const done = dones.find((one) => one === said)
  const title = reader.t('apply.track.case')
  return (
    <PublicPage reader={reader} title={title} hasErrors={errors.length > 0} alternates={[]} meta={[{ name: 'robots', content: 'noindex' }]}>
      {done === undefined ? null : (
        <div class="gk-banner gk-banner--done" role="status">
          <p class="gk-banner__title">{reader.t(`apply.track.done.${done}`)}</p>
        </div>
      )}
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={`${application.number} · ${nameIn(reader, unit)}`}>{stands(reader, own)}</Heading>
      <Lead>{waits(reader, own)}</Lead>
      <OwnActs {...props} />
      <OwnLetters reader={reader} own={own} />
      {clock.dueOn === undefined ? null : (
        <section>
          <Heading level={2}>{reader.t('apply.track.due')}</Heading>
          <CaseStrip reader={reader} view={own} days={days} />
          {own.promisedOn === undefined || clock.endedOn !== undefined ? null : (
            <p class="gk-measure">{reader.t('apply.receipt.promised-says', { day: sayDay(own.promisedOn, reader.lang) })}</p>
          )}
        </section>
      )}
      <OwnRemedies reader={reader} own={own} />
      <OwnRating {...props} />
      <OwnHistory reader={reader} own={own} />
      <Asked reader={reader} own={own} />
      <OwnRecall {...props} />
      <Form reader={reader} action="/track/end" class="gk-no-print">
        <p class="gk-quiet gk-measure">{reader.t('apply.track.end-why')}</p>
        <button class="govuk-button govuk-button--secondary" type="submit">
          {reader.t('apply.track.end')}
        </button>
      </Form>
    </PublicPage>
  )
}

/** Where it stands, as a sentence. */
function stands(reader: Reader, { clock, events, today }: OwnCase): string {
  if (events.some((event) => event.kind === 'recalled')) return reader.t('apply.track.stands.recalled')
  if (clock.endedOn === undefined && clock.dueOn !== undefined && clock.dueOn < today) return reader.t('apply.track.stands.overdue')
  return reader.t(`apply.track.stands.${clock.state}`)
}

/** What the office, or the applicant, waits for now. */
function waits(reader: Reader, { application, clock, events, today }: OwnCase): string {
  const day = (on: string | undefined): string => (on === undefined ? '' : sayDay(on as OwnCase['today'], reader.lang))
  if (events.some((event) => event.kind === 'recalled')) return reader.t('apply.track.waits.recalled')
  if (clock.endedOn !== undefined)
    return reader.t(`apply.track.waits.${clock.state === 'replied' ? 'replied' : 'closed'}`, { day: day(clock.endedOn) })
  if (clock.state === 'awaiting-supplement') return reader.t('apply.track.waits.supplement', { day: day(clock.supplementBy) })
  if (clock.state === 'awaiting-payment') return reader.t('apply.track.waits.payment', { day: day(clock.payBy) })
  if (clock.state === 'unconfirmed') return reader.t('apply.track.waits.unconfirmed')
  if (clock.dueOn !== undefined && clock.dueOn < today) return reader.t('apply.track.waits.overdue', { day: day(clock.dueOn) })
  if (clock.pauses.some((pause) => pause.isOpen)) return reader.t('apply.track.waits.opinion')
  return reader.t('apply.track.waits.running', { day: day(application.dueOn) })
}

function Asked({ reader, own: { application, items } }: { reader: Reader; own: OwnCase }) {
  const list = (
    <ol>
      {items.map((item) => (
        <li>{item.words}</li>
      ))}
    </ol>
  )
  return (
    <section>
      <Heading level={2}>{reader.t('apply.track.asked')}</Heading>
      <Facts
        rows={[
          { label: reader.t('apply.wish.wanted'), value: items.length > 1 ? list : application.wanted },
          { label: reader.t('apply.wish.hint'), value: application.documentHint },
          { label: reader.t('apply.wish.reason'), value: application.reason },
          { label: reader.t('apply.wish.form'), value: reader.t(`apply.wish.form.${application.formWanted}`) },
          { label: reader.t('apply.wish.way'), value: reader.t(`apply.wish.way.${application.wayWanted}`) },
        ]}
      />
    </section>
  )
}
