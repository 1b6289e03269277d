import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Lang } from '../kernel/translate.ts'
import type { Translate } from '../kernel/words.ts'
import { readSnapshot, type Database } from '../platform/database/index.ts'
import { loadWords } from '../platform/i18n/words.ts'
import { exportJournal, type Loaders } from '../platform/journal/index.ts'
import type { CommandEnd } from './command.ts'

/**
 * `gongkai export <folder>`: writes the record for checking elsewhere, with `docs/verify.py` or any other tool. Ends with 1
 * where the folder holds something already or cannot be written, with 2 when wrongly called.
 */
export async function runExport(
  args: string[],
  database: Database,
  loaders: Loaders,
  words: Record<Lang, Translate> = loadWords(),
): Promise<CommandEnd> {
  const options = optionsOf(args)
  if (options === undefined) return { exit: 2, out: words.en('journal.export.usage') }
  const t = words[options.lang]
  const { folder } = options
  try {
    if (!(await isFree(folder))) return { exit: 1, out: t('journal.export.not-empty', { folder }) }
    const { entries, rows } = await readSnapshot(database, (db) => exportJournal(db, loaders, folder))
    const out = options.json ? JSON.stringify({ folder, entries, rows }) : t('journal.export.done', { n: entries, rows, folder })
    return { exit: 0, out }
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === undefined || syscall === undefined) throw error
    return { exit: 1, out: t('journal.export.not-writable', { folder, code }) }
  }
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true
    throw error
  }
}

function optionsOf(args: string[]): { folder: string; json: boolean; lang: Lang } | undefined {
  try {
    const options = { json: { type: 'boolean' }, lang: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { json = false, lang = 'en' } = values
    const [folder, ...rest] = positionals
    if (folder === undefined || rest.length > 0 || (lang !== 'en' && lang !== 'zh')) return undefined
    return { folder: resolve(folder), json, lang }
  } catch {
    return undefined
  }
}
