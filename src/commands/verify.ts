import { parseArgs } from 'node:util'
import type { Lang } from '../kernel/translate.ts'
import type { Translate } from '../kernel/words.ts'
import { readSnapshot, type Database } from '../platform/database/index.ts'
import { loadWords } from '../platform/i18n/words.ts'
import { verifyJournal, type Finding, type Loaders } from '../platform/journal/index.ts'
import type { CommandEnd } from './command.ts'

/**
 * `gongkai verify`: checks the whole record and every row that it vouches for. Ends with 0 when nothing was found, with 1 and
 * a line per finding otherwise, with 2 when wrongly called.
 */
export async function runVerify(
  args: string[],
  database: Database,
  loaders: Loaders,
  words: Record<Lang, Translate> = loadWords(),
): Promise<CommandEnd> {
  const options = optionsOf(args)
  if (options === undefined) return { exit: 2, out: words.en('journal.verify.usage') }
  const t = words[options.lang]
  const { entries, rows, findings, unchecked } = await readSnapshot(database, (db) => verifyJournal(db, loaders))
  const exit = findings.length > 0 ? 1 : 0
  if (options.json) {
    const told = findings.map((finding) => ({ ...finding, words: t(`journal.finding.${finding.kind}`, finding.params) }))
    return { exit, out: JSON.stringify({ entries, rows, findings: told, unchecked }) }
  }
  const summary = t(exit === 0 ? 'journal.verify.clean' : 'journal.verify.found', { n: entries, rows, found: findings.length })
  const left = unchecked.length > 0 ? [t('journal.verify.unchecked', { kinds: unchecked.join(', ') })] : []
  return { exit, out: [...findings.map((finding) => lineOf(finding, t)), ...left, summary].join('\n') }
}

function optionsOf(args: string[]): { json: boolean; lang: Lang } | undefined {
  try {
    const { json = false, lang = 'en' } = parseArgs({ args, options: { json: { type: 'boolean' }, lang: { type: 'string' } } }).values
    return lang === 'en' || lang === 'zh' ? { json, lang } : undefined
  } catch {
    return undefined
  }
}

function lineOf({ kind, seq, subject, params }: Finding, t: Translate): string {
  const words = t(`journal.finding.${kind}`, params)
  if (seq === undefined) return t('journal.verify.row', { subject: subject ?? '', words })
  return subject === undefined ? t('journal.verify.end', { seq, words }) : t('journal.verify.entry', { seq, subject, words })
}
