import type { VNode } from 'preact'
import type { Calendar } from '../../../../kernel/calendar.ts'
import { RadiosField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField, TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Files } from '../../../../ui/entries.tsx'
import { Facts, Heading, Trail } from '../../../../ui/heading.tsx'
import { Prose } from '../../../../ui/prose.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { AnswerKind } from '../agreement.ts'
import type { Asked } from '../read-asked-of.ts'
import { AgreementDay, AgreementWord } from './other-units.tsx'

export interface AgreementPageProps {
  reader: Reader
  asked: Asked
  calendar: Calendar
  html: string
  /** The answers that this person may give now. */
  kinds: readonly AnswerKind[]
  /** Open tasks of the co-issuer that the joint text may fulfil. */
  tasks: readonly { id: number; title: string }[]
  typed: { kind: string; words: string; task: string }
  errors?: FieldError[] | undefined
}

/** A text of another unit, why one's own is asked, and the answer. */
export function AgreementPage(props: AgreementPageProps): VNode {
  const { reader, asked, html, errors = [] } = props
  const { one, whole, publisher } = asked
  const label = reader.t(`release.units.kind.${one.kind}`)
  return (
    <DeskPage reader={reader} title={`${label}: ${whole.version.title}`} section="coordination" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('release.coordination.title'), href: href(reader, '/desk/coordination') }, { label }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={`${label} · ${nameIn(reader, one.unit)}`}>{whole.version.title}</Heading>
      <Facts
        rows={[
          { label: reader.t('release.agreement.publisher'), value: nameIn(reader, publisher) },
          { label: reader.t('release.ask.reason'), value: one.reason },
          { label: reader.t('release.units.state'), value: <AgreementWord reader={reader} one={one} /> },
          { label: reader.t('release.units.due'), value: <AgreementDay reader={reader} one={one} calendar={props.calendar} /> },
        ]}
      />
      <Answer {...props} errors={errors} />
      <Heading level={2}>{reader.t('publishing.part.text')}</Heading>
      <Prose html={html} language={whole.version.language} />
      {whole.files.length === 0 ? null : (
        <>
          <Heading level={2}>{reader.t('publishing.part.files')}</Heading>
          <Files
            files={whole.files.map((file) => ({
              name: file.name,
              href: href(reader, `/desk/coordination/${one.id}/files/${file.id}`),
              kind: '',
              sizeBytes: file.sizeBytes,
            }))}
          />
        </>
      )}
    </DeskPage>
  )
}

function Answer({ reader, asked, kinds, tasks, typed, errors }: AgreementPageProps & { errors: FieldError[] }) {
  const { one } = asked
  if (kinds.length === 0) return <p class="gk-quiet">{reader.t('release.agreement.no-answer')}</p>
  return (
    <>
      <Heading level={2}>{reader.t('release.agreement.answer')}</Heading>
      <Form reader={reader} action={`/desk/coordination/${one.id}/answer`} keep>
        <input type="hidden" name="seen" value={one.seenHash} />
        <RadiosField
          reader={reader}
          name="kind"
          label={reader.t('release.agreement.word')}
          value={typed.kind}
          errors={errors}
          choices={kinds.map((value) => ({
            value,
            label: reader.t(`release.agreement.${one.kind === 'co-issue' && value === 'agree' ? 'consent' : value}`),
          }))}
        />
        <TextareaField
          reader={reader}
          name="words"
          label={reader.t('release.agreement.words')}
          hint={reader.t('release.agreement.words-hint')}
          value={typed.words}
          errors={errors}
          rows={3}
        />
        {one.kind === 'co-issue' && tasks.length > 0 ? (
          <SelectField
            reader={reader}
            name="task"
            label={reader.t('release.agreement.task')}
            hint={reader.t('release.agreement.task-hint')}
            value={typed.task}
            errors={errors}
            options={[
              { value: '', label: reader.t('release.agreement.task-none') },
              ...tasks.map((task) => ({ value: String(task.id), label: task.title })),
            ]}
          />
        ) : null}
        <Actions>
          <Button text={reader.t('release.agreement.button')} />
          <a href={href(reader, '/desk/coordination')}>{reader.t('publishing.write.leave')}</a>
        </Actions>
      </Form>
    </>
  )
}
