import { writeCsv } from '../../../platform/sheets/write-csv.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { outcomes } from '../load-outcomes.ts'
import { leafByCode } from '../law/leaf.ts'
import { kindName } from './pages/line-words.ts'
import type { ToldLine } from './read-lines.ts'

const head = [
  ...(['number', 'unit', 'kind', 'channel', 'arrived', 'received', 'due', 'state', 'ended', 'timing', 'leaf'] as const),
  ...(['wanted', 'who', 'applicant-kind', 'handler'] as const),
] as const

/** Lines of the register as a table for a spreadsheet. Whoever asked is masked in it as on every page. */
export function registerTable(reader: Reader, lines: readonly ToldLine[]): string {
  const { t } = reader
  const rows = lines.map((line) => {
    const leaf = leafByCode(outcomes, line.leaf)
    return [
      ...[line.number, nameIn(reader, line.unit), t(`applications.register.kind.${line.kind}`)],
      ...[t(`applications.register.channel.${line.channel}`), line.arrivedOn, line.receivedOn ?? '', line.dueOn ?? ''],
      ...[t(`applications.register.state.${line.state}`), line.endedOn ?? ''],
      line.isInTime === undefined ? '' : t(`applications.register.timing.${line.isInTime ? 'in-time' : 'late'}`),
      leaf === undefined ? '' : `${leaf.code} ${reader.lang === 'zh' ? leaf.labelZh : leaf.labelEn}`,
      ...[line.wanted, line.maskedName, kindName(reader, line.applicantKind)],
      line.handler === undefined ? '' : nameIn(reader, line.handler),
    ]
  })
  return writeCsv([head.map((name) => t(`applications.register.column.${name}`)), ...rows])
}
