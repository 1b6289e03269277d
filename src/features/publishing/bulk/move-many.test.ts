import { beforeEach, describe, expect, it, test } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenRelease, type GivenRelease } from '../given-release.ts'
import { moveDocument } from '../move-document.ts'
import { findDocument, type StoredDocument } from '../queries.ts'
import { readDocument } from '../read-document.ts'
import { saveDraft } from '../save-draft.ts'
import { readTicked, writeTicked, type Ticked } from './batch.ts'
import { moveMany } from './move-many.ts'
import { readBatch } from './read-batch.ts'

describe('what is ticked', () => {
  const seen = 'a'.repeat(64)

  test('comes back as it was sent, each document once', () => {
    const one = { id: 12, version: 3, seen }
    expect(readTicked([writeTicked(one), writeTicked(one)])).toEqual([one])
  })

  test('and nothing else does', () => {
    expect(readTicked(['', 'x', '12', `0.1.${seen}`, `12.3.${seen}x`, '12.3.abc'])).toEqual([])
  })
})

describeWithDatabase('deciding on many at once', () => {
  let given: GivenRelease

  beforeEach(async () => {
    given = await givenRelease()
  })

  const ticked = async (document: StoredDocument): Promise<Ticked> => {
    const whole = await readDocument(given.site.database.read, document.id)
    return { id: document.id, version: whole?.document.currentVersion ?? 0, seen: whole?.contentHash ?? '' }
  }
  const stage = async (document: StoredDocument) => (await findDocument(given.site.database.read, document.id))?.stage
  const waiting = async (hands: 1 | 2 | 3, title: string) => {
    const document = await given.begin({ title, body: `${title}，请遵照执行。` })
    await given.handOn(document, hands)
    return document
  }

  it('moves each for itself: what is refused, with its reasons, stops nobody else', async () => {
    const [first, second, secret] = [
      await waiting(1, '关于防汛值守的通知'),
      await waiting(1, '关于消防培训的通知'),
      await waiting(2, '关于物资采购的通知'),
    ]
    const stale = await ticked(second)
    must(await moveDocument(given.site, given.cast.writer, second.id, { move: 'take-back', version: 1, remark: '' }))
    const version = (await readDocument(given.site.database.read, second.id))?.version
    if (version !== undefined) await saveDraft(given.site, given.cast.writer, second.id, 1, { ...version, body: '另一文本。' })
    must(await moveDocument(given.site, given.cast.writer, second.id, { move: 'submit', version: 2, remark: '' }))
    const moved = await moveMany(given.site, given.cast.head, [await ticked(first), stale])
    expect(moved.map((one) => one.refusals)).toEqual([[], ['read-another-version']])
    const [reviewed] = await moveMany(given.site, given.cast.secrecy, [await ticked(secret)])
    expect(reviewed?.refusals, 'a secrecy review is made for each matter by itself').toEqual(['not-in-bulk'])
    expect([await stage(first), await stage(second), await stage(secret)]).toEqual(['with-secrecy', 'with-head', 'with-secrecy'])
  })

  it('a double click does it once and says that it is done', async () => {
    const document = await waiting(3, '关于防汛值守的通知')
    const batch = [await ticked(document)]
    const both = await Promise.all([moveMany(given.site, given.cast.signer, batch), moveMany(given.site, given.cast.signer, batch)])
    const again = await moveMany(given.site, given.cast.signer, batch)
    const whole = await readDocument(given.site.database.read, document.id)
    expect(whole?.steps.filter((step) => step.move === 'sign')).toHaveLength(1)
    expect(both.flat().filter((one) => one.refusals.length === 0).length).toBeGreaterThan(0)
    expect(again[0]?.refusals).toEqual([])
  })

  it('says before anything is done what cannot be: the own text, findings, another’s unit', async () => {
    const own = await waiting(1, '关于防汛值守的通知')
    const planned = await readBatch(given.site, { ...given.cast.writer, posts: [{ role: 'reviewer', unitPath: '/' }] }, [own.id])
    expect(planned.map((one) => one.stops)).toEqual([['own-text']])
    const stranger = await given.another('reviewer')
    expect(await readBatch(given.site, stranger, [own.id])).toEqual([])
    expect(await moveMany(given.site, stranger, [await ticked(own)])).toEqual([])
  })
})
