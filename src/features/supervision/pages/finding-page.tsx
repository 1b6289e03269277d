import type { VNode } from 'preact'
import { daysBetween } from '../../../kernel/day.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions, ErrorBox } from '../../../ui/form.tsx'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import { excusable } from '../findings/finding.ts'
import type { ToldFinding } from '../findings/read-listed.ts'
import { aboutInWords, faultInWords, mendAddress, stateKinds } from './finding-words.ts'
import type { FindingPageProps } from './finding-props.ts'
import { ReasonPart } from './reason-part.tsx'

/** One finding: what is wrong, why that is a fault, since when, who answers for it, and where it is mended. */
export function FindingPage(props: FindingPageProps): VNode {
  const { reader, finding, errors } = props
  const t = reader.t
  const title = aboutInWords(reader, finding)
  const done = (['given', 'accepted', 'declined'] as const).find((one) => one === props.done)
  return (
    <DeskPage reader={reader} title={title} section="findings" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: t('supervision.list.title'), href: href(reader, '/desk/findings') },
          { label: t(`supervision.detector.${finding.detector}`) },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      {done && <NotificationBanner type="success" titleText={t('supervision.done.title')} text={t(`supervision.done.${done}`)} />}
      <Heading kicker={`${t(`supervision.detector.${finding.detector}`)} · ${nameIn(reader, finding.unit)}`}>{title}</Heading>
      <Lead>{faultInWords(reader, finding)}</Lead>
      <Next {...props} />
      <FindingFacts {...props} />
      {excusable.includes(finding.detector) ? <ReasonPart {...props} /> : null}
      <History {...props} />
    </DeskPage>
  )
}

function Next({ reader, finding }: FindingPageProps) {
  if (finding.state === 'closed') return <p>{reader.t('supervision.closed.lead')}</p>
  const address = mendAddress(reader, finding)
  return (
    <section>
      <Heading level={2}>{reader.t('supervision.next')}</Heading>
      <p>{reader.t(`supervision.next.${finding.detector}`)}</p>
      {address === undefined ? null : (
        <Actions>
          <a class="govuk-button govuk-button--secondary" href={address}>
            {reader.t(`supervision.act.${finding.detector}`)}
          </a>
        </Actions>
      )}
      <p class="gk-quiet">{reader.t('supervision.closes-itself')}</p>
    </section>
  )
}

function FindingFacts({ reader, finding, basis }: FindingPageProps) {
  const t = reader.t
  const days = daysBetween(finding.sinceOn, finding.closedOn ?? reader.today)
  return (
    <Facts
      rows={[
        {
          label: t('supervision.state'),
          value: <StatusWord kind={stateKinds[finding.state]}>{t(`supervision.state.${finding.state}`)}</StatusWord>,
        },
        {
          label: t('supervision.since'),
          value: (
            <>
              <DateLine reader={reader} day={finding.sinceOn} /> · {t('supervision.for-days', { n: days })}
            </>
          ),
        },
        {
          label: t('supervision.unit'),
          value: <a href={href(reader, `/desk/units/${finding.unit.code}`)}>{nameIn(reader, finding.unit)}</a>,
        },
        { label: t('supervision.answerable'), value: <Answerable reader={reader} finding={finding} /> },
        { label: t('supervision.record'), value: <RecordLink reader={reader} finding={finding} /> },
        { label: t('supervision.why'), value: t(`supervision.about.${finding.detector}`) },
        { label: t('supervision.basis'), value: reader.lang === 'zh' ? basis.basisZh : basis.basisEn },
        { label: t('supervision.confidence'), value: t(`supervision.confidence.${basis.confidence}`) },
        { label: t('supervision.note'), value: reader.lang === 'zh' ? basis.noteZh : basis.noteEn },
      ]}
    />
  )
}

function Answerable({ reader, finding }: { reader: Reader; finding: ToldFinding }) {
  const { answerable } = finding
  if (answerable === undefined) return <>{reader.t('supervision.answerable.nobody-lead')}</>
  const above = answerable.unitId === finding.unitId ? '' : ` · ${reader.t('supervision.answerable.above')}`
  return (
    <>
      {nameIn(reader, answerable)} · {reader.t(`accounts.role.${answerable.role}`)}
      {above}
    </>
  )
}

/** What the finding is about, to be opened. */
function RecordLink({ reader, finding }: { reader: Reader; finding: ToldFinding }) {
  const { document, duty } = finding
  if (finding.taskId !== undefined) return <a href={href(reader, `/desk/tasks/${finding.taskId}`)}>{aboutInWords(reader, finding)}</a>
  if (document !== undefined) return <a href={href(reader, `/documents/${document.indexNumber}`)}>{document.indexNumber}</a>
  if (duty !== undefined) return <a href={href(reader, `/desk/catalogue/duties/${duty.code}`)}>{nameIn(reader, duty)}</a>
  return <>{aboutInWords(reader, finding)}</>
}

function History({ reader, occurrences }: FindingPageProps) {
  return (
    <section>
      <Heading level={2}>{reader.t('supervision.history')}</Heading>
      <ul class="gk-history">
        {occurrences.map((one) => (
          <>
            {one.closedOn === undefined ? null : (
              <li>
                <DateLine reader={reader} day={one.closedOn} /> · {reader.t('supervision.history.closed')}
              </li>
            )}
            <li>
              <DateLine reader={reader} day={one.openedOn} /> ·{' '}
              {one.occurrence === 1 ? reader.t('supervision.history.opened') : reader.t('supervision.history.again', { n: one.occurrence })}
            </li>
          </>
        ))}
      </ul>
    </section>
  )
}
