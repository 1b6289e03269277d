import { annualForms, type Breach, breachesIn, type FileFault, readReport, sayBreach, sayFault } from '../features/reports/index.ts'
import type { Lang } from '../kernel/translate.ts'
import type { Translate } from '../kernel/words.ts'
import { loadWords } from '../platform/i18n/words.ts'
import { type Command, type CommandEnd, wrongUsage } from './command.ts'
import { fileArguments, type FileArguments } from './file-arguments.ts'
import { readReportFile } from './read-report-file.ts'

/** `gongkai report check`. */
export const reportCommand: Command = {
  run: async (args) => runReport(args),
}

/** A whole report with its text and some hundred parts is far below this. */
const mostBytes = 5_000_000

/** People read no further; machines get all. */
const mostLines = 200

/**
 * `gongkai report check <file>`: every identity that an annual report breaks; see docs/report.md. Needs no database. Ends with 0 where
 * there is no error, with 1 where there is one or the file is no report, with 2 when wrongly called.
 */
export function runReport(args: string[], words: Record<Lang, Translate> = loadWords()): CommandEnd {
  const [act, ...rest] = args
  const call = act === 'check' ? fileArguments(rest) : undefined
  if (call === undefined) return wrongUsage(words[args.includes('zh') ? 'zh' : 'en']('reports.check.usage'))
  const t = words[call.lang]
  const file = readReportFile(call.file, mostBytes)
  if ('wrong' in file)
    return notRead(call, [{ words: t(`reports.fault.${file.wrong}`, { mb: mostBytes / 1_000_000 }), kind: file.wrong }], t)
  const read = readReport(file.text, annualForms)
  if (!read.ok) return notRead(call, toldFaults(read.faults, t), t)
  const { report, form } = read
  const breaches = breachesIn(form, report)
  const told = (some: Breach[]) => some.map((breach) => ({ ...breach, words: sayBreach(t, call.lang, form, breach) }))
  const errors = breaches.filter(({ severity }) => severity === 'error').length
  const counts = { errors, warnings: breaches.length - errors }
  const exit = errors > 0 ? 1 : 0
  if (call.json) return { exit, out: JSON.stringify({ faults: [], breaches: told(breaches), ...counts }) }
  const summary = t(breaches.length === 0 ? 'reports.check.clean' : 'reports.check.found', {
    ...{ unit: report.unit.name, year: report.year },
    ...counts,
  })
  const lines = told(breaches.slice(0, mostLines)).map((breach) => lineOf(breach, t))
  return { exit, out: [...lines, ...more(breaches.length, t), summary].join('\n') }
}

type ToldFault = { kind: string; path?: string; words: string }

function toldFaults(faults: readonly FileFault[], t: Translate): ToldFault[] {
  return faults.map((fault) => ({ kind: fault.kind, path: fault.path, words: sayFault(t, fault) }))
}

function notRead({ json }: FileArguments, faults: ToldFault[], t: Translate): CommandEnd {
  if (json) return { exit: 1, out: JSON.stringify({ faults, breaches: [], errors: 0, warnings: 0 }) }
  const lines = faults.slice(0, mostLines).map((fault) => fault.words)
  return { exit: 1, out: [...lines, ...more(faults.length, t), t('reports.check.not-read', { n: faults.length })].join('\n') }
}

function lineOf({ id, severity, words }: Breach & { words: string }, t: Translate): string {
  return t('reports.check.line', { severity: t(`reports.severity.${severity}`), id, words })
}

function more(count: number, t: Translate): string[] {
  return count > mostLines ? [t('reports.check.more', { n: count - mostLines })] : []
}
