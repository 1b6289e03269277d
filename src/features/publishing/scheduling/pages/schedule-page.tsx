import type { VNode } from 'preact'
import { sayDay } from '../../../../kernel/translate.ts'
import { CheckboxesField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { DateField, TextField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import type { DeskDocument } from '../../read-desk.ts'

export interface TypedTime {
  releaseOn: string
  releaseTime: string
  knowsLate: string
}

export interface SchedulePageProps {
  reader: Reader
  desk: DeskDocument
  typed: TypedTime
  /** The time that was sent lies after the legal day: it can be meant. */
  isLate: boolean
  errors?: FieldError[] | undefined
}

/** The signature with a day and a time: until then nobody outside sees the text, and nobody can change it without voiding the signature. */
export function SchedulePage({ reader, desk, typed, isLate, errors = [] }: SchedulePageProps): VNode {
  const { document, version, contentHash } = desk.whole
  const label = reader.t('release.schedule.open')
  const dueOn = desk.situation.dueOn
  const shared = { reader, errors }
  return (
    <DeskPage reader={reader} title={`${label}: ${version.title}`} section="documents" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('publishing.list.title'), href: href(reader, '/desk/documents') },
          { label: document.indexNumber, href: href(reader, `/desk/documents/${document.id}`) },
          { label },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={version.title}>{label}</Heading>
      <Lead>{reader.t('release.schedule.lead')}</Lead>
      {dueOn === undefined ? null : <p>{reader.t('release.schedule.due', { day: sayDay(dueOn, reader.lang) })}</p>}
      <Form reader={reader} action={`/desk/documents/${document.id}/schedule`} keep>
        <input type="hidden" name="version" value={String(document.currentVersion)} />
        <input type="hidden" name="seen" value={contentHash} />
        <DateField {...shared} name="releaseOn" label={reader.t('release.schedule.day')} value={typed.releaseOn} />
        <TextField
          {...shared}
          name="releaseTime"
          label={reader.t('release.schedule.time')}
          hint={reader.t('release.schedule.time-hint')}
          value={typed.releaseTime}
          width={5}
        />
        {isLate ? (
          <CheckboxesField
            {...shared}
            name="knowsLate"
            label={reader.t('release.schedule.late')}
            values={[typed.knowsLate]}
            choices={[{ value: 'yes', label: reader.t('release.schedule.knows-late') }]}
          />
        ) : null}
        <Actions>
          <Button id="move" text={reader.t('release.schedule.button')} />
          <a href={href(reader, `/desk/documents/${document.id}`)}>{reader.t('publishing.write.leave')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
