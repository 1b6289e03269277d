import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Fact } from '../../../platform/facts.ts'
import type { Unit } from '../../organisations/index.ts'
import type { FilledCell } from '../annual/fill-report.ts'
import { partsOf } from '../making/cell.ts'
import type { MadeReport } from '../making/made.ts'
import { EntryFields } from './entry-fields.tsx'
import { cellName } from './cell-words.ts'
import type { AnnualForm } from '../annual/form.ts'
import { EntryList } from './entered-body.tsx'
import { RecordList } from './record-list.tsx'
import { valueInWords } from './figure-words.ts'

export interface CellPageProps {
  reader: Reader
  report: MadeReport
  unit: Unit
  /** Who writes the report. */
  keeper: Unit
  units: readonly Unit[]
  form: AnnualForm
  /** The mark of the numbers by hand that are shown, by which entering tells whether somebody was quicker. */
  numbers: string
  filled: FilledCell
  facts: readonly Fact[]
  after: number
  next?: number | undefined
  typed: { value: string; atLeast: string[]; evidence: string }
  errors?: FieldError[]
}

/** One cell of a report: the records behind it, or the form in which somebody vouches for it. */
export function CellPage(props: CellPageProps): VNode {
  const { reader, report, unit, keeper, units, form, filled, facts, errors = [] } = props
  const { t } = reader
  const title = t('reports.annual.title', { unit: nameIn(reader, unit), year: report.period })
  const name = cellName(reader, form, filled.cell.address)
  const path = `/desk/reports/${report.id}/cell?cell=${encodeURIComponent(filled.cell.address)}`
  return (
    <DeskPage reader={reader} title={name} section="reports" wide hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: title, href: href(reader, `/desk/reports/${report.id}`) }, { label: name }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, filled.cell.table)}>{name}</Heading>
      <p class="gk-account__number">
        {filled.value === null ? t('account.not-reported') : valueInWords(reader, filled.value, filled.isAtLeast)}
      </p>
      {filled.origin === 'counted' ? (
        <RecordList
          {...{ reader, facts, units, count: filled.value ?? 0, place: 'desk', isCase: false }}
          download={href(reader, `${path}&as=csv`)}
          older={props.next === undefined ? undefined : href(reader, `${path}&after=${props.next}`)}
          newer={props.after === 0 ? undefined : href(reader, path)}
        />
      ) : (
        <>
          <Lead>{t('reports.cell.no-source')}</Lead>
          {filled.entries.length === 0 ? null : (
            <EntryList {...{ reader, entries: filled.entries, units, place: 'desk' }} caption={t('account.entered')} />
          )}
          <OwnAndBelow {...props} />
          {reader.may('reports.write', keeper.path) ? <EnterForm {...props} errors={errors} /> : null}
        </>
      )}
    </DeskPage>
  )
}

/** In a report with all below: what the unit itself entered and what those below did; the form asks for the first alone. */
function OwnAndBelow({ reader, report, unit, filled }: CellPageProps) {
  if (!report.withBelow) return null
  const { t } = reader
  const { own, below } = partsOf(filled, unit.id)
  const said = (part: typeof own) => (part === undefined ? t('account.not-reported') : valueInWords(reader, part.value, part.isAtLeast))
  return (
    <>
      <Facts
        rows={[
          { label: t('reports.cell.own', { unit: nameIn(reader, unit) }), value: said(own) },
          { label: t('reports.cell.below'), value: said(below) },
        ]}
      />
      <p>{t('reports.cell.own-lead', { unit: nameIn(reader, unit) })}</p>
    </>
  )
}

function EnterForm({ reader, report, numbers, filled, typed, errors }: CellPageProps & { errors: FieldError[] }) {
  const { t } = reader
  return (
    <Form reader={reader} action={`/desk/reports/${report.id}/cell`} keep>
      <input type="hidden" name="cell" value={filled.cell.address} />
      <input type="hidden" name="numbers" value={numbers} />
      <EntryFields {...{ reader, typed, errors }} />
      <Actions>
        <Button text={t('reports.cell.enter')} />
      </Actions>
    </Form>
  )
}
