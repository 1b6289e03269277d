import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../root.ts'
import { findKeys, keyedHash, memoryKeys, openKeys, seal, unseal, type SealHolder } from './index.ts'
import { makeRing, readRing, withNewKey, writeRing } from './keyring.ts'

const at = new Date('2026-06-15T02:00:00.000Z')
let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-keys-'))
  path = join(folder, 'keys', 'seal.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = (mayCreate = true) => openKeys(path, { mayCreate, now: () => at })
const modeOf = async (name: string): Promise<number> => (await stat(name)).mode & 0o777

describe('a key file', () => {
  it('is made at the first seal and not before, for its owner alone', async () => {
    const keys = open()
    expect(await readdir(folder)).toEqual([])
    const sealed = seal(keys, '王小明', 'a:1')
    expect(await readdir(join(folder, 'keys'))).toEqual(['seal.json'])
    expect([await modeOf(join(folder, 'keys')), await modeOf(path)]).toEqual([0o700, 0o600])
    expect(unseal(open(false), sealed, 'a:1')).toBe('王小明')
    const written = JSON.parse(await readFile(path, 'utf8')) as unknown
    expect(written).toMatchObject({ current: 1, keys: [{ number: 1, madeAt: '2026-06-15T02:00:00.000Z' }] })
  })

  it('is made by a keyed hash too, and its maker tells the operator once', () => {
    const said: string[] = []
    const keys = openKeys(path, { mayCreate: true, tell: (line) => said.push(line) })
    expect(keyedHash(keys, 'x', 'y')).toEqual(keyedHash(open(false), 'x', 'y'))
    expect(said).toEqual([`The key file ${path} was made. Keep a copy of it apart from the backups: without it sealed fields are lost.`])
  })

  it('is one file when many programs make it at the same moment', async () => {
    const here = (name: string): string => JSON.stringify(join(packageRoot, 'src/platform/seal', name))
    const program = `const { openKeys } = await import(${here('open-keys.ts')})
      const { keyedHash } = await import(${here('seal.ts')})
      process.stdin.once('data', () => {
        console.log(keyedHash(openKeys(${JSON.stringify(path)}, { mayCreate: true }), 'x', 'y').toString('hex'))
        process.exit()
      })
      console.log('waits')`
    const args = ['--import', join(packageRoot, 'test/support/typescript.mjs'), '--input-type=module', '-e', program]
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] }))
    const lines = children.map((child) => createInterface({ input: child.stdout })[Symbol.asyncIterator]())
    for (const line of lines) expect((await line.next()).value).toBe('waits')
    for (const child of children) child.stdin.write('now')
    const hashes = await Promise.all(lines.map(async (line) => (await line.next()).value as string))
    for (const child of children) if (child.exitCode === null) await once(child, 'close')
    expect(new Set(hashes)).toEqual(new Set([keyedHash(open(false), 'x', 'y').toString('hex')]))
    expect(await readdir(join(folder, 'keys'))).toEqual(['seal.json'])
  })

  it('comes back as it was written, and not at all when a sign of it was changed', () => {
    const ring = withNewKey(makeRing(at), new Date('2027-06-15T02:00:00.000Z'))
    const text = writeRing(ring)
    const back = readRing(text)!
    expect(writeRing(back)).toBe(text)
    expect(back).toMatchObject({ current: 2, keys: [{ number: 1, retiredAt: new Date('2027-06-15T02:00:00.000Z') }, { number: 2 }] })
    for (let place = 0; place < text.length - 1; place++) {
      const sign = text[place]!
      const changed = `${text.slice(0, place)}${sign === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`
      if (/\S/.test(sign)) expect(readRing(changed), `sign ${place}`).toBeUndefined()
    }
  })

  it('is no whole one without its current key, with a number twice, or with a short key', () => {
    const ring = makeRing(at)
    const [first] = ring.keys
    expect(readRing(writeRing({ ...ring, current: 2 }))).toBeUndefined()
    expect(readRing(writeRing({ ...ring, keys: [first!, first!] }))).toBeUndefined()
    expect(readRing(writeRing({ ...ring, keys: [{ ...first!, number: 2 ** 32 }], current: 2 ** 32 }))).toBeUndefined()
    for (const text of ['', '{}', '[]', 'null', '{"format":"gongkai-seal-keys"}']) expect(readRing(text)).toBeUndefined()
  })
})

describe('keys that are not there', () => {
  it('are never made anew where something is sealed: the message says what to do', () => {
    expect(() => seal(open(false), 'x', 'a:1')).toThrow(/is not there.+Restore the key file from its copy, or set SEAL_KEYS/)
  })

  it('are not made by somebody who only opens', async () => {
    expect(() => unseal(open(), seal(memoryKeys(), 'x', 'a:1'), 'a:1')).toThrow(/is not there/)
    expect(await readdir(folder)).toEqual([])
  })

  it('because the file was taken away while the program runs: what is sealed still opens, nothing is sealed until it is back', async () => {
    const keys = open()
    const sealed = seal(keys, 'x', 'a:1')
    const text = await readFile(path, 'utf8')
    await rm(path)
    expect(unseal(keys, sealed, 'a:1')).toBe('x')
    expect(() => seal(keys, 'y', 'a:2')).toThrow(/is not there/)
    await writeFile(path, text)
    expect(unseal(open(false), seal(keys, 'y', 'a:2'), 'a:2')).toBe('y')
  })

  it('because the file is damaged or is a folder are not replaced', async () => {
    seal(open(), 'x', 'a:1')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.slice(0, -20))
    expect(() => seal(open(), 'x', 'a:1')).toThrow(/is damaged, or it is no key file\. Restore the key file/)
    expect(await readFile(path, 'utf8')).toBe(text.slice(0, -20))
    expect(() => seal(openKeys(folder, { mayCreate: true }), 'x', 'a:1')).toThrow(/cannot be read \(EISDIR\)/)
    expect(() => seal(openKeys(join(path, 'x'), { mayCreate: true }), 'x', 'a:1')).toThrow(/cannot be (read|written) \(E(NOTDIR|EXIST)\)/)
  })

  it('because the file cannot be read are not replaced', async () => {
    seal(open(), 'x', 'a:1')
    await rm(path)
    await mkdir(path) // what nobody can read as a file, root neither
    expect(() => seal(open(), 'x', 'a:1')).toThrow(/cannot be read \(EISDIR\)\. Give it to the user who runs Gongkai/)
    expect(await readdir(path)).toEqual([])
  })
})

describe('keys that another program changes', () => {
  it('are seen at the next use', () => {
    const [running, command] = [open(), open()]
    const first = seal(running, 'x', 'a:1')
    command.change(command.ring('open'), withNewKey(command.ring('open'), at))
    const second = seal(running, 'y', 'a:2')
    expect([first.readUInt32BE(2), second.readUInt32BE(2)]).toEqual([1, 2])
    expect([unseal(running, first, 'a:1'), unseal(command, second, 'a:2')]).toEqual(['x', 'y'])
  })

  it('are not overwritten by somebody who read them before', async () => {
    const [one, two] = [open(), open()]
    seal(one, 'x', 'a:1')
    const stale = two.ring('open')
    one.change(one.ring('open'), withNewKey(one.ring('open'), at))
    const text = await readFile(path, 'utf8')
    expect(() => two.change(stale, withNewKey(stale, at))).toThrow(/was changed by another program meanwhile/)
    expect(await readFile(path, 'utf8')).toBe(text)
    expect([await modeOf(path), (await readdir(join(folder, 'keys'))).length]).toEqual([0o600, 1])
  })
})

describe('a site that is put together', () => {
  const holding = (...sealed: Buffer[]): SealHolder => ({
    name: 'try.sealed',
    list: async (after, limit) =>
      sealed.map((one, index) => ({ id: String(index), sealed: one })).slice(after === undefined ? 0 : Number(after) + 1, limit),
    save: async () => true,
    about: (id) => `a:${id}`,
  })

  it('may make keys where nothing is sealed', async () => {
    const keys = await findKeys(path, [holding(), holding()], () => undefined)
    expect(unseal(keys, seal(keys, 'x', 'a:1'), 'a:1')).toBe('x')
  })

  it('starts without its keys, says so in the log, and makes no new ones where something is sealed', async () => {
    const lines: Record<string, unknown>[] = []
    const keys = await findKeys(path, [holding(), holding(seal(memoryKeys(), 'x', 'a:0'))], (line) => lines.push(line))
    expect(lines).toEqual([{ level: 'error', fault: expect.stringMatching(/is not there.+Restore the key file/) }])
    expect(() => seal(keys, 'x', 'a:1')).toThrow(/Restore the key file/)
    expect(await readdir(folder)).toEqual([])
  })
})
