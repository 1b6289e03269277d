import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { strange, strangeRows } from '../../../test/support/strange-tables.ts'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { saveCity } from '../city/queries.ts'
import { filesOf } from '../files/index.ts'
import { backupDatabase } from './backup-database.ts'
import { checkBackup } from './backup-file.ts'
import { asOwner, type Database } from './index.ts'

describeWithDatabase('The file of a backup', () => {
  let folder: string
  let file: string
  let source: Database

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-backup-'))
    file = join(folder, 'city.backup')
    source = await freshDatabase()
    await asOwner(source, (client) => client.query(`${strange}; ${strangeRows}`))
    await source.transaction((db) => saveCity(db, { nameZh: '明川市', nameEn: 'Mingchuan City', siteCode: '3307000001' }))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** The file with its text changed, but with a zip that fits. */
  const rewrite = async (change: (text: string) => string) => writeFile(file, gzipSync(change(gunzipSync(await readFile(file)).toString())))

  it('is refused when it ends too early, also at the end of a line', async () => {
    await backupDatabase(source, filesOf({ dataDir: folder }), file)
    const whole = await readFile(file)
    for (const length of [0, 5, 100, whole.length - 9, whole.length - 1]) {
      await writeFile(file, whole.subarray(0, length))
      await expect(checkBackup(file), `${length} bytes`).rejects.toThrow('cut-off')
    }
    await writeFile(file, whole)
    await rewrite((text) => text.replace(/.*\n$/, ''))
    await expect(checkBackup(file)).rejects.toThrow('cut-off')
  })

  it('is refused when somebody altered a row, left one out, or added something after the end', async () => {
    await backupDatabase(source, filesOf({ dataDir: folder }), file)
    const whole = await readFile(file)
    const alterations: ((text: string) => string)[] = [
      (text) => text.replace('明川市', '清川市'),
      (text) => text.replace(/^\[.*\n/m, ''),
      (text) => `${text}["1"]\n`,
    ]
    for (const alteration of alterations) {
      await writeFile(file, whole)
      await rewrite(alteration)
      await expect(checkBackup(file)).rejects.toThrow('altered')
    }
  })

  it('is told from any other file', async () => {
    for (const bytes of [Buffer.from('x'.repeat(100)), gzipSync('{"format":"another"}\n'), gzipSync('[]\n')]) {
      await writeFile(file, bytes)
      await expect(checkBackup(file)).rejects.toThrow('no-backup')
    }
  })
})
