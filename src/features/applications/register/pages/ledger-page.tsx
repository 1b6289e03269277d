import type { VNode } from 'preact'
import { yearOf } from '../../../../kernel/day.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../../ui/field.tsx'
import { Empty, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList, Filters, ListHead, Pager } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { Unit } from '../../../organisations/index.ts'
import { ledgerColumns, ledgerRow } from '../ledger-rows.ts'
import type { ToldLine } from '../read-lines.ts'

export interface LedgerPageProps {
  reader: Reader
  units: readonly Unit[]
  /** Undefined until one is chosen. */
  unit: Unit | undefined
  year: number
  lines: readonly ToldLine[]
  /** The serial from which this part begins, and that from which the next goes on. */
  from: number
  next: number | undefined
}

/** One year of one unit's register, to be printed and filed: every number, what was asked, by whom (masked), and how it ended. */
export function LedgerPage(props: LedgerPageProps): VNode {
  const { reader, unit, year, lines, from, next } = props
  const { t } = reader
  const title =
    unit === undefined ? t('applications.register.ledger') : t('applications.register.ledger-of', { unit: nameIn(reader, unit), year })
  return (
    <DeskPage reader={reader} title={title} section="applications" wide>
      <Trail
        reader={reader}
        steps={[{ label: t('applications.register.title'), href: href(reader, '/desk/applications') }, { label: title }]}
      />
      <Heading>{title}</Heading>
      <Lead>{t('applications.register.ledger-lead')}</Lead>
      <LedgerChoice {...props} />
      {unit === undefined ? null : lines.length === 0 ? (
        <Empty title={t('applications.register.ledger-empty')} />
      ) : (
        <>
          <ListHead count={t('applications.register.count', { n: lines.length, said: String(lines.length) })} />
          <p class="gk-no-print">
            <a href={href(reader, `/desk/applications/ledger.pdf?unit=${unit.code}&year=${year}&from=${from}`)}>
              {t('applications.register.ledger-pdf')}
            </a>
          </p>
          <LedgerTable reader={reader} lines={lines} caption={title} />
          <Pager
            reader={reader}
            older={next === undefined ? undefined : href(reader, `/desk/applications/ledger?unit=${unit.code}&year=${year}&from=${next}`)}
          />
        </>
      )}
    </DeskPage>
  )
}

function LedgerChoice({ reader, units, unit, year }: LedgerPageProps): VNode {
  const { t } = reader
  return (
    <Filters reader={reader} action="/desk/applications/ledger" active={unit === undefined ? 0 : 1} inLine>
      <SelectField
        reader={reader}
        name="unit"
        label={t('applications.register.filter.unit')}
        value={unit?.code ?? ''}
        options={units.map((one) => ({ value: one.code, label: nameIn(reader, one) }))}
      />
      <TextField
        reader={reader}
        name="year"
        label={t('applications.register.filter.year')}
        value={String(year)}
        width={4}
        inputmode="numeric"
      />
    </Filters>
  )
}

/** What is wanted, and how, stands under the number, where there is room for it. */
const underNumber: ReadonlySet<string> = new Set(['wanted', 'form'])
const shown = ledgerColumns.filter((name) => !underNumber.has(name))
const days: ReadonlySet<string> = new Set(['arrived', 'received', 'due', 'ended'])

function LedgerTable({ reader, lines, caption }: { reader: Reader; lines: readonly ToldLine[]; caption: string }): VNode {
  return (
    <DataList
      caption={caption}
      columns={shown.map((name) => ({ label: reader.t(`applications.register.column.${name}`) }))}
      rows={lines.map((line) => {
        const texts = ledgerRow(reader, line).map((text, at) => ({ name: ledgerColumns[at] ?? '', text }))
        return {
          href: href(reader, `/desk/applications/${line.ref}`),
          note: texts.flatMap(({ name, text }) => (underNumber.has(name) ? [text] : [])).join(' · '),
          cells: texts.flatMap(({ name, text }) => (underNumber.has(name) ? [] : [cellOf(name, text)])),
        }
      })}
    />
  )
}

function cellOf(name: string, text: string): string | VNode {
  return days.has(name) && text !== '' ? <time dateTime={text}>{text}</time> : text
}

/** The year of a ledger that an address asks for; this year unless told. */
export function ledgerYear(reader: Pick<Reader, 'today'>, asked: string | undefined): number {
  return /^(19|20|21)\d\d$/.test(asked ?? '') ? Number(asked) : yearOf(reader.today)
}
