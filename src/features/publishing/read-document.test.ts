import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachAndRead } from '../../../test/support/attach.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenContent, must } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { asOwner } from '../../platform/database/index.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { answerFinding } from './answer-finding.ts'
import { createDocument } from './create-document.ts'
import { examine } from './examine-document.ts'
import { recordedDocuments } from './index.ts'
import { moveDocument } from './move-document.ts'
import { documentSubject, readDocument } from './read-document.ts'

const later = new Date('2026-12-31T00:00:00.000Z')
const alterations: [table: string, column: string, value: unknown][] = [
  ['public_change', 'reason', '另有原因'],
  ['public_change', 'at', later],
  ['public_change', 'kind', 'corrected'],
  ['secrecy_review', 'basis', '没有依据'],
  ['secrecy_review', 'conclusion', 'refer-up'],
  ['secrecy_review', 'at', later],
  ['remark', 'words', '没有意见'],
  ['remark', 'passage', '另一段'],
  ['answer', 'words', '另一种说明'],
  ['answer', 'at', later],
  ['file', 'name', '别的名称.txt'],
  ['file', 'is_public', false],
  ['file', 'removed_at', later],
  ['step', 'post', 'office'],
  ['step', 'remark', '另一句话'],
  ['step', 'at', later],
]

describeWithDatabase('what the record vouches for of a published document', () => {
  let site: TestSite
  let id: number
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'))

  beforeAll(async () => {
    site = await freshSite()
    site.config = { ...site.config, dataDir: folder }
    const unit = await givenUnit(site, { code: 'mc' })
    const cast = await givenCast(site, unit)
    const content = givenContent({ title: '关于×××的通知', body: '请到服务大厅办理。' })
    id = must(await createDocument(site, cast.writer, { unitId: unit.id, content })).id
    must(await attachAndRead(site, cast.writer, id, { name: '附件.txt', bytes: Buffer.from('附件') }))
    const whole = (await readDocument(site.database.read, id))!
    for (const { check, passageHash, weight } of await examine(site, site.database.read, whole.document, whole.version))
      if (weight === 'answer') must(await answerFinding(site, cast.writer, id, { check, passageHash, words: '原文如此' }))
    const passages = [{ passage: '服务大厅', words: '已核对' }]
    const review = { conclusion: 'may-publish', basis: '不涉及国家秘密', opinion: '', consulted: '', redactions: '' } as const
    must(await moveDocument(site, cast.writer, id, { move: 'submit', version: 1, remark: '请审' }))
    must(await moveDocument(site, cast.head, id, { move: 'approve', version: 1, remark: '同意', passages }))
    must(await moveDocument(site, cast.secrecy, id, { move: 'clear', version: 1, remark: '', review }))
    must(await moveDocument(site, cast.signer, id, { move: 'sign', version: 1, remark: '' }))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const verified = async () =>
    (await verifyJournal(site.database.read, { 'publishing.document': recordedDocuments })).findings.map(({ kind, subject }) => ({
      kind,
      subject,
    }))

  /** Sets a column of the first row that belongs to the document behind the record's back; gives the way to put it back. */
  const alter = (table: string, column: string, value: unknown): Promise<() => Promise<unknown>> =>
    asOwner(site.database, async (client) => {
      const where = `where document_id = ${id} and ctid = (select min(ctid) from publishing.${table} where document_id = ${id})`
      const before = await client.query<{ old: unknown }>(`select ${column} as old from publishing.${table} ${where}`)
      expect(before.rowCount).toBe(1)
      await client.query(`update publishing.${table} set ${column} = $1 ${where}`, [value])
      const back = `update publishing.${table} set ${column} = $1 where document_id = ${id} and ${column} = $2`
      return () => asOwner(site.database, (again) => again.query(back, [before.rows[0]?.old, value]))
    })

  test('is whole after the acts that made it', async () => {
    expect(await verified()).toEqual([])
  })

  test.each(alterations)('shows that somebody altered %s.%s by SQL', async (table, column, value) => {
    const putBack = await alter(table, column, value)
    expect(await verified()).toEqual([{ kind: 'row-changed', subject: documentSubject(id) }])
    await putBack()
    expect(await verified()).toEqual([])
  })
})
