import { parseArgs } from 'node:util'
import { measureDuties } from '../features/supervision/index.ts'
import type { Lang } from '../kernel/translate.ts'
import type { Site } from '../platform/site.ts'
import { type Command, type CommandEnd, wrongUsage } from './command.ts'
import { withSite } from './with-site.ts'

/** `gongkai measure`: measures the whole city against its duties at once, as every night, and says what came of it. */
export const measureCommand: Command = {
  async run(args, config) {
    const options = optionsOf(args)
    if (options === undefined) return wrongUsage('gongkai measure [--json] [--lang en|zh]')
    return withSite(config(), (site) => runMeasure(site, options))
  },
}

/** Measures a site and tells the run: with `json` as one object, else as a sentence. */
export async function runMeasure(site: Site, { json, lang }: { json: boolean; lang: Lang }): Promise<CommandEnd> {
  const { id, measuredOn, opened, closed, stillOpen } = await measureDuties(site, 'system')
  if (json) return { exit: 0, out: JSON.stringify({ run: id, measuredOn, opened, closed, stillOpen }) }
  return { exit: 0, out: site.words[lang]('commands.measure.done', { day: measuredOn, opened, closed, open: stillOpen }) }
}

function optionsOf(args: string[]): { json: boolean; lang: Lang } | undefined {
  try {
    const { json = false, lang = 'en' } = parseArgs({ args, options: { json: { type: 'boolean' }, lang: { type: 'string' } } }).values
    return lang === 'en' || lang === 'zh' ? { json, lang } : undefined
  } catch {
    return undefined
  }
}
