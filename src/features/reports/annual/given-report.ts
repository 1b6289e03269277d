import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nationalPack } from '../../../platform/pack.ts'
import { annualForms } from '../load-annual-forms.ts'
import { type AnnualForm, cellsOf } from './form.ts'
import type { AnnualReport, Cells } from './report.ts'
import { readReport } from './report-file.ts'

/** The form with this id; throws where there is none. */
export function givenForm(id: string): AnnualForm {
  const form = annualForms.find((each) => each.id === id)
  if (form === undefined) throw new Error(`no form ${id}`)
  return form
}

/** The worked report of the pack, a copy of its own each time. */
export function givenGolden(): AnnualReport {
  const read = readReport(readFileSync(join(nationalPack, 'cases', 'annual-report-2025.json'), 'utf8'), annualForms)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.report
}

/** A department's report with 0 in every cell, and these cells and fields instead. */
export function givenReport(id: string, cells: Cells = {}, fields: Partial<AnnualReport> = {}): AnnualReport {
  const form = givenForm(id)
  const zeros = Object.fromEntries(cellsOf(form).map(({ address }) => [address, 0]))
  const unit = { name: '市民政局', kind: 'department' as const }
  return { format: 'gongkai-annual-report/1', edition: id, year: form.years.from, unit, ...fields, cells: { ...zeros, ...cells } }
}
