import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Config } from '../config.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { covers } from '../kernel/policy.ts'
import { joinTransaction } from '../platform/database/index.ts'
import type { Site } from '../platform/site.ts'
import { UnreadableSource } from '../platform/text/read-source.ts'
import { findDutyByCode } from '../features/catalogue/index.ts'
import { findUnitByCode, type Unit } from '../features/organisations/index.ts'
import { beginBatch, importPage, normaliseAddress, type ImportedPage } from '../features/publishing/index.ts'
import { wrongUsage, type CommandEnd } from './command.ts'
import { findPages, type FoundPage, type ReadPage } from './read-portal.ts'
import { reportPortal, type PageReport } from './report-portal.ts'
import { withSite } from './with-site.ts'

const usage =
  'gongkai import portal <folder or list.csv> --unit <code> --source <name of the site> [--mapping <file>] [--officer <login>] [--dry-run] [--json]'

const mappingForm = z.record(
  z.string(),
  z.strictObject({ duty: z.string().optional(), subject: z.string().default(''), genre: z.string().default('') }),
)
type Mapping = Record<string, { dutyId?: number; subject: string; genre: string }>

/**
 * `gongkai import portal`: takes the pages of an older site in as drafts that know where they stood. Each page by itself: what cannot be
 * read is named and passed over, and an import that was cut off goes on where it was. The office decides at the desk what enters.
 */
export async function importPortal(args: string[], config: () => Config): Promise<CommandEnd> {
  const options = optionsOf(args)
  if (options?.path === undefined || options.unit === undefined || options.source === undefined) return wrongUsage(usage)
  const pages = await findPages(options.path)
  if (pages === undefined) return { exit: 1, out: `There is no folder or list ${options.path}.` }
  return withSite(config(), async (site) => {
    const unit = await findUnitByCode(site.database.read, options.unit ?? '')
    if (unit === undefined) return { exit: 1, out: `There is no unit with the code ${options.unit}.` }
    const mapping = await readMapping(site, options.mapping)
    if (typeof mapping === 'string') return { exit: 1, out: mapping }
    const work: Work = { site, unit, source: options.source ?? '', login: options.officer, mapping, isDry: options['dry-run'] === true }
    const hindrance = await hindranceOf(work)
    if (hindrance !== undefined) return { exit: 1, out: hindrance }
    const reports: PageReport[] = []
    const seen = new Set<string>()
    for (const page of pages) reports.push(await takeIn(work, page, seen))
    return reportPortal(reports, { isDry: work.isDry, json: options.json === true, t: site.words.en })
  })
}

/** Why no page at all could come in, in words; the batch itself begins with its first page. */
async function hindranceOf({ site, unit, source, login }: Work): Promise<string | undefined> {
  const tried = await site.database.transaction(async (db) => {
    const begun = await beginBatch({ ...site, database: joinTransaction(site.database, db) }, unit, source, login)
    return { ok: false, reasons: begun.ok ? [] : begun.refusals }
  })
  return tried.reasons.length === 0 ? undefined : tried.reasons.map((one) => site.words.en(`publishing.imports.fault.${one}`)).join(' ')
}

interface Work {
  site: Site
  unit: Unit
  source: string
  login: string | undefined
  mapping: Mapping
  isDry: boolean
}

function optionsOf(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    const options = { unit: text, source: text, mapping: text, officer: text, json: flag, 'dry-run': flag }
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    return positionals.length > 1 ? undefined : { ...values, path: positionals[0] }
  } catch {
    return undefined
  }
}

/** What each column of the older site is here; words for the operator when the file cannot be used. */
async function readMapping(site: Site, path: string | undefined): Promise<Mapping | string> {
  if (path === undefined) return {}
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return `There is no mapping ${path}.`
  const read = mappingForm.safeParse(jsonOf(text))
  if (!read.success) return `${path}: ${z.prettifyError(read.error)}`
  const mapping: Mapping = {}
  for (const [column, { duty: code, subject, genre }] of Object.entries(read.data)) {
    const duty = code === undefined ? undefined : await findDutyByCode(site.database.read, code)
    if (code !== undefined && duty === undefined) return `${path}: no line of the catalogue has the code ${code}.`
    mapping[column] = { dutyId: duty?.id, subject, genre }
  }
  return mapping
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function takeIn(work: Work, found: FoundPage, seen: Set<string>): Promise<PageReport> {
  const report = { file: found.name, address: '', reasons: [] as string[] }
  try {
    const unit = found.unit === undefined ? work.unit : await findUnitByCode(work.site.database.read, found.unit)
    if (unit === undefined || !covers(work.unit.path, unit.path)) return { ...report, reasons: ['unit-unknown'] }
    const page = await found.read()
    const address = normaliseAddress(page.address) ?? ''
    const outcome = work.isDry && seen.has(address) ? undefined : await importOne(work, unit, page)
    seen.add(address)
    if (outcome === undefined) return { ...report, address, reasons: ['address-known'] }
    return outcome.ok ? { ...report, address, page: outcome.value } : { ...report, address, reasons: outcome.refusals }
  } catch (thrown) {
    if (thrown instanceof UnreadableSource) return { ...report, unreadable: { key: thrown.key, params: thrown.params } }
    throw thrown
  }
}

async function importOne(work: Work, unit: Unit, page: ReadPage): Promise<Outcome<ImportedPage, string>> {
  const mapped = work.mapping[page.column]
  if (!work.isDry) return importInto(work, work.site, unit, { ...page, mapped })
  // Tried out and undone: the same reading and the same checks, and nothing is kept.
  let tried: Outcome<ImportedPage, string> | undefined
  await work.site.database.transaction(async (db) => {
    const site = { ...work.site, database: joinTransaction(work.site.database, db) }
    tried = await importInto(work, site, unit, { ...page, mapped, files: [] })
    return { ok: false }
  })
  if (tried === undefined) throw new Error('nothing was tried')
  return tried
}

async function importInto(
  work: Work,
  site: Site,
  unit: Unit,
  page: Parameters<typeof importPage>[4],
): Promise<Outcome<ImportedPage, string>> {
  const begun = await beginBatch(site, work.unit, work.source, work.login)
  return begun.ok ? importPage(site, begun.value.officer, unit, begun.value.batch, page) : begun
}
