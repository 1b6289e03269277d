import type { VNode } from 'preact'
import { workingDaysLeft, type Calendar } from '../../../../kernel/calendar.ts'
import { dayOf, type Day } from '../../../../kernel/day.ts'
import { RadiosField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { DateField, SelectField, TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { DateLine, DueDate } from '../../../../ui/status.tsx'
import { grounds } from '../../metadata.ts'
import type { WholeDocument } from '../../read-document.ts'
import type { KeptDocument } from '../read-kept.ts'
import { isSecret } from '../reassessment.ts'

export interface TypedAssessment {
  outcome: string
  ground: string
  reason: string
  untilOn: string
}

export interface ReassessPageProps {
  reader: Reader
  whole: WholeDocument
  kept: KeptDocument
  dueOn: Day
  calendar: Calendar
  typed: TypedAssessment
  errors?: FieldError[] | undefined
}

/** Assesses again whether a text must still be kept from the public. */
export function ReassessPage({ reader, whole, kept, dueOn, calendar, typed, errors = [] }: ReassessPageProps): VNode {
  const { document, version } = whole
  const label = reader.t('release.reassess.title')
  return (
    <DeskPage reader={reader} title={`${label}: ${version.title}`} section="kept" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: reader.t('release.kept.title'), href: href(reader, '/desk/kept') }, { label }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={version.title}>{label}</Heading>
      <Lead>{reader.t('release.reassess.lead')}</Lead>
      <Facts
        rows={[
          {
            label: reader.t('publishing.field.index-number'),
            value: <a href={href(reader, `/desk/documents/${document.id}`)}>{document.indexNumber}</a>,
          },
          { label: reader.t('release.reassess.since'), value: <DateLine reader={reader} day={kept.keptSince} /> },
          {
            label: reader.t('publishing.ground.label'),
            value: version.ground && reader.t(`publishing.ground.${version.ground as 'state-secret'}`),
          },
          { label: reader.t('publishing.ground.reason'), value: version.groundReason },
          { label: reader.t('publishing.review.level'), value: kept.level && reader.t(`publishing.review.level.${kept.level}`) },
          { label: reader.t('publishing.review.until'), value: kept.secretUntil && <DateLine reader={reader} day={kept.secretUntil} /> },
          {
            label: reader.t('release.kept.due'),
            value: (
              <DueDate reader={reader} due={dueOn} today={reader.today} workingDaysLeft={workingDaysLeft(calendar, reader.today, dueOn)} />
            ),
          },
        ]}
      />
      <AssessmentForm reader={reader} id={document.id} isSecret={isSecret(kept)} typed={typed} errors={errors} />
      <Past reader={reader} kept={kept} />
    </DeskPage>
  )
}

interface AssessmentFormProps {
  reader: Reader
  id: number
  isSecret: boolean
  typed: TypedAssessment
  errors: FieldError[]
}

function AssessmentForm({ reader, id, isSecret: isClassified, typed, errors }: AssessmentFormProps) {
  const shared = { reader, errors }
  const offered = isClassified ? (['keep', 'extend', 'declassify'] as const) : (['keep', 'publish'] as const)
  return (
    <Form reader={reader} action={`/desk/documents/${id}/reassess`} keep>
      <RadiosField
        {...shared}
        name="outcome"
        label={reader.t('release.reassess.outcome')}
        value={typed.outcome}
        choices={offered.map((value) => ({
          value,
          label: reader.t(`release.reassess.outcome.${value}`),
          hint: reader.t(`release.reassess.hint.${value}`),
        }))}
      />
      <SelectField
        {...shared}
        name="ground"
        label={reader.t('publishing.ground.label')}
        value={typed.ground}
        options={[
          { value: '', label: reader.t('release.ask.choose') },
          ...grounds.map((ground) => ({ value: ground, label: reader.t(`publishing.ground.${ground}`) })),
        ]}
      />
      {isClassified ? (
        <DateField {...shared} name="untilOn" label={reader.t('release.reassess.until')} value={typed.untilOn} optional />
      ) : null}
      <TextareaField {...shared} name="reason" label={reader.t('release.reassess.reason')} value={typed.reason} rows={3} />
      <Actions>
        <Button text={reader.t('release.reassess.button')} />
        <a href={href(reader, '/desk/kept')}>{reader.t('publishing.write.leave')}</a>
      </Actions>
    </Form>
  )
}

function Past({ reader, kept }: { reader: Reader; kept: KeptDocument }) {
  if (kept.past.length === 0) return null
  return (
    <>
      <Heading level={2}>{reader.t('release.reassess.past')}</Heading>
      <ul class="gk-history">
        {[...kept.past].reverse().map((one) => (
          <li>
            <DateLine reader={reader} day={dayOf(one.at)} /> · {reader.t(`release.reassess.outcome.${one.outcome}`)} · {one.reason}
          </li>
        ))}
      </ul>
    </>
  )
}
