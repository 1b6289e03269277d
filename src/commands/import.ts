import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { importDocuments, type ImportedFile } from '../features/publishing/index.ts'
import { findUnitByCode, type Unit } from '../features/organisations/index.ts'
import type { Site } from '../platform/site.ts'
import type { Translate, WordKey } from '../kernel/words.ts'
import { wrongUsage, type Command, type CommandEnd } from './command.ts'
import { importCatalogue } from './import-catalogue.ts'
import { withSite } from './with-site.ts'

const usage =
  'gongkai import documents <folder> | catalogue <xlsx or csv> --unit <code> [--officer <login>] [--json], or gongkai import portal …'

/**
 * `gongkai import documents <folder> --unit <code>`: reads every file of a folder into drafts of a unit and checks them. One entry per
 * file. All or nothing: when one file cannot be read it is named, and no draft is left behind.
 */
export const importCommand: Command = {
  async run(args, config) {
    if (args[0] === 'portal') return (await import('./import-portal.ts')).importPortal(args.slice(1), config)
    const options = optionsOf(args)
    if (options === undefined || options.path === undefined) return wrongUsage(usage)
    if (options.kind !== 'documents' && options.kind !== 'catalogue') return wrongUsage(usage)
    if (options.unit === undefined) return wrongUsage(`Say which unit it is for: ${usage}`)
    const { path } = options
    if (options.kind === 'catalogue') {
      return withUnit(config, options.unit, (site, unit) => importCatalogue(site, unit, path, options.json === true))
    }
    const files = await readFolder(options.path)
    if (files === undefined) return { exit: 1, out: `There is no folder ${options.path}.` }
    if (files.length === 0) return { exit: 1, out: `The folder ${options.path} holds no file.` }
    const { unit: code, officer, json } = options
    return withUnit(config, code ?? '', async (site, unit) => {
      const outcome = await importDocuments(site, unit, files, officer)
      if (!outcome.ok) return { exit: 1, out: refusalText(outcome.refusals, json === true, site.words.en) }
      return reportOf(outcome.value, json === true, site.words.en)
    })
  },
}

function withUnit(
  config: Parameters<Command['run']>[1],
  code: string,
  work: (site: Site, unit: Unit) => Promise<CommandEnd>,
): Promise<CommandEnd> {
  return withSite(config(), async (site) => {
    const unit = await findUnitByCode(site.database.read, code)
    return unit === undefined ? { exit: 1, out: `There is no unit with the code ${code}.` } : work(site, unit)
  })
}

function optionsOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { unit: { type: 'string' }, officer: { type: 'string' }, json: { type: 'boolean' } },
    })
    return { ...values, kind: positionals[0], path: positionals[1] }
  } catch {
    return undefined
  }
}

async function readFolder(path: string): Promise<{ name: string; bytes: Buffer }[] | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return undefined
  if (found.isFile()) return [{ name: path.replace(/^.*[\\/]/, ''), bytes: await readFile(path) }]
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
  return Promise.all(names.sort().map(async (name) => ({ name, bytes: await readFile(join(path, name)) })))
}

function refusalText(
  refusals: readonly { file: string; key: string; params?: Record<string, string | number> }[],
  json: boolean,
  t: Translate,
): string {
  const said = refusals.map(({ file, key, params }) => ({ file, reason: t(key as WordKey, params) }))
  return json ? JSON.stringify({ refused: said }, null, 2) : said.map(({ file, reason }) => `${file}: ${reason}`).join('\n')
}

function reportOf(imported: readonly ImportedFile[], json: boolean, t: Translate): CommandEnd {
  if (json)
    return {
      exit: 0,
      out: JSON.stringify(
        imported.map((file) => inJson(file, t)),
        null,
        2,
      ),
    }
  const lines = imported.flatMap((file) => [
    file.file,
    ...file.remarks.map((remark) => `  ${t(remark.key as WordKey, remark.params)}`),
    ...file.drafts.flatMap((draft) => [
      `  ${draft.indexNumber}  ${draft.title}`,
      ...draft.findings.map(
        (finding) =>
          `    ${finding.isInHead ? 'head' : `${finding.line}:${finding.column}`}  [${finding.weight}] ${t(`checks.${finding.check}.because.${finding.because}` as WordKey, finding.params)}  "${finding.passage.slice(0, 60)}"`,
      ),
    ]),
  ])
  return { exit: 0, out: lines.join('\n') }
}

function inJson(file: ImportedFile, t: Translate) {
  return {
    file: file.file,
    remarks: file.remarks.map((remark) => t(remark.key as WordKey, remark.params)),
    drafts: file.drafts.map((draft) => ({
      indexNumber: draft.indexNumber,
      title: draft.title,
      language: draft.language,
      findings: draft.findings.map((finding) => ({
        check: finding.check,
        weight: finding.weight,
        place: {
          in: finding.isInHead ? 'head' : 'text',
          line: finding.line,
          column: finding.column,
          start: finding.start,
          end: finding.end,
        },
        passage: finding.passage,
        reason: t(`checks.${finding.check}.because.${finding.because}` as WordKey, finding.params),
        advice: t(`checks.${finding.check}.advice` as WordKey),
      })),
    })),
  }
}
