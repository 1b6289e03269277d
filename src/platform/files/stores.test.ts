import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DamagedFile, filesOf, type FileStore } from './index.ts'

describe('files', () => {
  let folder: string
  let server: S3rver
  let stores: Record<'disk' | 's3', FileStore>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-stores-'))
    const bucket = join(folder, 'buckets')
    server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: bucket,
      configureBuckets: [{ name: 'city', configs: [] }],
    })
    const { port } = await server.run()
    const filesUrl = `s3://S3RVER:S3RVER@127.0.0.1:${port}/city?region=us-east-1&tls=no`
    stores = { disk: filesOf({ dataDir: folder }), s3: filesOf({ filesUrl, dataDir: folder }) }
  })
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(['disk', 's3'] as const)(
    'kept on %s are given back byte for byte under their fingerprint, and the same bytes are kept once',
    async (kind) => {
      const store = stores[kind]
      const bytes = Buffer.from('收费标准')
      const name = await store.keep(bytes)
      expect(await store.keep(bytes)).toBe(name)
      expect((await store.read(name)).equals(bytes)).toBe(true)
      const empty = await store.keep(Buffer.from(''))
      expect(await store.read(empty)).toHaveLength(0)
      expect(await store.list()).toEqual([name, empty].sort())
    },
  )

  it.each(['disk', 's3'] as const)('that are gone from %s, or called by what is no name, are damaged, not a crash', async (kind) => {
    await expect(stores[kind].read('0'.repeat(64))).rejects.toThrow(DamagedFile)
    await expect(stores[kind].read('../../etc/passwd')).rejects.toThrow(DamagedFile)
  })

  it.each(['disk', 's3'] as const)('removed from %s are gone, and may be removed again', async (kind) => {
    const store = stores[kind]
    const [kept, gone] = [await store.keep(Buffer.from('bleibt')), await store.keep(Buffer.from('geht'))]
    for (let times = 0; times < 2; times++) await store.remove(gone)
    await expect(store.read(gone)).rejects.toThrow(DamagedFile)
    expect(await store.list()).toContain(kept)
    expect(await store.list()).not.toContain(gone)
    await expect(store.remove('../../etc/passwd')).rejects.toThrow(DamagedFile)
  })

  it('whose bytes were changed behind the program’s back are not given', async () => {
    const name = await stores.disk.keep(Buffer.from('wahr'))
    await writeFile(join(folder, 'files', name.slice(0, 2), name), 'falsch')
    await expect(stores.disk.read(name)).rejects.toThrow(DamagedFile)
  })

  it('leave nothing half-written under a name', async () => {
    const name = await stores.disk.keep(Buffer.from('ganz'))
    expect(await readdir(join(folder, 'files', name.slice(0, 2)))).toContain(name)
    expect((await readdir(join(folder, 'files', name.slice(0, 2)))).filter((one) => one.startsWith('.'))).toEqual([])
  })
})
