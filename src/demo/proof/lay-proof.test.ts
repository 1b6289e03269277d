import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { addressOf, describeWithDatabase, hasServer } from '../../../test/support/database.ts'
import { freshSite, type TestSite } from '../../../test/support/site.ts'
import { listCategories, listDuties } from '../../features/catalogue/index.ts'
import { listUnits, type Unit } from '../../features/organisations/index.ts'
import { documentContent } from '../../features/publishing/index.ts'
import { figureOf } from '../../features/reports/figures/all-figures.ts'
import { countFigures, scopeOf, type Figure, type Question } from '../../features/reports/figures/count-figures.ts'
import { documentsOfLines } from '../../features/reports/figures/defined/documents-of-lines.ts'
import { periodFrom } from '../../features/reports/figures/period.ts'
import { countByLine, listByLine } from '../../features/reports/figures/read-by-line.ts'
import { readAccount } from '../../features/reports/figures/read-account.ts'
import { readRanking } from '../../features/reports/figures/read-ranking.ts'
import { canonical } from '../../kernel/canonical.ts'
import { asDay } from '../../kernel/day.ts'
import { packageRoot } from '../../platform/root.ts'
import { layProof } from './lay-proof.ts'

let site: TestSite
let units: Unit[]

beforeAll(async () => {
  if (!hasServer) return
  site = await freshSite('2026-02-10')
  site.config.dataDir = mkdtempSync(join(tmpdir(), 'gongkai-proof-'))
  await layProof(site)
  units = await listUnits(site.database.read)
}, 300_000)

const unitOf = (code: string): Unit => {
  const unit = units.find((one) => one.code === code)
  if (unit === undefined) throw new Error(code)
  return unit
}
/** Asked at the end of November, as the second report of the first source was. */
const asked = (code: string): Question & { unit: Unit } => {
  const period = periodFrom('2025')
  if (period === undefined) throw new Error('2025')
  return { units, unit: unitOf(code), period, cutOff: asDay('2025-11-30') }
}

/** The number of a figure by both ways of counting, and how many records its list holds. */
async function read(question: Question, figure: Figure): Promise<{ counted?: number; told?: number; listed?: number }> {
  const db = site.database.read
  const counted = (await countFigures(db, question, [figure])).get(figure.code)?.get('')
  const told = (await readAccount(site, question, [figure])).values[0]?.value
  const listed = await figure.facts?.list(db, scopeOf(question, figure.unitKinds), 0, 50_000)
  return {
    ...(counted === undefined ? {} : { counted }),
    ...(told === undefined ? {} : { told }),
    ...(listed ? { listed: listed.length } : {}),
  }
}

const same = (n: number) => ({ counted: n, told: n, listed: n })

async function linesUnder(category: string): Promise<number[]> {
  const categories = await listCategories(site.database.read)
  const path = categories.find(({ code }) => code === category)?.path ?? '-'
  const below = new Set(categories.filter((one) => one.path.startsWith(path)).map(({ id }) => id))
  return (await listDuties(site.database.read)).filter(({ categoryId }) => below.has(categoryId)).map(({ id }) => id)
}

describeWithDatabase('the figures of the five sources come out of the proof, each with a list as long as its number', () => {
  test.each([
    ['S0B-046', 'entries of the county', 'pengyuan', 'documents-entered', 5464],
    ['S0B-046', 'entries of the county that are reviewed', 'pengyuan', 'documents-reviewed', 5405],
    ['S0B-046', 'entries of the county that wait', 'pengyuan', 'documents-waiting', 59],
    ['S0B-014', 'applications of the county', 'pengyuan', 'applications-received', 2],
    ['S1-027', 'items that the town published', 'hexi', 'documents-released', 153],
    ['S1-029', 'categories of the town', 'hexi', 'categories', 8],
    ['S1-029', 'sub-categories of the town', 'hexi', 'sub-categories', 38],
    ['S1-030', 'lines of the town', 'hexi', 'lines', 38],
    ['S1-030', 'required lines of the town', 'hexi', 'lines-required', 24],
    ['S1-030', 'optional lines of the town', 'hexi', 'lines-optional', 14],
    ['S1-031', 'villages that renewed their files', 'hexi', 'villages-profiled', 35],
    ['S1-032', 'sections that renewed their files', 'hexi', 'sections-profiled', 12],
    ['S0A-006', 'departments of the city', 'pingchuan', 'departments', 35],
    ['S0A-006', 'departments that practise openness', 'pingchuan', 'departments-practising', 35],
    ['S3-021', 'items that the legal office published', 'legal-affairs', 'documents-released', 44],
  ])('%s: %s', async (_row, _what, unit, code, number) => {
    const figure = figureOf(code)
    if (figure === undefined) throw new Error(code)
    expect(await read(asked(unit), figure)).toEqual(same(number))
  })

  test('S1-033: the documents of the town are those under their own line', async () => {
    const line = (await listDuties(site.database.read)).find(({ code }) => code === 'town-documents')
    expect(await read(asked('hexi'), documentsOfLines([line?.id ?? 0]))).toEqual(same(42))
  })

  test('S3-021: the items of the portal are those of one column, and its lines add up to them', async () => {
    const lines = await linesUnder('legal-work')
    expect(await read(asked('pingchuan'), documentsOfLines(lines))).toEqual(same(44))
    const byLine = await Promise.all(lines.map((id) => read(asked('pingchuan'), documentsOfLines([id]))))
    expect(byLine.map(({ listed }) => listed)).toEqual([15, 9, 12, 8])
  })

  test('by line, the town stands in the order of its catalogue, each number as long as its list, and the whole comes to 153', async () => {
    const lines = await countByLine(site.database.read, asked('hexi'))
    expect(lines.filter(({ kind }) => kind === 'column').map(({ code }) => code)).toEqual([
      ...['catalogue', 'overview', 'documents', 'plans', 'money', 'services', 'livelihood', 'safety', 'openness'],
    ])
    expect(lines[0]?.count).toBe(153)
    for (const line of lines) expect(await listByLine(site.database.read, asked('hexi'), line, 0, 999), line.code).toHaveLength(line.count)
  })

  test('S0B-047: by its entries the county is the fourth of its peers', async () => {
    const figure = figureOf('documents-entered')
    if (figure === undefined) throw new Error('documents-entered')
    const { placed, unranked } = await readRanking(site.database.read, figure, asked('pengyuan'), 30)
    expect(placed.map(({ unitId, count, place }) => [units.find(({ id }) => id === unitId)?.code, count, place])).toEqual([
      ['qingyuan', 5530, 1],
      ['anhe', 5511, 2],
      ['ningze', 5498, 3],
      ['pengyuan', 5464, 4],
      ['linjiang', 980, 5],
      ['wangshan', 487, 6],
    ])
    expect(unranked).toEqual([])
  })

  test('the whole account of every unit that a source speaks of contradicts itself nowhere', async () => {
    for (const code of ['pingchuan', 'pengyuan', 'hexi', 'legal-affairs'])
      expect((await readAccount(site, asked(code))).contradictions, code).toEqual([])
  })
})

test('the page of what is counted names just the rows that are compared here', () => {
  const [counted = ''] = readFileSync(join(packageRoot, 'docs/coverage.md'), 'utf8').split('## Entered by hand')
  const rows = [...counted.matchAll(/^\| (S\w+-\d+) /gm)].map((match) => match[1])
  const compared = readFileSync(join(packageRoot, 'src/demo/proof/lay-proof.test.ts'), 'utf8').matchAll(/['"](S\d\w?-\d+)(?=[':])/g)
  expect(rows).toEqual([...new Set([...compared].map((match) => match[1]))].toSorted((one = '', other = '') => (one < other ? -1 : 1)))
})

describeWithDatabase('what is repeated in the proof', () => {
  test('has the rows that the acts gave its model, with other numbers and later days', async () => {
    await withClient(async (client) => {
      for (const title of ['彭源县政务信息', '彭源县待审核信息', '河西镇镇政府文件']) {
        const { rows } = await client.query<{ id: string }>(
          `select document_id as id from publishing.version where title in ($1, $1 || '（2）') order by document_id`,
          [title],
        )
        const [model, copy] = [await rowsOf(client, rows[0]?.id), await rowsOf(client, rows[1]?.id)]
        expect(copy, title).toEqual(model)
      }
    })
  })

  test('is vouched for by the record as it stands', async () => {
    await withClient(async (client) => {
      const { rows } = await client.query<{ id: string; salt: string; hash: string }>(
        `select distinct on (e.subject) split_part(e.subject, ':', 2) as id, t.salt, e.content_hash as hash
         from journal.entry e join journal.entry_text t on t.seq = e.seq where e.subject like 'publishing.document:%' order by e.subject, e.seq desc`,
      )
      expect(rows.length).toBe(5530 + 5511 + 5498 + 5464 + 980 + 487 + 44 + 34)
      for (const { id, salt, hash } of rows.filter((_, at) => at % 500 === 0)) {
        const content = canonical(await documentContent(site.database.read, Number(id)))
        expect(
          createHash('sha256')
            .update(salt + content)
            .digest('hex'),
          id,
        ).toBe(hash)
      }
    })
  })

  test('has index numbers without a gap', async () => {
    await withClient(async (client) => {
      const { rows } = await client.query<{ n: string; last: number; unit_id: string }>(
        `select d.unit_id, count(*) as n, max(substring(d.index_number from '\\d+$')::int) as last from publishing.document d group by 1`,
      )
      expect(rows.filter(({ n, last }) => Number(n) !== last)).toEqual([])
    })
  })
})

async function withClient(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(site.database) })
  await client.connect()
  await work(client).finally(() => client.end())
}

/** How many rows of a document each table holds, and which of their columns are filled. */
async function rowsOf(client: pg.Client, id: string | undefined): Promise<Record<string, unknown>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'publishing' and column_name = 'document_id' order by 1`,
  )
  const found: Record<string, unknown> = {}
  for (const { name, key } of [...tables.map((one) => ({ ...one, key: 'document_id' })), { name: 'document', key: 'id' }]) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(o) as row from publishing.${name} o where o.${key} = $1`,
      [id],
    )
    found[name] = rows.map(({ row }) => Object.entries(row).map(([column, value]) => `${column} ${value === null ? 'null' : typeof value}`))
  }
  return found
}
