import { parseArgs } from 'node:util'
import type { Lang } from '../kernel/translate.ts'
import type { CommandEnd } from './command.ts'

/** How a command about one file is called: `<file> [--json] [--lang en|zh]`. */
export interface FileArguments {
  file: string
  json: boolean
  lang: Lang
}

/** The arguments, or undefined where something else was written. */
export function fileArguments(args: string[]): FileArguments | undefined {
  try {
    const options = { json: { type: 'boolean' }, lang: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { json = false, lang = 'en' } = values
    const [file = '', ...rest] = positionals
    if (file === '' || rest.length > 0 || (lang !== 'en' && lang !== 'zh')) return undefined
    return { file, json, lang }
  } catch {
    return undefined
  }
}

/** A command that did nothing, and why. */
export function refusal({ json }: FileArguments, reason: string, words: string): CommandEnd {
  return { exit: 1, out: json ? JSON.stringify({ refused: [reason], reasons: [words] }) : words }
}
