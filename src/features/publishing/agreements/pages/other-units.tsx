import type { VNode } from 'preact'
import { workingDaysLeft, type Calendar } from '../../../../kernel/calendar.ts'
import { dayOf } from '../../../../kernel/day.ts'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine, DueDate, StatusWord } from '../../../../ui/status.tsx'
import type { DeskDocument } from '../../read-desk.ts'
import { mayAskAt } from '../agreement.ts'
import type { StandingAgreement } from '../read-agreements.ts'

export interface OtherUnitsProps {
  reader: Reader
  desk: DeskDocument
  calendar: Calendar
}

/** The units that issue a text together with its publisher, or whose affairs it touches: what each has said, and whom to ask as well. */
export function OtherUnits(props: OtherUnitsProps): VNode | null {
  const { reader, desk } = props
  const { document } = desk.whole
  const mayAsk = mayAskAt('concern', document.stage) && reader.may('documents.ask', desk.unit.path)
  if (desk.agreements.length === 0 && !mayAsk) return null
  return (
    <section>
      <Heading level={2} id="other-units">
        {reader.t('release.units.title')}
      </Heading>
      {desk.agreements.length === 0 ? <p class="gk-quiet">{reader.t('release.units.none')}</p> : <AgreementList {...props} />}
      {mayAsk && desk.suggested.length > 0 ? (
        <p>
          {reader.t('release.units.named')}{' '}
          {desk.suggested.map((unit, at) => (
            <>
              {at === 0 ? '' : reader.lang === 'zh' ? '、' : ', '}
              <a href={href(reader, `/desk/documents/${document.id}/agreements?unit=${unit.code}`)}>{nameIn(reader, unit)}</a>
            </>
          ))}
        </p>
      ) : null}
      {mayAsk ? (
        <Actions>
          <Button
            href={href(reader, `/desk/documents/${document.id}/agreements`)}
            classes="govuk-button--secondary"
            text={reader.t('release.units.ask')}
          />
        </Actions>
      ) : null}
    </section>
  )
}

function AgreementList({ reader, desk, calendar }: OtherUnitsProps) {
  return (
    <DataList
      caption={reader.t('release.units.title')}
      columns={[
        { label: reader.t('release.units.unit') },
        { label: reader.t('release.units.due'), kind: 'day' },
        { label: reader.t('release.units.state'), kind: 'status' },
      ]}
      rows={desk.agreements.map((one) => ({
        href: reader.may('coordination.read', one.unit.path) ? href(reader, `/desk/coordination/${one.id}`) : undefined,
        note: [reader.t(`release.units.kind.${one.kind}`), one.reason].filter(Boolean).join(' · '),
        cells: [
          nameIn(reader, one.unit),
          <AgreementDay reader={reader} one={one} calendar={calendar} />,
          <AgreementWord reader={reader} one={one} />,
        ],
        more: <More reader={reader} desk={desk} one={one} />,
      }))}
    />
  )
}

/** By when a word is asked; when it was given. */
export function AgreementDay({ reader, one, calendar }: { reader: Reader; one: StandingAgreement; calendar: Calendar }): VNode {
  const last = one.answers.at(-1)
  if (one.state !== 'open' && last !== undefined) return <DateLine reader={reader} day={dayOf(last.at)} short />
  const left = workingDaysLeft(calendar, reader.today, one.dueOn)
  return <DueDate reader={reader} due={one.dueOn} today={reader.today} workingDaysLeft={left} />
}

/** What a unit has said to the text as it stands. */
export function AgreementWord({ reader, one }: { reader: Reader; one: StandingAgreement }): VNode {
  const last = one.answers.at(-1)
  if (one.isVoided) return <StatusWord kind="waiting">{reader.t('release.units.voided')}</StatusWord>
  if (one.state === 'open' || last === undefined) return <StatusWord kind="waiting">{reader.t('release.units.open')}</StatusWord>
  return <StatusWord kind={one.state === 'agreed' ? 'done' : 'refused'}>{reader.t(`release.units.said.${last.kind}`)}</StatusWord>
}

function More({ reader, desk, one }: { reader: Reader; desk: DeskDocument; one: StandingAgreement }) {
  const said = one.answers.filter((answer) => answer.words !== '')
  const { id, stage } = desk.whole.document
  const mayTakeBack = one.kind === 'co-issue' && mayAskAt('co-issue', stage) && reader.may('documents.write', desk.unit.path)
  if (said.length === 0 && !mayTakeBack) return null
  return (
    <>
      {said.map((answer) => (
        <p>
          <span class="gk-quiet">{reader.t(`release.units.said.${answer.kind}`)}:</span> {answer.words}
        </p>
      ))}
      {mayTakeBack ? (
        <Form reader={reader} action={`/desk/documents/${id}/agreements/${one.id}/take-back`}>
          <Button classes="govuk-button--secondary" text={reader.t('release.units.take-back', { unit: nameIn(reader, one.unit) })} />
        </Form>
      ) : null}
    </>
  )
}
