import type { VNode } from 'preact'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { FilledCell } from '../annual/fill-report.ts'
import { judgementSection } from '../annual/form.ts'
import { FactSentences } from './fact-sentences.tsx'
import { figurePath } from './figure-words.ts'
import type { MadePageProps } from './made-props.ts'
import { WritableForm } from './writable-form.tsx'
import { ReportTables } from './report-tables.tsx'
import { SectionTexts } from './section-texts.tsx'

/** The sections of a report: what the records say, its tables, and the text that people write. */
export function MadeSections({ reader, view, typed, errors = [] }: MadePageProps): VNode {
  const { t } = reader
  const { report, unit, made } = view
  const { form } = made
  const notes = { ...report.notes, ...typed?.notes }
  const mayWrite = reader.may('reports.write', view.keeper.path)
  const byAddress = new Map(made.cells.map((one) => [one.cell.address, one]))
  const asked = { unit: unit.code, alone: report.withBelow ? undefined : 'yes', period: report.period }
  const explained = made.breaches.some(({ id }) => id === 'I4') || (notes['I4'] ?? '') !== ''
  return (
    <WritableForm
      {...{ reader, mayWrite, action: `/desk/reports/${report.id}/texts`, version: report.version }}
      class="gk-form--wide gk-form--texts"
    >
      {form.sections.map((section) => {
        const name = reader.lang === 'zh' ? `${section.numeral}、${section.nameZh}` : section.nameEn
        const isJudgement = section.numeral === judgementSection(form)
        return (
          <section aria-labelledby={`section-${section.numeral}`}>
            <Heading level={2} id={`section-${section.numeral}`}>
              {name}
            </Heading>
            <FactSentences
              reader={reader}
              facts={view.facts.get(section.numeral) ?? []}
              link={({ cell, figure }) =>
                cell === undefined
                  ? { href: href(reader, figurePath('desk', { code: figure ?? '' }, asked)) }
                  : { href: href(reader, `/desk/reports/${report.id}/cell?cell=${encodeURIComponent(cell)}`) }
              }
            />
            <ReportTables
              reader={reader}
              form={form}
              section={section.numeral}
              show={({ address }) => shownCell(reader, report.id, byAddress.get(address))}
            />
            {mayWrite ? (
              <SectionTexts {...{ reader, report, typed, errors, name }} numeral={section.numeral} isJudgement={isJudgement} />
            ) : (
              <p>{report.texts[section.numeral]}</p>
            )}
          </section>
        )
      })}
      {mayWrite && explained ? (
        <TextareaField
          {...{ reader, errors, name: 'note-I4', value: notes['I4'] ?? '', rows: 2, hint: t('reports.making.note-hint') }}
          label={t('reports.making.note', { id: 'I4' })}
        />
      ) : null}
      {mayWrite ? (
        <Actions>
          <Button text={t('reports.making.save')} />
        </Actions>
      ) : null}
    </WritableForm>
  )
}

function shownCell(reader: Reader, reportId: number, cell: FilledCell | undefined) {
  if (cell === undefined) return { value: null }
  return {
    ...{ value: cell.value, byHand: cell.origin === 'by-hand', isAtLeast: cell.isAtLeast },
    href: href(reader, `/desk/reports/${reportId}/cell?cell=${encodeURIComponent(cell.cell.address)}`),
  }
}
