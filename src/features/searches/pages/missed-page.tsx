import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextareaField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { decisions } from '../missed.ts'
import type { MissedLine } from '../read-missed.ts'
import { stateOf } from './missed-list-page.tsx'
import { WeekBars } from './week-bars.tsx'

/** The form of a decision, as typed. */
export interface RulingDraft {
  decision: string
  link: string
  reason: string
}

export interface MissedPageProps {
  reader: Reader
  line: MissedLine
  draft: RulingDraft
  errors: FieldError[]
  isDone: boolean
}

/** Words that were searched for in vain: how often, what they find by now, and what the office makes of them. */
export function MissedPage({ reader, line, draft, errors, isDone }: MissedPageProps): VNode {
  const { t } = reader
  const search = `${href(reader, '/search')}?${new URLSearchParams({ q: line.words })}`
  return (
    <DeskPage reader={reader} title={line.words} section="searches" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: t('searches.title'), href: href(reader, '/desk/searches') }, { label: line.words }]} />
      <ErrorBox reader={reader} errors={errors} />
      {isDone ? <NotificationBanner type="success" titleText={t('searches.done')} text={t('searches.done.decided')} /> : null}
      <Heading kicker={t('searches.kicker')}>{line.words}</Heading>
      <Facts
        rows={[
          { label: t('searches.state'), value: stateOf(reader, line) },
          { label: t('searches.by-week'), value: <WeekBars reader={reader} weeks={line.weeks} /> },
          { label: t('searches.times'), value: t('searches.times-in-weeks', { n: line.times, weeks: line.weeks.length }) },
          { label: t('searches.link'), value: line.link === '' ? undefined : <a href={linkOf(reader, line.link)}>{line.link}</a> },
          { label: t('searches.reason'), value: line.reason },
          { label: t('searches.decided-on'), value: line.decidedOn },
          { label: t('searches.try'), value: <a href={search}>{t('searches.try.link')}</a> },
        ]}
      />
      {reader.may('searches.decide') ? <RulingForm reader={reader} line={line} draft={draft} errors={errors} /> : null}
    </DeskPage>
  )
}

function linkOf(reader: Reader, link: string): string {
  return link.startsWith('/') ? href(reader, link) : link
}

function RulingForm({ reader, line, draft, errors }: Omit<MissedPageProps, 'isDone'>) {
  const { t } = reader
  const shared = { reader, errors }
  return (
    <Form reader={reader} action={`/desk/searches/${line.id}`} keep>
      <input type="hidden" name="version" value={line.version} />
      <RadiosField
        {...shared}
        name="decision"
        label={t('searches.decide')}
        value={draft.decision}
        choices={decisions.map((value) => ({ value, label: t(`searches.decision.${value}`), hint: t(`searches.decision.${value}.hint`) }))}
      />
      <TextField {...shared} name="link" label={t('searches.link')} hint={t('searches.hint.link')} value={draft.link} optional />
      <TextareaField
        {...shared}
        name="reason"
        label={t('searches.reason')}
        hint={t('searches.hint.reason')}
        value={draft.reason}
        rows={3}
        optional
      />
      <Actions>
        <Button text={t('searches.save-decision')} />
        <a href={`${href(reader, '/desk/synonyms/new')}?${new URLSearchParams({ words: line.words })}`}>
          {t('searches.synonyms.add-these')}
        </a>
      </Actions>
    </Form>
  )
}
