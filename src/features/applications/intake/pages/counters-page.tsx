import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Empty, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import type { Unit } from '../../../organisations/index.ts'
import type { Counter } from '../../cases/queries-counters.ts'

export interface CountersPageProps {
  reader: Reader
  /** Every unit in reach, and the counters of those that take applications. */
  units: readonly Unit[]
  counters: ReadonlyMap<number, Counter>
  /** Working days that the statute leaves. */
  statuteDays: number
  typed: { unit: string; promise: string }
  isSaved: boolean
  errors: FieldError[]
}

/** Which units take applications, since when, and what each promises beyond the statute. */
export function CountersPage({ reader, units, counters, statuteDays, typed, isSaved, errors }: CountersPageProps): VNode {
  const { t } = reader
  const title = t('applications.handling.counter.title')
  const open = units.flatMap((unit) => {
    const counter = counters.get(unit.id)
    return counter === undefined ? [] : [{ unit, counter }]
  })
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: t('applications.list.title'), href: href(reader, '/desk/applications') }, { label: title }]}
      />
      {isSaved ? (
        <NotificationBanner type="success" titleText={t('applications.said.title')} text={t('applications.handling.counter.saved')} />
      ) : null}
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{t('applications.handling.counter.lead', { n: statuteDays })}</Lead>
      {open.length === 0 ? (
        <Empty title={t('applications.handling.counter.none')} />
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: t('applications.handling.counter.unit') },
            { label: t('applications.handling.counter.since'), kind: 'day' },
            { label: t('applications.handling.counter.promise') },
          ]}
          rows={open.map(({ unit, counter }) => ({
            href: `${href(reader, '/desk/applications/counters')}?unit=${encodeURIComponent(unit.code)}#unit`,
            cells: [
              nameIn(reader, unit),
              <DateLine reader={reader} day={counter.sinceOn} />,
              counter.promiseDays === undefined
                ? t('applications.handling.counter.statute', { n: statuteDays })
                : t('applications.handling.counter.days', { n: counter.promiseDays }),
            ],
          }))}
        />
      )}
      <Heading level={2}>{t('applications.handling.counter.change')}</Heading>
      <Form reader={reader} action="/desk/applications/counters">
        <SelectField
          reader={reader}
          errors={errors}
          name="unit"
          label={t('applications.handling.counter.unit')}
          value={typed.unit}
          options={[
            { value: '', label: t('applications.choose') },
            ...units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })),
          ]}
        />
        <TextField
          reader={reader}
          errors={errors}
          name="promise"
          label={t('applications.handling.counter.promise-field')}
          hint={t('applications.handling.counter.promise-hint', { n: statuteDays })}
          value={typed.promise}
          width={5}
          inputmode="numeric"
          optional
        />
        <Actions>
          <Button text={t('applications.handling.counter.save')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}
