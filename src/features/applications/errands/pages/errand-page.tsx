import type { VNode } from 'preact'
import { dayOf } from '../../../../kernel/day.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Trail } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import type { Errand } from '../queries.ts'

export interface ErrandPageProps {
  reader: Reader
  errand: Errand
  /** What the applicant wants, and the number of the case; who asks is no matter of the section. */
  wanted: string
  number: string
  typed: string
  once: string
  errors: FieldError[]
}

/** What a section is asked, by when, and its answer. */
export function ErrandPage({ reader, errand, wanted, number, typed, once, errors }: ErrandPageProps): VNode {
  const { t } = reader
  const title = t('applications.handling.errand.title')
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: t('applications.handling.errand.list'), href: href(reader, '/desk/errands') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={number}>{title}</Heading>
      <Facts
        rows={[
          { label: t('applications.handling.errand.asked'), value: <span class="gk-pre">{errand.asked}</span> },
          { label: t('applications.handling.errand.due'), value: <DateLine reader={reader} day={errand.dueOn} /> },
          { label: t('applications.wanted'), value: <span class="gk-pre">{wanted}</span> },
          { label: t('applications.handling.errand.answer'), value: errand.answer && <span class="gk-pre">{errand.answer}</span> },
          {
            label: t('applications.handling.errand.answered-on'),
            value: errand.answeredAt && <DateLine reader={reader} day={dayOf(errand.answeredAt)} />,
          },
        ]}
      />
      {errand.answeredAt === undefined ? (
        <Form reader={reader} action={`/desk/errands/${errand.id}`} once={once} keep>
          <TextareaField
            reader={reader}
            errors={errors}
            name="words"
            label={t('applications.handling.errand.answer')}
            hint={t('applications.handling.errand.answer-hint')}
            value={typed}
            rows={8}
          />
          <Actions>
            <Button text={t('applications.handling.errand.send')} />
            <a href={href(reader, '/desk/errands')}>{t('applications.deed.leave')}</a>
          </Actions>
        </Form>
      ) : null}
    </DeskPage>
  )
}
