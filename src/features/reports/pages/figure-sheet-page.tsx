import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { FileField, SelectField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { SheetReport } from '../sheets/enter-sheet.ts'
import type { Spellings } from '../sheets/heading.ts'
import type { Planned } from '../sheets/plan.ts'
import type { RowProblem } from '../sheets/row.ts'
import { figureWords, periodInWords, valueInWords } from './figure-words.ts'

export interface FigureSheetPageProps {
  reader: Reader
  spellings: Spellings
  /** Every unit there is, for its name. */
  units: readonly Unit[]
  inReach: readonly Unit[]
  /** The chosen unit, and the period as it was typed. */
  unit: Unit
  period: string
  mostRows: number
  limits: { fileBytes: number }
  errors?: FieldError[]
  problems?: readonly RowProblem[]
  /** What the sheet would enter, and the sheet itself, to be sent again. */
  trial?: { report: SheetReport; sheet: string }
  /** How many numbers were entered a moment ago. */
  done?: number | undefined
}

/** More than this nobody reads in one sitting; the number says how many there are. */
const shownAtMost = 200

/** Entering many numbers by a sheet: take an empty one, hand it in, read what it would do or what is wrong with it, then enter it. */
export function FigureSheetPage(props: FigureSheetPageProps): VNode {
  const { reader, errors = [], problems = [], trial, done } = props
  const { t } = reader
  const title = t('account.sheet.title')
  return (
    <DeskPage reader={reader} title={title} section="figures" wide hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: t('account.desk.title'), href: href(reader, '/desk/figures') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      {done !== undefined && <NotificationBanner type="success" titleText={title} text={t('account.sheet.done', { n: done })} />}
      <Heading>{title}</Heading>
      <Lead>{t('account.sheet.lead')}</Lead>
      {problems.length > 0 ? <Problems {...props} problems={problems} /> : null}
      {trial === undefined ? <TakeEmpty {...props} errors={errors} /> : null}
      {trial === undefined ? <HandIn {...props} errors={errors} /> : <Trial {...props} trial={trial} />}
    </DeskPage>
  )
}

function HandIn({ reader, errors, mostRows, limits }: FigureSheetPageProps) {
  const { t } = reader
  return (
    <Form reader={reader} action="/desk/figures/sheet" files>
      <Heading level={2}>{t('account.sheet.hand-in')}</Heading>
      <FileField
        {...{ reader, errors, name: 'sheet', label: t('account.sheet.file'), accept: '.xlsx,.csv' }}
        hint={t('account.sheet.file-hint', { megabytes: limits.fileBytes / 1024 / 1024, rows: mostRows })}
      />
      <Actions>
        <Button text={t('account.sheet.check')} />
      </Actions>
    </Form>
  )
}

function TakeEmpty({ reader, errors, inReach, unit, period }: FigureSheetPageProps) {
  const { t } = reader
  return (
    <Form reader={reader} action="/desk/figures/sheet/empty" method="get">
      <Heading level={2}>{t('account.sheet.empty')}</Heading>
      <SelectField
        {...{ reader, errors, name: 'unit', label: t('account.sheet.unit'), hint: t('account.sheet.unit-hint'), value: unit.code }}
        options={inReach.map((one) => ({ value: one.code, label: nameIn(reader, one) }))}
      />
      <TextField
        {...{ reader, errors, name: 'period', label: t('account.enter.period'), hint: t('account.enter.period-hint'), value: period }}
        width={10}
      />
      <RadiosField
        {...{ reader, name: 'kind', label: t('account.sheet.kind'), value: 'xlsx' }}
        choices={(['xlsx', 'csv'] as const).map((kind) => ({ value: kind, label: t(`account.sheet.kind.${kind}`) }))}
        inline
      />
      <Actions>
        <Button text={t('account.sheet.download')} classes="govuk-button--secondary" />
      </Actions>
    </Form>
  )
}

function Problems({ reader, spellings, problems = [] }: FigureSheetPageProps) {
  const { t } = reader
  const title = t('account.sheet.problems')
  return (
    <>
      <Heading level={2} id="problems">
        {title}
      </Heading>
      <ListHead count={t('account.sheet.problem-count', { n: problems.length })} />
      <DataList
        caption={title}
        columns={[
          { label: t('account.sheet.row'), kind: 'number' },
          { label: t('account.sheet.column') },
          { label: t('account.sheet.mend') },
          { label: t('account.sheet.found') },
        ]}
        rows={problems.slice(0, shownAtMost).map(({ row, column, problem, found }) => ({
          cells: [row, spellings[column][0] ?? column, t(`account.sheet.problem.${problem}`, { found }), found === '' ? '–' : found],
        }))}
      />
    </>
  )
}

function Trial({ reader, units, trial }: FigureSheetPageProps & { trial: NonNullable<FigureSheetPageProps['trial']> }) {
  const { t } = reader
  const { entered, same, passed } = trial.report
  const struck = entered.filter(({ was }) => was !== undefined).length
  return (
    <>
      <p class="gk-word">{t('account.sheet.would', { entered: entered.length, struck, same, passed })}</p>
      {entered.length === 0 ? (
        <Actions>
          <a class="govuk-button" href={href(reader, '/desk/figures/sheet')}>
            {t('account.sheet.other')}
          </a>
        </Actions>
      ) : (
        <Form reader={reader} action="/desk/figures/sheet/enter">
          <input type="hidden" name="sheet" value={trial.sheet} />
          <Actions>
            <Button text={t('account.sheet.enter', { n: entered.length })} />
            <a href={href(reader, '/desk/figures/sheet')}>{t('account.sheet.other')}</a>
          </Actions>
        </Form>
      )}
      {entered.length === 0 ? null : <Numbers reader={reader} units={units} entered={entered} />}
    </>
  )
}

function Numbers({ reader, units, entered }: Pick<FigureSheetPageProps, 'reader' | 'units'> & { entered: readonly Planned[] }) {
  const { t } = reader
  const title = t('account.sheet.numbers')
  const names = new Map(units.map((unit) => [unit.id, nameIn(reader, unit)]))
  return (
    <>
      <Heading level={2}>{title}</Heading>
      <ListHead count={t('account.sheet.numbers-count', { n: entered.length })} />
      <DataList
        caption={title}
        columns={[
          { label: t('account.column.unit') },
          { label: t('account.column.figure') },
          { label: t('account.column.span') },
          { label: t('account.column.value'), kind: 'number' },
          { label: t('account.sheet.strikes'), kind: 'number' },
        ]}
        rows={entered.slice(0, shownAtMost).map(({ unitId, figure, period, value, isAtLeast, was }) => ({
          cells: [
            names.get(unitId) ?? '',
            figureWords(reader, figure).name,
            periodInWords(reader, period),
            valueInWords(reader, value, isAtLeast),
            was === undefined ? '–' : valueInWords(reader, was.value, was.isAtLeast),
          ],
        }))}
      />
    </>
  )
}
