import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { runExport } from '../../commands/export.ts'
import { runVerify } from '../../commands/verify.ts'
import { canonical } from '../../kernel/canonical.ts'
import { asOwner, using, type Database, type Db } from '../database/index.ts'
import { packageRoot } from '../root.ts'
import { eraseWords, record, type Loaders } from './index.ts'

interface Tables {
  'try.thing': { id: number; title: string }
}

const hasPython = await new Promise<boolean>((resolve) => execFile('python3', ['--version'], (error) => resolve(error === null)))
const python = (...args: string[]) =>
  new Promise<{ exit: number; out: string }>((resolve) =>
    execFile('python3', args, { env: { ...process.env, PYTHONIOENCODING: 'utf-8' } }, (error, out, err) =>
      resolve({ exit: error ? Number(error.code) : 0, out: out + err }),
    ),
  )
const verifier = join(packageRoot, 'docs/verify.py')

// Each act is written at a time of its own; the titles hold what is hard to write canonically.
const titles = ['政务公开 "A"', 'b\u2028\n😀', 'c\u007f\\', 'd', 'e']
const loaders: Loaders = {
  'try.thing': async function* (db: Db) {
    for (const row of await using<Tables>(db).selectFrom('try.thing').selectAll().orderBy('id').execute()) {
      yield { subject: `try.thing:${row.id}`, content: contentOf(row.id, row.title) }
    }
  },
}
const contentOf = (id: number, title: string) => ({ id, title, rate: id / 3, size: 1e21 * id, until: null, tags: [title, true] })

describeWithDatabase('A verification of the record, by the program and by the script that shares no code with it', () => {
  let database: Database
  let folder: string

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-export-'))
    database = await freshDatabase()
    await asOwner(database, (client) =>
      client.query(
        'create schema try; create table try.thing (id bigint primary key, title text); grant usage on schema try to public; grant all on try.thing to public',
      ),
    )
    for (const [index, title] of titles.entries()) await add(index + 1, title)
    await database.transaction(async (db) => {
      await using<Tables>(db).updateTable('try.thing').set({ title: 'A' }).where('id', '=', 1).execute()
      await recordIn(db, 'try.thing:1', { act: 'try.change', content: contentOf(1, 'A') })
    })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const add = (id: number, title: string) =>
    database.transaction(async (db) => {
      await using<Tables>(db).insertInto('try.thing').values({ id, title }).execute()
      return recordIn(db, `try.thing:${id}`, { act: 'try.add', content: contentOf(id, title) })
    })
  const recordIn = (db: Db, subject: string, more: { act: string; content: unknown }) =>
    record(db, {
      at: new Date(Date.UTC(2025, 9, 31, 8, minute++)),
      actor: 'person:1',
      subject,
      reason: '理由',
      details: { no: '1' },
      ...more,
    })
  let minute = 0

  /** Past every guard, as somebody with the keys of the database could. */
  const tamper = (statement: string) => asOwner(database, (client) => client.query(`set session_replication_role = replica; ${statement}`))
  const kindsFound = async (): Promise<string[]> => {
    const { exit, out } = await runVerify(['--json'], database, loaders)
    const { findings } = JSON.parse(out) as { findings: { kind: string }[] }
    expect(exit).toBe(findings.length > 0 ? 1 : 0)
    return [...new Set(findings.map((finding) => finding.kind))].sort()
  }
  const pythonFinds = async (): Promise<{ exit: number; out: string }> => {
    const exported = await runExport([join(folder, 'record')], database, loaders)
    expect(exported.exit).toBe(0)
    return python(verifier, join(folder, 'record'))
  }

  it('finds nothing in a record that nobody touched', async () => {
    expect(await runVerify([], database, loaders)).toEqual({ exit: 0, out: '6 entries and 5 rows checked: nothing found.' })
    expect((await runVerify(['--lang', 'zh'], database, loaders)).out).toBe('已核验6条记录、5项数据，未发现问题。')
    if (hasPython) expect(await pythonFinds()).toEqual({ exit: 0, out: '6 entries and 5 rows checked: 0 findings\n' })
  })

  const swap = `update journal.entry set seq = seq + 100 where seq in (2, 3); update journal.entry set seq = 105 - seq where seq > 100`
  it.each<[string, string, string[]]>([
    ['an entry altered: its actor', `update journal.entry set actor = 'person:2' where seq = 3`, ['hash']],
    ['an entry altered: its act', `update journal.entry set act = 'try.other' where seq = 3`, ['hash']],
    ['an entry altered: its unit', `update journal.entry set unit_id = 5 where seq = 3`, ['hash']],
    ['an entry altered, with a hash of its own', `update journal.entry set hash = repeat('a', 64) where seq = 3`, ['chain', 'hash']],
    ['an entry removed from the middle', `delete from journal.entry where seq = 3`, ['chain', 'row-unrecorded', 'sequence']],
    [
      'an entry removed and the rest numbered anew',
      `delete from journal.entry where seq = 3; update journal.entry set seq = seq - 1 where seq > 3`,
      ['chain', 'hash', 'head', 'row-changed', 'row-unrecorded', 'words-changed'],
    ],
    ['the last entry removed', `delete from journal.entry where seq = 6`, ['head', 'row-changed']],
    [
      'the last two entries removed and the end moved',
      `delete from journal.entry where seq > 4; update journal.head set (seq, at, hash) = (select seq, at, hash from journal.entry where seq = 4)`,
      ['row-changed', 'row-unrecorded'],
    ],
    [
      'an entry put in at the end',
      `insert into journal.entry select 7, at, actor, act, 'try.thing:77', unit_id, content_hash, words_hash, hash, repeat('b', 64) from journal.entry where seq = 6`,
      ['hash', 'head', 'row-missing', 'words-missing'],
    ],
    ['two entries in the other order', swap, ['chain', 'hash', 'row-changed', 'time', 'words-changed']],
    ['an entry dated earlier', `update journal.entry set at = '2025-01-01T00:00:00.000Z' where seq = 3`, ['hash', 'time']],
    ['an entry dated later', `update journal.entry set at = '2025-12-31T00:00:00.000Z' where seq = 3`, ['hash', 'time']],
    ['an entry dated a second later', `update journal.entry set at = replace(at, ':00.000Z', ':01.000Z') where seq = 3`, ['hash']],
    ['a reason altered', `update journal.entry_text set reason = '别的' where seq = 3`, ['words-changed']],
    ['a detail altered', `update journal.entry_text set details = '{"no":"2"}' where seq = 3`, ['words-changed']],
    ['words removed', `delete from journal.entry_text where seq = 3`, ['words-missing']],
    ['the end of the record gone', `delete from journal.head`, ['head']],
    ['every entry gone', `delete from journal.entry; delete from journal.entry_text`, ['head', 'row-unrecorded']],
    ['a row altered', `update try.thing set title = 'x' where id = 2`, ['row-changed']],
    ['a row removed', `delete from try.thing where id = 2`, ['row-missing']],
    ['a row put in', `insert into try.thing values (9, 'x')`, ['row-unrecorded']],
  ])('finds %s', async (_, statement, kinds) => {
    await tamper(statement)
    expect(await kindsFound()).toEqual(kinds)
    if (hasPython) expect(await pythonFinds()).toMatchObject({ exit: 1, out: expect.stringMatching(/[1-9]\d* findings\n$/) as string })
  })

  it('accepts a row that was taken away by an act that says so', async () => {
    await database.transaction(async (db) => {
      await using<Tables>(db).deleteFrom('try.thing').where('id', '=', 2).execute()
      await recordIn(db, 'try.thing:2', { act: 'try.removed', content: null })
    })
    expect(await kindsFound()).toEqual([])
    if (hasPython) expect(await pythonFinds()).toMatchObject({ exit: 0 })
  })

  it('accepts words that were erased by law, and still proves the chain', async () => {
    await database.transaction(async (db) => {
      await using<Tables>(db).deleteFrom('try.thing').where('id', '=', 1).execute()
      expect(await eraseWords(db, 'try.thing:1')).toBe(2)
      await recordIn(db, 'try.thing:1', { act: 'try.erased', content: null })
    })
    expect(await kindsFound()).toEqual([])
    if (hasPython) expect(await pythonFinds()).toMatchObject({ exit: 0 })
  })

  it('says in words, with the entry and the subject, what it found, and what it could not compare', async () => {
    await tamper(`update journal.entry set actor = 'person:2' where seq = 3; insert into try.thing values (9, 'x')`)
    await database.transaction((db) => recordIn(db, 'try.other:1', { act: 'try.note', content: {} }))
    expect((await runVerify([], database, loaders)).out.split('\n')).toEqual([
      'Entry 3, try.thing:3: It was altered: its hash does not fit what it says.',
      'Row try.thing:9: The row exists, and no entry tells of it.',
      'Not compared with their rows: try.other',
      '7 entries and 6 rows checked: 2 findings.',
    ])
  })

  it('exports only into a new folder, and says how it is called', async () => {
    expect((await runExport([folder], database, loaders)).exit).toBe(0)
    expect(await runExport([folder], database, loaders)).toEqual({ exit: 1, out: `The folder ${folder} is not empty: name a new one.` })
    expect(await runExport([join(folder, 'head.json')], database, loaders)).toMatchObject({ exit: 1 })
    expect(await runExport([], database, loaders)).toMatchObject({ exit: 2 })
    expect(await runVerify(['--no'], database, loaders)).toMatchObject({ exit: 2 })
  })
})

it.runIf(hasPython)('writes every value as the script that shares no code with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-canonical-'))
  const numbers = fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), { numRuns: 3000, seed: 1 })
  const edges = [
    0, -0, 1e21, 1e20, 123456789012345680000, 1e-6, 1e-7, 1.5e-9, 5e-324, 1.7976931348623157e308, 9007199254740992, 0.1, -12.5, 100,
  ]
  const values = fc.sample(fc.jsonValue({ stringUnit: 'grapheme' }), { numRuns: 500, seed: 1 })
  const all = [...edges, ...numbers, ...values]
  writeFileSync(join(folder, 'in'), all.map((value) => JSON.stringify(value)).join('\n'))
  const script = `import sys, json; sys.path.insert(0, sys.argv[1]); import verify
for line in open(sys.argv[2], encoding='utf-8', newline='\\n'): print(verify.canonical(json.loads(line, parse_int=float)))`
  const { out } = await python('-B', '-c', script, join(packageRoot, 'docs'), join(folder, 'in'))
  rmSync(folder, { recursive: true })
  expect(out.split('\n').slice(0, -1)).toEqual(all.map((value) => canonical(value)))
})
