import type { Ledger } from '../../../platform/paper/ledger.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import { leafByCode } from '../law/leaf.ts'
import { outcomes } from '../load-outcomes.ts'
import { kindName } from './pages/line-words.ts'
import type { ToldLine } from './read-lines.ts'

/** What a ledger tells of each case, on the page and on paper. */
export const ledgerColumns = [
  ...(['number', 'arrived', 'received', 'channel', 'who', 'wanted', 'form', 'due', 'ended', 'leaf', 'handler'] as const),
] as const

/** A case as a row of the ledger, a text for each column; whoever asked is masked. */
export function ledgerRow(reader: Reader, line: ToldLine): string[] {
  const { t } = reader
  return [
    ...[line.number, line.arrivedOn, line.receivedOn ?? '', t(`applications.register.channel.${line.channel}`)],
    `${line.maskedName} (${kindName(reader, line.applicantKind)})`,
    line.wanted,
    `${t(`applications.register.form.${line.formWanted}`)} · ${t(`applications.register.way.${line.wayWanted}`)}`,
    ...[line.dueOn ?? '', line.endedOn ?? '', leafWords(reader, line.leaf)],
    line.handler === undefined ? '' : nameIn(reader, line.handler),
  ]
}

function leafWords(reader: Reader, code: string): string {
  const leaf = leafByCode(outcomes, code)
  return leaf === undefined ? '' : reader.lang === 'zh' ? leaf.labelZh : leaf.labelEn
}

const shares: Partial<Record<(typeof ledgerColumns)[number], number>> = { who: 2, wanted: 5, form: 2, leaf: 3 }

/** A part of a year's register of a unit, ready for paper. */
export function ledgerPaper(
  reader: Reader,
  { unit, year, lines, at }: { unit: Unit; year: number; lines: readonly ToldLine[]; at: Date },
): Ledger {
  const { t } = reader
  return {
    ...{ language: reader.lang, at, unit: nameIn(reader, unit) },
    title: t('applications.register.ledger-of', { unit: nameIn(reader, unit), year }),
    about: t('applications.register.count', { n: lines.length, said: String(lines.length) }),
    columns: ledgerColumns.map((name) => ({ title: t(`applications.register.column.${name}`), share: shares[name] })),
    rows: lines.map((line) => ledgerRow(reader, line)),
    nothing: t('applications.register.ledger-empty'),
    pages: t('applications.letter.pages'),
  }
}
