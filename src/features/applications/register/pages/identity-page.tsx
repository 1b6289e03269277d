import type { VNode } from 'preact'
import type { Calendar } from '../../../../kernel/calendar.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Empty, Heading, Trail } from '../../../../ui/heading.tsx'
import { ListHead } from '../../../../ui/list.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import type { ToldLine } from '../read-lines.ts'
import { CaseList } from './case-list.tsx'

/** The search by identity number: sent as a form, so that the number stands in no address and in no log. */
export function IdentityForm({ reader, errors = [] }: { reader: Reader; errors?: FieldError[] }): VNode {
  const { t } = reader
  return (
    <details class="gk-filters" open={errors.length > 0}>
      <summary class="gk-filters__button">{t('applications.register.identity.title')}</summary>
      <Form reader={reader} action="/desk/applications/identity" label={t('applications.register.identity.title')}>
        <TextField
          reader={reader}
          errors={errors}
          name="identity"
          label={t('applications.register.identity.number')}
          hint={t('applications.register.identity.hint')}
          autocomplete="off"
        />
        <Button text={t('applications.register.identity.find')} classes="govuk-button--secondary" />
      </Form>
    </details>
  )
}

/** What was found: the cases of one identity number, which is not shown again. */
export function IdentityPage({
  reader,
  lines,
  calendar,
  errors,
}: {
  reader: Reader
  lines: readonly ToldLine[]
  calendar: Calendar
  errors: FieldError[]
}): VNode {
  const { t } = reader
  const title = t('applications.register.identity.found')
  return (
    <DeskPage reader={reader} title={title} section="applications" wide hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: t('applications.register.title'), href: href(reader, '/desk/applications') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      {errors.length > 0 ? null : lines.length === 0 ? (
        <Empty title={t('applications.register.identity.none')} />
      ) : (
        <>
          <ListHead count={t('applications.register.count', { n: lines.length, said: String(lines.length) })} />
          <CaseList reader={reader} lines={lines} calendar={calendar} caption={title} />
        </>
      )}
      <IdentityForm reader={reader} errors={errors} />
    </DeskPage>
  )
}
