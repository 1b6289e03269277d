import type { VNode } from 'preact'
import type { Unit } from '../../../organisations/index.ts'
import { RadiosField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField, TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../../ui/status.tsx'
import { titleIn } from '../../pages/rule-words.ts'
import type { UnitAnswer } from '../queries.ts'
import type { Edition, Template } from '../template.ts'
import { issuerIn, kindOfChange } from './template-words.ts'

export interface AnswerDraft {
  unit: string
  kind: string
  words: string
}

export interface ProposalPageProps {
  reader: Reader
  template: Template
  edition: Edition
  /** Column by column: what holds now and what is to hold. */
  differences: readonly { label: string; theirs: string; mine: string }[]
  /** Units for which this person may answer and that have not taken the change yet. */
  answering: readonly Unit[]
  /** What units within reach said. */
  answers: readonly { answer: UnitAnswer; unit: Unit }[]
  draft: AnswerDraft
  done: string
  errors?: FieldError[]
}

/** One change from above: what changes and when, what units said, and the form in which one takes it early or comments. */
export function ProposalPage(props: ProposalPageProps): VNode {
  const { reader, template, edition, errors = [], done } = props
  const title = titleIn(reader, edition.columns)
  const said = (['accepted', 'comment'] as const).find((one) => one === done)
  return (
    <DeskPage reader={reader} title={title} section="catalogue" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('catalogue.proposals.title'), href: href(reader, '/desk/catalogue/proposals') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      {said && (
        <NotificationBanner type="success" titleText={reader.t('catalogue.done')} text={reader.t(`catalogue.proposals.done.${said}`)} />
      )}
      <Heading kicker={reader.t(`catalogue.proposals.kind.${kindOfChange(edition)}`)}>{title}</Heading>
      <p class="gk-word">
        {reader.t(edition.takesEffectOn > reader.today ? 'catalogue.proposals.on' : 'catalogue.proposals.since')}{' '}
        <DateLine reader={reader} day={edition.takesEffectOn} />
      </p>
      <Facts
        rows={[
          {
            label: reader.t('catalogue.templates.name'),
            value: <a href={href(reader, `/desk/catalogue/templates/${template.code}`)}>{nameIn(reader, template)}</a>,
          },
          { label: reader.t('catalogue.templates.issuer'), value: issuerIn(reader, template) },
          { label: reader.t('catalogue.templates.reason'), value: edition.reason },
          { label: reader.t('catalogue.proposals.announced'), value: <DateLine reader={reader} day={edition.announcedOn} /> },
        ]}
      />
      <Differences {...props} />
      <AnswerForm {...props} errors={errors} />
      <Answers {...props} />
    </DeskPage>
  )
}

function Differences({ reader, edition, differences }: ProposalPageProps) {
  const title = reader.t('catalogue.proposals.differences')
  return (
    <>
      <Heading level={2}>{title}</Heading>
      {edition.ends ? (
        <p class="gk-banner gk-banner--withdrawn">{reader.t('catalogue.proposals.ends')}</p>
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: reader.t('catalogue.proposals.column') },
            { label: reader.t('catalogue.proposals.before') },
            { label: reader.t('catalogue.proposals.after') },
          ]}
          rows={differences.map(({ label, theirs, mine }) => ({
            cells: [
              label,
              theirs === '' ? '–' : <span class="gk-difference">{edition.number === 1 ? theirs : <del>{theirs}</del>}</span>,
              <span class="gk-difference">{mine === '' ? '–' : <ins>{mine}</ins>}</span>,
            ],
          }))}
        />
      )}
    </>
  )
}

function AnswerForm({ reader, edition, answering, draft, errors }: ProposalPageProps) {
  if (answering.length === 0 || edition.takesEffectOn <= reader.today) return null
  return (
    <>
      <Heading level={2}>{reader.t('catalogue.proposals.answer')}</Heading>
      <p class="gk-quiet">{reader.t('catalogue.proposals.answer-lead')}</p>
      <Form reader={reader} action={`/desk/catalogue/proposals/${edition.id}`} keep>
        <SelectField
          {...{ reader, errors }}
          name="unit"
          label={reader.t('catalogue.proposals.for')}
          value={draft.unit}
          options={answering.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
        />
        <RadiosField
          {...{ reader, errors }}
          name="kind"
          label={reader.t('catalogue.proposals.what')}
          value={draft.kind}
          choices={(['accepted', 'comment'] as const).map((value) => ({
            value,
            label: reader.t(`catalogue.proposals.choice.${value}`),
            hint: reader.t(`catalogue.proposals.hint.${value}`),
          }))}
        />
        <TextareaField
          {...{ reader, errors }}
          name="words"
          label={reader.t('catalogue.proposals.words')}
          value={draft.words}
          rows={3}
          optional
        />
        <Actions>
          <Button text={reader.t('catalogue.proposals.send')} />
        </Actions>
      </Form>
    </>
  )
}

function Answers({ reader, answers }: ProposalPageProps) {
  if (answers.length === 0) return null
  const title = reader.t('catalogue.templates.said')
  return (
    <>
      <Heading level={2}>{title}</Heading>
      <DataList
        caption={title}
        columns={[
          { label: reader.t('catalogue.column.units') },
          { label: reader.t('catalogue.proposals.given'), kind: 'day' },
          { label: reader.t('catalogue.proposals.what'), kind: 'status' },
        ]}
        rows={answers.map(({ answer, unit }) => ({
          note: answer.words,
          cells: [
            nameIn(reader, unit),
            <DateLine reader={reader} day={answer.givenOn} short />,
            <StatusWord kind={answer.kind === 'accepted' ? 'done' : 'neutral'}>
              {reader.t(`catalogue.proposals.said.${answer.kind}`)}
            </StatusWord>,
          ],
        }))}
      />
    </>
  )
}
