import type { VNode } from 'preact'
import type { Calendar } from '../../../kernel/calendar.ts'
import { CheckboxesField, RadiosField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, FileField, TextareaField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, Details } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { noticeKinds, type Notice } from '../paper.ts'
import type { Reading } from '../reading.ts'
import type { TypedNotice } from '../typed.ts'
import { DayLists } from './day-lists.tsx'
import { Doubts } from './doubts.tsx'
import { YearDrawing } from './year-drawing.tsx'

export interface NewPageProps {
  reader: Reader
  typed: TypedNotice
  words: string
  once: string
  errors: FieldError[]
  /** What was read of the words; undefined while nothing was. */
  reading?: Reading | undefined
  /** What may be right and must be confirmed, as sentences. */
  warnings: readonly string[]
  /** The notice laid over the calendar, to look at; undefined while there is nothing to see. */
  preview?: { notice: Notice; before: Calendar; after: Calendar } | undefined
}

/** A notice comes in: pasted, as a file or typed; read into fields that can be mended; drawn; and put before a second person. */
export function NewPage(props: NewPageProps): VNode {
  const { reader, errors, reading, words } = props
  const title = reader.t('calendars.new.title')
  return (
    <DeskPage reader={reader} title={title} section="calendar" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: reader.t('calendars.title'), href: href(reader, '/desk/calendar') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('calendars.new.lead')}</Lead>
      <Heading level={2}>{reader.t('calendars.new.read')}</Heading>
      <Form reader={reader} action="/desk/calendar/new" files label={reader.t('calendars.new.read')}>
        <input type="hidden" name="step" value="read" />
        <TextareaField
          {...{ reader, errors, name: 'words', value: words, rows: 8 }}
          label={reader.t('calendars.new.words')}
          hint={reader.t('calendars.new.words-hint')}
        />
        <FileField
          {...{ reader, errors, name: 'file', accept: '.txt,.json,.ics' }}
          label={reader.t('calendars.new.file')}
          hint={reader.t('calendars.new.file-hint')}
          optional
        />
        <Actions>
          <Button classes="govuk-button--secondary" text={reader.t('calendars.new.read-button')} />
        </Actions>
      </Form>
      {reading === undefined ? null : <WhatWasRead reader={reader} reading={reading} />}
      <Fields {...props} />
    </DeskPage>
  )
}

function WhatWasRead({ reader, reading }: { reader: Reader; reading: Reading }) {
  return (
    <>
      <p>{reader.t('calendars.new.found', { off: reading.off.length, working: reading.working.length })}</p>
      {reading.passedOver.length === 0 ? null : (
        <Details summaryText={reader.t('calendars.new.passed-over', { n: reading.passedOver.length })}>
          <ul>
            {reading.passedOver.map((text) => (
              <li lang="zh-CN">{text}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Fields(props: NewPageProps) {
  const { reader, errors, words, once, preview } = props
  return (
    <>
      <Heading level={2}>{reader.t('calendars.new.says')}</Heading>
      <Form reader={reader} action="/desk/calendar/new" once={once} keep label={reader.t('calendars.new.says')}>
        <input type="hidden" name="step" value="propose" />
        <input type="hidden" name="words" value={words} />
        <AboutPaper {...props} />
        <DayFields {...props} />
        {preview === undefined ? null : (
          <>
            <YearDrawing reader={reader} year={preview.notice.year} calendar={preview.after} before={preview.before} />
            <DayLists level={3} reader={reader} off={preview.notice.off} working={preview.notice.working} />
          </>
        )}
        <Confirmation {...props} />
        <Actions>
          <Button text={reader.t('calendars.new.propose')} />
          <a href={href(reader, '/desk/calendar')}>{reader.t('publishing.write.leave')}</a>
        </Actions>
      </Form>
      {errors.length === 0 ? <p class="gk-quiet">{reader.t('calendars.new.nothing-moves')}</p> : null}
    </>
  )
}

function AboutPaper({ reader, errors, typed }: NewPageProps) {
  const text = (name: keyof TypedNotice) => ({ reader, errors, name, value: typed[name] })
  return (
    <>
      <RadiosField
        {...text('kind')}
        label={reader.t('calendars.kind')}
        choices={noticeKinds.map((value) => ({
          value,
          label: reader.t(`calendars.kind.${value}`),
          hint: reader.t(`calendars.kind-hint.${value}`),
        }))}
      />
      <TextField {...text('year')} label={reader.t('calendars.year')} width={4} inputmode="numeric" />
      <TextField {...text('number')} label={reader.t('calendars.number')} hint={reader.t('calendars.number-hint')} optional />
      <DateField {...text('announcedOn')} label={reader.t('calendars.announced')} />
      <TextField {...text('source')} label={reader.t('calendars.source')} hint={reader.t('calendars.source-hint')} />
      <TextField {...text('region')} label={reader.t('calendars.region')} hint={reader.t('calendars.region-hint')} optional />
      <TextField {...text('basis')} label={reader.t('calendars.basis')} hint={reader.t('calendars.basis-hint')} optional />
    </>
  )
}

function DayFields({ reader, errors, typed }: NewPageProps) {
  const text = (name: keyof TypedNotice) => ({ reader, errors, name, value: typed[name], class: 'gk-tabular' })
  return (
    <>
      <TextareaField {...text('off')} label={reader.t('calendars.off')} hint={reader.t('calendars.off-hint')} rows={8} />
      <TextareaField {...text('working')} label={reader.t('calendars.working')} hint={reader.t('calendars.working-hint')} rows={6} />
    </>
  )
}

function Confirmation({ reader, errors, reading, warnings }: NewPageProps) {
  const doubts = reading?.doubts ?? []
  if (doubts.length === 0 && warnings.length === 0) return null
  return (
    <>
      <Doubts reader={reader} doubts={doubts} warnings={warnings} />
      <CheckboxesField
        {...{ reader, errors, name: 'confirmed', values: [] }}
        label={reader.t('calendars.confirm')}
        choices={[{ value: 'yes', label: reader.t('calendars.confirm.yes') }]}
      />
    </>
  )
}
