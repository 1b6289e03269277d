// Import of a catalogue of 5,000 lines from a workbook: reading, and the whole act, against bare inserts of the same rows.
import { join } from 'node:path'
import { judge, table, timed, title } from './measure.mjs'
import { demoFolder, root, startDemo } from './program.mjs'

const lines = Number(process.env['LINES'] ?? 5000)
const target = 10
const unit = 'emergency'

title(`Import of a catalogue of ${lines} lines`)
const program = await startDemo()
const at = (path) => import(join(root, 'dist/src', path))
const [{ readConfig }, { openDatabase }, { composeSite }] = [
  await at('config.js'),
  await at('platform/database/index.js'),
  await at('compose-site.js'),
]
const [{ readCatalogueFile }, { findUnitByCode }] = [await at('features/catalogue/index.js'), await at('features/organisations/index.js')]
const [{ readSheet }, { writeSheet }] = [await at('platform/sheets/read-sheet.js'), await at('platform/sheets/write-sheet.js')]
const { insertDuties, insertOwing } = await at('features/catalogue/sheets/queries.js')
const { listCategories } = await at('features/catalogue/queries.js')
const settings = process.env['DATABASE_URL'] ? {} : { DATA_DIR: demoFolder }
const config = readConfig({ ...process.env, ...settings })
const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, asGuest: true })
const run = Date.now().toString(36)
try {
  const site = await composeSite(config, database, () => undefined)
  const owner = await findUnitByCode(database.read, unit)
  const bytes = await writeSheet('catalogue', sheet(), 'xlsx')
  const read = await timed(() => readSheet(bytes))
  const taken = await timed(() => readCatalogueFile(site, 'system', owner, bytes))
  if (!taken.value.ok) throw new Error(JSON.stringify(taken.value.refusals.slice(0, 3)))
  const again = await timed(() => readCatalogueFile(site, 'system', owner, bytes))
  const bare = await timed(() => insertBare(owner.id))
  const row = (name, { seconds }) => [name, seconds.toFixed(2), (seconds / bare.seconds).toFixed(2)]
  table(
    ['', 'seconds', 'x bare inserts'],
    [
      row('bare inserts of the same rows', bare),
      row('reading the workbook', read),
      row('the whole import', taken),
      row('the same sheet again: nothing changes', again),
    ],
  )
  console.log(
    `${taken.value.value.added.length} new, then ${again.value.value.same} as they were; ${Math.round(bytes.length / 1024)} KB.\n`,
  )
  judge('the whole import', taken.seconds, target, ' s')
} finally {
  await database.close()
  await program.stop()
}

function sheet() {
  const head = ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开渠道和载体', '公开层级']
  const row = (n) => [
    String(n),
    `导入${run}`,
    `事项${n}`,
    '标题、正文、附件',
    '国办发〔2019〕54号',
    '20个工作日内',
    '■政府网站 ■政府公报',
    '市级',
  ]
  return [head, ...Array.from({ length: lines }, (_, at) => row(at + 1))].map((cells) => cells.map((text) => ({ text })))
}

async function insertBare(unitId) {
  await database.transaction(async (db) => {
    const [category] = await listCategories(db)
    const duty = (n) => ({
      ...{ code: `bare-${run}-${n}`, titleZh: `事项${n}`, titleEn: `事项${n}`, elementsZh: '标题、正文、附件', elementsEn: '' },
      ...{ basisZh: '国办发〔2019〕54号', basisEn: '', guidanceZh: '', guidanceEn: '', genre: '', subject: '' },
      ...{ rule: { kind: 'within', days: 20, count: 'working', anchor: 'formation' }, channels: ['portal', 'gazette'] },
      ...{ audience: 'society', mode: 'proactive', levels: ['city'], isRequired: true, sinceOn: '2026-01-01', categoryId: category.id },
    })
    const ids = await insertDuties(
      db,
      Array.from({ length: lines }, (_, at) => duty(at + 1)),
    )
    await insertOwing(
      db,
      [...ids.values()].map((dutyId) => ({ dutyId, unitId, sinceOn: '2026-01-01' })),
    )
  })
}
