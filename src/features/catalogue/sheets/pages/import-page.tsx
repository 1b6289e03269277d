import type { VNode } from 'preact'
import type { Unit } from '../../../organisations/index.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { FileField, SelectField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { SheetWords } from '../heading.ts'
import type { ImportReport } from '../import-lines.ts'
import type { RowProblem } from '../line.ts'
import { columnInWords, problemInWords } from './problem-words.ts'

export interface ImportPageProps {
  reader: Reader
  words: SheetWords
  units: readonly Unit[]
  /** The code of the chosen unit. */
  unit: string
  errors?: FieldError[]
  problems?: readonly RowProblem[]
  /** What the sheet would do, and the sheet itself, to be sent again. */
  trial?: { report: ImportReport; sheet: string } | undefined
}

/** More than this nobody mends in one sitting; the number says how many there are. */
const shownAtMost = 200

/** Reading a catalogue from a sheet: choose it, read what it would do or what is wrong with it row by row, then take it. */
export function ImportPage(props: ImportPageProps): VNode {
  const { reader, errors = [], problems = [], trial } = props
  const title = reader.t('catalogue.import.title')
  return (
    <DeskPage reader={reader} title={title} section="catalogue" wide hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('catalogue.desk.title'), href: href(reader, '/desk/catalogue') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('catalogue.import.lead')}</Lead>
      {problems.length > 0 ? <Problems {...props} problems={problems} /> : null}
      {trial === undefined ? <Choose {...props} errors={errors} /> : <Trial {...props} trial={trial} />}
    </DeskPage>
  )
}

function Choose({ reader, units, unit, errors }: ImportPageProps) {
  return (
    <Form reader={reader} action="/desk/catalogue/import" files>
      <SelectField
        {...{ reader, errors }}
        name="unit"
        label={reader.t('catalogue.import.unit')}
        hint={reader.t('catalogue.import.unit-hint')}
        value={unit}
        options={units.map((one) => ({ value: one.code, label: nameIn(reader, one) }))}
      />
      <FileField
        {...{ reader, errors }}
        name="sheet"
        label={reader.t('catalogue.import.sheet')}
        hint={reader.t('catalogue.import.sheet-hint')}
        accept=".xlsx,.csv"
      />
      <Actions>
        <Button text={reader.t('catalogue.import.check')} />
        <a href={href(reader, `/desk/catalogue/export.xlsx?unit=${unit}`)}>{reader.t('catalogue.import.example')}</a>
      </Actions>
    </Form>
  )
}

function Problems({ reader, words, problems = [] }: ImportPageProps) {
  const title = reader.t('catalogue.import.problems')
  return (
    <>
      <Heading level={2} id="problems">
        {title}
      </Heading>
      <ListHead count={reader.t('catalogue.import.problem-count', { n: problems.length })} />
      <DataList
        caption={title}
        columns={[
          { label: reader.t('catalogue.import.row'), kind: 'number' },
          { label: reader.t('catalogue.import.column') },
          { label: reader.t('catalogue.import.mend') },
          { label: reader.t('catalogue.import.found') },
        ]}
        rows={problems.slice(0, shownAtMost).map((problem) => ({
          cells: [
            problem.row,
            columnInWords(words, problem.column, reader.lang),
            problemInWords(reader.t, problem),
            problem.found === '' ? '–' : problem.found,
          ],
        }))}
      />
    </>
  )
}

function Trial({ reader, unit, trial }: ImportPageProps & { trial: NonNullable<ImportPageProps['trial']> }) {
  const { report, sheet } = trial
  const changes = report.added.length + report.changed.length
  return (
    <>
      <p class="gk-word">
        {reader.t('catalogue.import.would', {
          rows: report.rows,
          added: report.added.length,
          changed: report.changed.length,
          same: report.same,
        })}
      </p>
      {changes === 0 ? (
        <Actions>
          <a class="govuk-button" href={href(reader, '/desk/catalogue/import')}>
            {reader.t('catalogue.import.other')}
          </a>
        </Actions>
      ) : (
        <Form reader={reader} action="/desk/catalogue/import/take">
          <input type="hidden" name="unit" value={unit} />
          <input type="hidden" name="sheet" value={sheet} />
          <Actions>
            <Button text={reader.t('catalogue.import.take', { n: changes })} />
            <a href={href(reader, '/desk/catalogue/import')}>{reader.t('catalogue.cancel')}</a>
          </Actions>
        </Form>
      )}
      <Changes reader={reader} lines={report.added} kind="added" />
      <Changes reader={reader} lines={report.changed} kind="changed" />
    </>
  )
}

function Changes({ reader, lines, kind }: { reader: Reader; lines: ImportReport['added']; kind: 'added' | 'changed' }) {
  if (lines.length === 0) return null
  const title = reader.t(`catalogue.import.${kind}`, { n: lines.length })
  return (
    <>
      <Heading level={2}>{title}</Heading>
      <DataList
        caption={title}
        columns={[{ label: reader.t('catalogue.column.title') }, { label: reader.t('catalogue.import.row'), kind: 'number' }]}
        rows={lines.slice(0, shownAtMost).map((line) => ({ note: line.code, cells: [line.title, line.row] }))}
      />
    </>
  )
}
