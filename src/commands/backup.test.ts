import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, describeWithDatabase, freshDatabase } from '../../test/support/database.ts'
import { givenCast, givenContent, must } from '../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../test/support/site.ts'
import { readConfig } from '../config.ts'
import { attachFile, createDocument } from '../features/publishing/index.ts'
import { readDocument } from '../features/publishing/read-document.ts'
import { saveCity } from '../platform/city/queries.ts'
import { asOwner, type Database } from '../platform/database/index.ts'
import { filesOf } from '../platform/files/index.ts'
import { backupCommand } from './backup.ts'
import { restoreCommand } from './restore.ts'

describeWithDatabase('gongkai backup and gongkai restore', () => {
  let site: TestSite
  let folder: string
  let file: string
  let documentId: number

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-backup-'))
    file = join(folder, 'city.backup')
    site = await freshSite()
    site.config = { ...site.config, dataDir: join(folder, 'from') }
    await site.database.transaction((db) => saveCity(db, site.city))
    const unit = await givenUnit(site, { code: 'mc' })
    const { writer } = await givenCast(site, unit)
    documentId = must(await createDocument(site, writer, { unitId: unit.id, content: givenContent() })).id
    must(await attachFile(site, writer, documentId, { name: '收费表.csv', mediaType: 'text/csv', bytes: Buffer.from('项目,金额') }))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const configOf = (database: Database, dataDir: string) => () => readConfig({ DATABASE_URL: addressOf(database), DATA_DIR: dataDir })
  const backup = (args: string[]) => backupCommand.run(args, configOf(site.database, site.config.dataDir))

  test('carry a city with its files to another database, where the record is verified', async () => {
    const written = await backup([file, '--json'])
    expect(written.exit).toBe(0)
    expect(JSON.parse(written.out)).toMatchObject({ file, files: 1, damagedFiles: [], sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const target = await freshDatabase()
    const to = join(folder, 'to')
    const end = await restoreCommand.run([file], configOf(target, to))
    expect(end.out).toMatch(/ rows of \d+ tables and 1 file restored from .+city\.backup, made at 20.+Z by Gongkai \d/)
    expect(end.out.split('\n').at(-1)).toMatch(/^\d+ entries and \d+ rows checked: nothing found\.$/)
    expect(end.exit).toBe(0)
    const document = await readDocument(target.read, documentId)
    expect((await filesOf({ dataDir: to }).read(document?.files[0]?.sha256 ?? '')).toString()).toBe('项目,金额')
  })

  test('say what the verification finds in a city whose record was altered before the backup', async () => {
    await asOwner(site.database, (client) => client.query(`update organisations.unit set name_en = 'Forged'`))
    const forged = join(folder, 'forged.backup')
    await backup([forged])
    const end = await restoreCommand.run([forged, '--json'], configOf(await freshDatabase(), join(folder, 'forged')))
    expect(end.exit).toBe(1)
    expect(JSON.parse(end.out)).toMatchObject({ file: forged, verified: { findings: [{ kind: 'row-changed' }] } })
  })

  test('refuse in one line: a name that is taken, a folder that is not there, a database without a city or with one', async () => {
    const taken = join(folder, 'taken')
    await writeFile(taken, 'kept')
    expect(await backup([taken])).toEqual({ exit: 1, out: `${taken} is there already: name a new file.` })
    expect(await readFile(taken, 'utf8')).toBe('kept')
    const nowhere = join(folder, 'nowhere', 'x')
    expect(await backup([nowhere])).toEqual({ exit: 1, out: `${nowhere} cannot be written (ENOENT).` })
    const empty = await backupCommand.run([nowhere, '--json'], configOf(await freshDatabase(), folder))
    expect([empty.exit, JSON.parse(empty.out).refused]).toEqual([1, ['nothing-there']])
    const nothing = await backupCommand.run([nowhere, '--lang', 'zh'], () => readConfig({ DATA_DIR: join(folder, 'wrong') }))
    expect(nothing).toEqual({ exit: 1, out: `${join(folder, 'wrong')} 中没有数据库，请检查 DATA_DIR 或 DATABASE_URL。` })
    const filled = join(folder, 'filled.backup')
    await backup([filled])
    const into = await restoreCommand.run([filled], configOf(site.database, folder))
    expect(into).toMatchObject({ exit: 1, out: expect.stringContaining('There is a city or a record in this database already') })
    expect((await readdir(folder)).filter((name) => name.endsWith('.part') || name === 'wrong')).toEqual([])
  })

  test('refuse a file that is not there or not whole, before any database is opened', async () => {
    const config = () => readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' })
    const nowhere = join(folder, 'nowhere')
    expect(await restoreCommand.run([nowhere], config)).toMatchObject({
      exit: 1,
      out: `${nowhere} cannot be read, or its files cannot be written (ENOENT).`,
    })
    await writeFile(nowhere, 'x'.repeat(100))
    const other = `${nowhere} is not a backup that this Gongkai knows. Nothing was changed.`
    expect(await restoreCommand.run([nowhere], config)).toEqual({ exit: 1, out: other })
  })
})

test.each([[[]], [['one', 'two']], [['one', '--force']], [['one', '--lang', 'fr']]])(
  'called wrongly (%j) they say what to write',
  async (args) => {
    const config = () => readConfig({})
    expect(await backupCommand.run(args, config)).toEqual({ exit: 2, out: 'gongkai backup <file> [--json] [--lang en|zh]' })
    expect(await restoreCommand.run(args, config)).toEqual({ exit: 2, out: 'gongkai restore <file> [--json] [--lang en|zh]' })
  },
)
