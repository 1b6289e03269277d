import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { sayShortDay } from '../../../kernel/translate.ts'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { KnownRelease } from '../../publishing/index.ts'
import type { Carrier } from '../carriers/carrier.ts'
import { issueKey } from '../gazettes/issue.ts'
import type { WholeIssue } from '../gazettes/read-issue.ts'
import { CarrierTrail } from './carrier-page.tsx'
import { Contents } from './contents.tsx'

export interface IssueDeskPageProps {
  reader: Reader
  whole: WholeIssue
  offered: readonly { document: KnownRelease; unit: Unit }[]
  done: string
  /** The day, the section and the ticks as typed, when the form comes back. */
  typed: { datedOn: string; section: string; add: string[] }
  errors?: FieldError[]
}

const dones = ['composed', 'arranged', 'published'] as const

/** One issue being composed: what stands in it, in which order, and what may still be put in. */
export function IssueDeskPage(props: IssueDeskPageProps): VNode {
  const { reader, whole, errors = [] } = props
  const { issue, carrier, unit } = whole
  const title = reader.t('channels.issue.name', { year: issue.year, number: issue.number })
  const done = dones.find((one) => one === props.done)
  const mayWork = issue.publishedAt === undefined && reader.may('channels.keep', unit.path)
  return (
    <DeskPage reader={reader} title={`${nameIn(reader, carrier)} · ${title}`} section="channels" hasErrors={errors.length > 0}>
      <CarrierTrail reader={reader} line={whole} page={title} />
      {done && <NotificationBanner type="success" titleText={reader.t('channels.done')} text={reader.t(`channels.done.${done}`)} />}
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, carrier)}>{title}</Heading>
      <p>
        <IssueState {...props} />
      </p>
      {mayWork ? <Arrange {...props} errors={errors} /> : <Contents reader={reader} whole={whole} />}
      <Publish {...props} />
    </DeskPage>
  )
}

function IssueState({ reader, whole }: IssueDeskPageProps) {
  const { publishedAt, datedOn } = whole.issue
  const path = `/gazettes/${whole.carrier.code}/${issueKey(whole.issue)}`
  if (publishedAt === undefined)
    return (
      <>
        <StatusWord kind="waiting">{reader.t('channels.issue.draft')}</StatusWord> · <DateLine reader={reader} day={datedOn} />
      </>
    )
  return (
    <>
      <StatusWord kind="done">{reader.t('channels.issue.published')}</StatusWord> · <DateLine reader={reader} day={dayOf(publishedAt)} /> ·{' '}
      <a href={href(reader, path)}>{reader.t('channels.in-public-link')}</a>
    </>
  )
}

function Arrange({ reader, whole, offered, typed, errors }: IssueDeskPageProps & { errors: FieldError[] }) {
  const { issue, lines } = whole
  return (
    <Form reader={reader} action={`/desk/issues/${issue.id}/arrange`} keep>
      <input type="hidden" name="version" value={issue.version} />
      <DateField reader={reader} name="datedOn" label={reader.t('channels.issue.dated')} value={typed.datedOn} errors={errors} />
      <Heading level={2} id="items">
        {reader.t('channels.issue.in-it')}
      </Heading>
      {lines.length === 0 ? <Empty title={reader.t('channels.issue.nothing-yet')} /> : null}
      {lines.map((line) => (
        <fieldset class="govuk-fieldset gk-group gk-issue">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{line.document.title}</legend>
          <TextField
            reader={reader}
            name={`place-${line.document.id}`}
            label={reader.t('channels.issue.place')}
            value={String(line.item.position)}
            width={3}
            inputmode="numeric"
          />
          <TextField
            reader={reader}
            name={`section-${line.document.id}`}
            label={reader.t('channels.issue.section')}
            value={line.item.section}
            width={20}
          />
        </fieldset>
      ))}
      {lines.length > 0 ? <p class="gk-quiet">{reader.t('channels.issue.place-hint')}</p> : null}
      <Heading level={2}>{reader.t('channels.issue.put-in')}</Heading>
      {offered.length === 0 ? (
        <Empty title={reader.t('channels.issue.nothing-offered')} />
      ) : (
        <CheckboxesField
          reader={reader}
          name="add"
          label={reader.t('channels.issue.add')}
          values={typed.add}
          choices={offered.map(({ document, unit }) => ({
            value: String(document.id),
            label: document.title,
            hint: `${sayShortDay(dayOf(document.publishedAt), reader.lang)} · ${nameIn(reader, unit)}`,
          }))}
        />
      )}
      <TextField
        reader={reader}
        name="section"
        label={reader.t('channels.issue.section-of-new')}
        hint={reader.t('channels.hint.section')}
        value={typed.section}
        width={20}
      />
      <Actions>
        <Button text={reader.t('channels.issue.save')} />
      </Actions>
    </Form>
  )
}

function Publish({ reader, whole }: IssueDeskPageProps) {
  const { issue, unit, lines } = whole
  if (issue.publishedAt !== undefined || lines.length === 0 || !reader.may('gazettes.publish', unit.path)) return null
  return (
    <section aria-labelledby="publish">
      <Heading level={2} id="publish">
        {reader.t('channels.issue.publish-title')}
      </Heading>
      <p>{reader.t('channels.issue.publish-lead', { n: lines.length })}</p>
      <Form reader={reader} action={`/desk/issues/${issue.id}/publish`}>
        <input type="hidden" name="version" value={issue.version} />
        <Actions>
          <Button text={reader.t('channels.issue.publish')} />
        </Actions>
      </Form>
    </section>
  )
}

export interface NewIssuePageProps {
  reader: Reader
  carrier: Carrier
  typed: { year: string; number: string; datedOn: string }
  errors?: FieldError[]
}

/** Begins an issue: its year, its number and its day. */
export function NewIssuePage({ reader, carrier, typed, errors = [] }: NewIssuePageProps): VNode {
  const title = reader.t('channels.issue.new-title')
  return (
    <DeskPage reader={reader} title={title} section="channels" hasErrors={errors.length > 0}>
      <CarrierTrail reader={reader} line={{ carrier }} page={title} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, carrier)}>{title}</Heading>
      <Lead>{reader.t('channels.issue.new-lead')}</Lead>
      <Form reader={reader} action={`/desk/channels/${carrier.code}/issues/new`}>
        <TextField
          reader={reader}
          name="year"
          label={reader.t('channels.issue.year')}
          value={typed.year}
          errors={errors}
          width={4}
          inputmode="numeric"
        />
        <TextField
          reader={reader}
          name="number"
          label={reader.t('channels.issue.number')}
          value={typed.number}
          errors={errors}
          width={4}
          inputmode="numeric"
        />
        <DateField reader={reader} name="datedOn" label={reader.t('channels.issue.dated')} value={typed.datedOn} errors={errors} />
        <Actions>
          <Button text={reader.t('channels.issue.begin')} />
          <a href={href(reader, `/desk/channels/${carrier.code}`)}>{reader.t('channels.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
