import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sealHolders } from '../app.ts'
import { dayOf } from '../kernel/day.ts'
import type { Lang } from '../kernel/translate.ts'
import type { Site } from '../platform/site.ts'
import { countSeals, rotateAlone, type Rotation, type SealHolder } from '../platform/seal/index.ts'
import { type Command, type CommandEnd, wrongUsage } from './command.ts'
import { withSite } from './with-site.ts'

interface KeysArguments {
  act: 'show' | 'rotate'
  json: boolean
  lang: Lang
}

/**
 * `gongkai keys show`: the numbers and days of the keys that seal personal fields, and how many values each seals. `gongkai keys rotate`: a new
 * key, everything put under it, older keys dropped. Never shows a key. Both work beside a running program.
 */
export const keysCommand: Command = {
  async run(args, config) {
    const asked = keysArguments(args)
    if (asked === undefined) return wrongUsage('gongkai keys show|rotate [--json] [--lang en|zh]')
    return withSite(config(), (site) => runKeys(site, asked, sealHolders(site.database, site.config)))
  },
}

/** How long an older key outlives its last use. A program that took it a moment before its end must have saved what it sealed by then. */
const graceMs = 3_600_000

/** Shows or changes the keys of a site. Ends with 1 where values are there that do not open, or another rotation runs. */
export async function runKeys(site: Site, asked: KeysArguments, holders: readonly SealHolder[]): Promise<CommandEnd> {
  const counts = await countSeals(holders)
  const file = site.config.sealKeys
  const t = site.words[asked.lang]
  if (counts.size === 0 && !existsSync(file)) {
    return { exit: 0, out: asked.json ? JSON.stringify({ file, keys: [] }) : t('commands.keys.none', { file }) }
  }
  if (asked.act === 'show') return show(site, asked, counts)
  const outcome = await rotateAlone(site.database, site.keys, holders, { now: new Date(), graceMs })
  if (outcome.ok) return rotated(site, asked, outcome.value)
  const reason = t('commands.keys.refused.rotating')
  return { exit: 1, out: asked.json ? JSON.stringify({ refused: outcome.refusals, reasons: [reason] }) : reason }
}

function show(site: Site, { json, lang }: KeysArguments, counts: ReadonlyMap<number, number>): CommandEnd {
  const t = site.words[lang]
  const file = site.config.sealKeys
  const ring = site.keys.ring('open')
  const keys = ring.keys.map(({ number, madeAt, retiredAt }) => ({ number, madeAt, retiredAt, values: counts.get(number) ?? 0 }))
  const missing = [...counts].flatMap(([number, values]) => (keys.some((one) => one.number === number) ? [] : [{ number, values }]))
  const exit = missing.length > 0 ? 1 : 0
  if (json) return { exit, out: JSON.stringify({ file, current: ring.current, keys, missing }) }
  const lines = keys.map(({ number, madeAt, retiredAt, values }) =>
    retiredAt === undefined
      ? t('commands.keys.current', { number, made: dayOf(madeAt), n: values })
      : t('commands.keys.older', { number, made: dayOf(madeAt), retired: dayOf(retiredAt), n: values }),
  )
  const lost = missing.map(({ number, values }) =>
    t(number === 0 ? 'commands.keys.no-seal' : 'commands.keys.missing', { number, n: values }),
  )
  return { exit, out: [t('commands.keys.file', { file }), ...lines, ...lost].join('\n') }
}

function rotated(site: Site, { json, lang }: KeysArguments, rotation: Rotation): CommandEnd {
  const t = site.words[lang]
  const { current: number, isNew, rewrapped: n, dropped, waiting, broken } = rotation
  const exit = broken.length > 0 ? 1 : 0
  if (json) return { exit, out: JSON.stringify(rotation) }
  const lines = [
    t(isNew ? 'commands.keys.rotated' : 'commands.keys.finished', { number, n }),
    ...dropped.map((one) => t('commands.keys.dropped', { number: one })),
    ...waiting.map((one) =>
      one.values > 0
        ? t('commands.keys.in-use', { number: one.number, n: one.values })
        : t('commands.keys.waiting', { number: one.number, until: one.untilAt.toISOString() }),
    ),
    ...broken.map(({ holder, id }) => t('commands.keys.broken', { holder, id })),
    ...(isNew ? [t('commands.keys.copy', { file: site.config.sealKeys })] : []),
  ]
  return { exit, out: lines.join('\n') }
}

function keysArguments(args: string[]): KeysArguments | undefined {
  try {
    const options = { json: { type: 'boolean' }, lang: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { json = false, lang = 'en' } = values
    const [act, ...rest] = positionals
    if ((act !== 'show' && act !== 'rotate') || rest.length > 0 || (lang !== 'en' && lang !== 'zh')) return undefined
    return { act, json, lang }
  } catch {
    return undefined
  }
}
