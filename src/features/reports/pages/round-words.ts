import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import { periodFrom } from '../figures/period.ts'
import type { Round } from '../rounds/round.ts'
import { periodInWords } from './figure-words.ts'

/** "Quarterly statistics, third quarter of 2026". */
export function roundInWords(reader: Pick<Reader, 't' | 'lang'>, { kind, period }: Pick<Round, 'kind' | 'period'>): string {
  const read = periodFrom(period)
  return reader.t('rounds.name', {
    kind: reader.t(`rounds.kind.${kind}`),
    period: read === undefined ? period : periodInWords(reader, read),
  })
}

/** Where the report of a unit in a round is: its own page; undefined where it is not begun. */
export function reportPath(report: { id: number; kind: string } | undefined): string | undefined {
  if (report === undefined) return undefined
  return report.kind === 'annual' ? `/desk/reports/${report.id}` : `/desk/reports/statements/${report.id}`
}

/** The first few of some units by name, and how many more there are: the round itself lists them all. */
export function fewNames(reader: Pick<Reader, 't' | 'lang'>, units: readonly Unit[]): string {
  const names = units.slice(0, namesShown).map((unit) => nameIn(reader, unit))
  const listed = names.join(reader.lang === 'zh' ? '、' : ', ')
  return units.length > namesShown ? reader.t('rounds.and-more', { names: listed, n: units.length - namesShown }) : listed
}

const namesShown = 4
