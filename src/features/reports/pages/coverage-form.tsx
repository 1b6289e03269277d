import type { VNode } from 'preact'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { Actions, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import type { Reader } from '../../../ui/reader.ts'
import type { MadeView } from '../making/read-made.ts'

/** Whose numbers a report says, and while nothing was filed the form that changes it. */
export function CoverageForm({ reader, view }: { reader: Reader; view: MadeView }): VNode {
  const { t } = reader
  const { report, keeper, filings } = view
  if (filings.length > 0 || !reader.may('reports.write', keeper.path))
    return <p>{t(report.withBelow ? 'reports.making.covers-below' : 'reports.making.covers-unit')}</p>
  return (
    <Form reader={reader} action={`/desk/reports/${report.id}/below`}>
      <input type="hidden" name="version" value={report.version} />
      <CheckboxesField
        {...{ reader, name: 'withBelow', label: t('reports.desk.begin.whose'), values: report.withBelow ? ['yes'] : [] }}
        choices={[{ value: 'yes', label: t('reports.desk.begin.with-below') }]}
      />
      <Actions>
        <Button text={t('reports.making.cover')} classes="govuk-button--secondary" />
      </Actions>
    </Form>
  )
}
