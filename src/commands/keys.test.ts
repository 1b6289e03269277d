import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressOf, describeWithDatabase } from '../../test/support/database.ts'
import { givenSealed } from '../../test/support/sealed.ts'
import { freshSite, type TestSite } from '../../test/support/site.ts'
import { readConfig } from '../config.ts'
import { saveCity } from '../platform/city/queries.ts'
import { openKeys, seal, unseal, type SealHolder } from '../platform/seal/index.ts'
import { backupCommand } from './backup.ts'
import { keysCommand, runKeys } from './keys.ts'

describe('gongkai keys', () => {
  it('says how it is called, before it reads the settings', async () => {
    const settings = (): never => {
      throw new Error('the settings were read')
    }
    for (const args of [[], ['turn'], ['show', 'all'], ['show', '--lang', 'fr'], ['rotate', '--force']]) {
      expect(await keysCommand.run(args, settings)).toEqual({ exit: 2, out: 'gongkai keys show|rotate [--json] [--lang en|zh]' })
    }
  })
})

describeWithDatabase('gongkai keys, on a site', () => {
  let folder: string
  let file: string
  let site: TestSite

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-keys-'))
    file = join(folder, 'keys', 'seal.json')
    site = await freshSite()
    site.config = { ...site.config, dataDir: folder, sealKeys: file }
    site.keys = openKeys(file, { mayCreate: true, now: () => new Date('2026-06-15T02:00:00Z') })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const run = (act: 'show' | 'rotate', holders: SealHolder[], json = false, lang: 'en' | 'zh' = 'en') =>
    runKeys(site, { act, json, lang }, holders)
  /** Every key in the key file, in each form in which it could stand somewhere. */
  const secrets = async (): Promise<string[]> => {
    const written = JSON.parse(await readFile(file, 'utf8')) as { keys: { key: string }[]; hashKey: string }
    return [written.hashKey, ...written.keys.map(({ key }) => key)].flatMap((key) => [key, Buffer.from(key, 'base64').toString('hex')])
  }

  it('have nothing to show where nothing is sealed, and make no file by looking', async () => {
    const config = () => readConfig({ DATABASE_URL: addressOf(site.database), DATA_DIR: folder })
    for (const act of ['show', 'rotate']) {
      const out = `Nothing is sealed yet, and there is no key file. It is made with the first sealed field: ${file}`
      expect(await keysCommand.run([act], config)).toEqual({ exit: 0, out })
    }
    expect((await run('show', [], true)).out).toBe(JSON.stringify({ file, keys: [] }))
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })

  it('show numbers, days and counts, change the key, and never show one', async () => {
    const { holder, all } = await givenSealed(site.database, site.keys, 3)
    const before = await secrets()
    const shown = await run('show', [holder])
    expect(shown).toEqual({ exit: 0, out: `Key file: ${file}\nKey 1, made on 2026-06-15, in use: it seals 3 values.` })
    const turned = await run('rotate', [holder])
    expect(turned.exit).toBe(0)
    expect(turned.out).toMatch(
      /^Key 2 was made and is in use now\. 3 values were put under it\.\nKey 1 is not used any more\. Run the command again after \S+Z.+\nMake a new copy of .+keys\/seal\.json now/,
    )
    expect((await all()).map(({ id, sealed }) => unseal(site.keys, sealed, holder.about(id)))).toContainEqual({ name: '王小明3' })
    const again = await run('rotate', [holder], true)
    expect(JSON.parse(again.out)).toMatchObject({ current: 2, isNew: false, rewrapped: 0, waiting: [{ number: 1, values: 0 }] })
    expect((await run('show', [holder], false, 'zh')).out).toMatch(/密钥1，生成于2026-06-15，已于20\S+停用，仍加密0项内容。\n密钥2/)
    const json = await run('show', [holder], true)
    expect(JSON.parse(json.out)).toMatchObject({
      file,
      current: 2,
      keys: [
        { number: 1, values: 0 },
        { number: 2, values: 3 },
      ],
      missing: [],
    })
    for (const secret of [...before, ...(await secrets())]) {
      for (const { out } of [shown, turned, again, json]) expect(out).not.toContain(secret)
    }
  })

  it('drop an old key once its grace is over', async () => {
    const { holder } = await givenSealed(site.database, site.keys, 1)
    await run('rotate', [holder])
    const ring = site.keys.ring('open')
    const long = new Date('2026-06-15T04:00:00Z')
    site.keys.change(ring, { ...ring, keys: ring.keys.map((one) => (one.retiredAt ? { ...one, retiredAt: long } : one)) })
    const { out } = await run('rotate', [holder])
    expect(out).toMatch(/^Key 3 was made.+\nKey 1 is gone; nothing used it any more/)
    expect(await secrets()).toHaveLength(6)
  })

  it('end with 1 and name what does not open: a key that is missing, a value that is none', async () => {
    const { holder } = await givenSealed(site.database, site.keys, 2)
    site.keys = openKeys(join(folder, 'other.json'), { mayCreate: true })
    seal(site.keys, 'x', 'y')
    await holder.save('2', (await holder.list('1', 1))[0]!.sealed, Buffer.from('noise'))
    const turned = await run('rotate', [holder])
    expect(turned.exit).toBe(1)
    expect(turned.out).toContain('try.sealed.person, row 1: the value does not open with the keys that are there. It was left as it is.')
    const ring = site.keys.ring('open')
    site.keys.change(ring, { ...ring, keys: ring.keys.filter((one) => one.number !== 1) })
    const shown = await run('show', [holder])
    expect(shown.exit).toBe(1)
    expect(shown.out).toContain('Key 1 is not in the key file, and it seals 1 value: restore the key file that holds it.')
    expect(shown.out).toContain('1 value cannot be read as sealed values')
  })

  it('say what to do where the key file is missing', async () => {
    const { holder } = await givenSealed(site.database, site.keys, 1)
    await rm(file)
    site.keys = openKeys(file, { mayCreate: false })
    for (const act of ['show', 'rotate'] as const) await expect(run(act, [holder])).rejects.toThrow(/is not there.+Restore the key file/)
  })

  it('are in no backup: it holds the sealed values, neither a key nor a name', async () => {
    await site.database.transaction((db) => saveCity(db, site.city))
    const { all } = await givenSealed(site.database, site.keys, 2)
    const backup = join(folder, 'city.backup')
    const config = () => readConfig({ DATABASE_URL: addressOf(site.database), DATA_DIR: folder })
    expect(await backupCommand.run([backup], config)).toMatchObject({ exit: 0 })
    const text = gunzipSync(await readFile(backup)).toString()
    expect(text).toContain((await all())[1]!.sealed.toString('hex'))
    for (const secret of [...(await secrets()), '王小明', 'gongkai-seal-keys', file]) expect(text).not.toContain(secret)
  })
})
