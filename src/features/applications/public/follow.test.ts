import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { givenCounter, typedApplication as typed } from '../../../../test/support/applications.ts'
import type { TestSite } from '../../../../test/support/site.ts'
import { numberAndCode, publicSite, type Seen, type Stranger } from '../../../../test/support/strangers.ts'
import { asDay } from '../../../kernel/day.ts'
import { security } from '../../accounts/load-security.ts'
import { storedForm, type NewEvent } from '../cases/application.ts'
import { changeCase } from '../cases/change-case.ts'
import { done } from '../../../kernel/outcome.ts'
import { findByRef, findSealed } from '../cases/queries.ts'
import { makeCode } from '../intake/make-code.ts'
import { findOwnCase } from './find-own-case.ts'
import { caseOfPass, givePass } from './give-pass.ts'
import { publicRoutes } from './routes.ts'

describeWithDatabase('the page of one’s own case', () => {
  let site: TestSite
  let stranger: Stranger
  let receipt: Seen
  let ref: string
  let n = 0

  beforeAll(async () => {
    site = (await givenCounter()).site
  })
  beforeEach(async () => {
    site.day = '2026-03-02'
    stranger = await publicSite(site, publicRoutes)
    n += 1
    const _once = `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`
    receipt = await stranger.post('/en/apply/water/send', { ...typed, _once })
    const { number, code } = numberAndCode(receipt)
    ref = (await findOwnCase(site, number, code)) ?? ''
  })
  /** The unit, as its desk would do it. */
  const happens = async (day: string, ...events: NewEvent[]) => {
    site.day = day
    expect(await changeCase(site, 'system', { ref }, async () => done({ act: 'applications.note', events }))).toMatchObject({ ok: true })
  }

  test('opens with number and code, however the code was typed, and with neither alone', async () => {
    const { number, code } = numberAndCode(receipt)
    expect(await findOwnCase(site, ` ${number} `, code.toLowerCase().replaceAll('-', ' '))).toBe(ref)
    expect(await findOwnCase(site, number, '')).toBeUndefined()
    expect(await findOwnCase(site, '', code)).toBeUndefined()
    const own = await stranger.follow(receipt)
    expect(own.text).toContain('Your application is being handled')
    expect(own.text).toContain('Mon 30 Mar 2026')
    expect(own.headers['cache-control']).toBe('no-store')
    expect(String(own.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict/)
    expect(String(own.headers['set-cookie'])).not.toContain(code)
  })

  test('says the same of a wrong code and of a number that does not exist', async () => {
    const { number } = numberAndCode(receipt)
    const wrong = await stranger.post('/en/track', { number, code: makeCode().code })
    const unknown = await stranger.post('/en/track', { number: 'water-2026-9999', code: makeCode().code })
    const bare = (seen: Seen, typedNumber: string) => seen.text.replaceAll(typedNumber, '')
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    expect(bare(wrong, number)).toBe(bare(unknown, 'water-2026-9999'))
  })

  test('is closed after half an hour, when its reader closes it, and to a pass that somebody made up', async () => {
    const { value } = givePass(site, ref)
    expect(caseOfPass(site, { gongkai_case: value })).toBe(ref)
    expect(caseOfPass(site, { gongkai_case: value.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })).toBeUndefined()
    expect(caseOfPass(site, { gongkai_case: value.replace(/\.\d+\./, '.9999999999999.') })).toBeUndefined()
    site.day = '2026-03-03'
    expect(caseOfPass(site, { gongkai_case: value })).toBeUndefined()
    site.day = '2026-03-02'
    await stranger.follow(receipt)
    await stranger.post('/en/track/end', {})
    expect((await stranger.get('/en/track/case')).location).toBe('/en/track?said=expired')
    const unsent = await stranger.post('/en/track/supplement', { words: '补充说明：2025年全年' })
    expect(unsent.text).toContain('补充说明：2025年全年')
  })

  test('slows whoever guesses codes, and nobody else', async () => {
    const { number } = numberAndCode(receipt)
    const answers: number[] = []
    for (let guess = 0; guess < security.brakes.track.free + 5; guess += 1)
      answers.push((await stranger.post('/en/track', { number, code: makeCode().code })).status)
    expect(answers.filter((status) => status === 422)).toHaveLength(security.brakes.track.free + 1)
    expect(answers.at(-1)).toBe(429)
    // Each caller is slowed alone: the owner, elsewhere, is not.
    expect((await (await publicSite(site, publicRoutes)).follow(receipt)).status).toBe(200)
  })

  test('takes a supplement only where one was asked, and counts anew from it', async () => {
    await stranger.follow(receipt)
    expect((await stranger.post('/en/track/supplement', { words: '没有人问' })).status).toBe(422)
    await happens(
      '2026-03-04',
      storedForm({ kind: 'clarification-asked', on: asDay('2026-03-04'), answerBy: asDay('2026-03-25') }, undefined, '请说明年份'),
    )
    const asked = await stranger.follow(receipt)
    expect(asked.text).toContain('请说明年份')
    expect(asked.text).toContain('Wed 25 Mar 2026')
    expect((await stranger.post('/en/track/supplement', { words: '' })).status).toBe(422)
    site.day = '2026-03-10'
    await stranger.follow(receipt)
    expect((await stranger.post('/en/track/supplement', { words: '2025年' })).location).toBe('/en/track/case?said=supplement')
    expect((await stranger.get('/en/track/case')).text).toContain('Wed 8 Apr 2026')
  })

  test('takes reasons once they were asked for', async () => {
    await happens('2026-03-04', storedForm({ kind: 'reasons-asked', on: asDay('2026-03-04') }, undefined, '请说明多次申请的理由'))
    expect((await stranger.follow(receipt)).text).toContain('请说明多次申请的理由')
    expect((await stranger.post('/en/track/reasons', { reasons: '' })).status).toBe(422)
    expect((await stranger.post('/en/track/reasons', { reasons: '用于研究' })).location).toBe('/en/track/case?said=reasons')
  })

  test('shows the last days of the remedies after a reply, and takes one rating', async () => {
    await stranger.follow(receipt)
    expect((await stranger.post('/en/track/rate', { grade: 'not' })).status).toBe(422)
    await happens('2026-03-16', storedForm({ kind: 'replied', on: asDay('2026-03-16') }))
    const replied = await stranger.follow(receipt)
    expect(replied.text).toContain('Your application was answered')
    expect(replied.text).toContain('Reconsideration, last day')
    expect((await stranger.post('/en/track/rate', { grade: 'not', 'rate-words': '太慢' })).location).toContain('said=rate')
    expect((await stranger.post('/en/track/rate', { grade: 'satisfied' })).status).toBe(422)
    expect((await stranger.get('/en/track/case')).text).not.toContain('name="grade"')
  })

  test('says so, with the remedies, when the due day has passed in silence', async () => {
    site.day = '2026-03-31'
    const late = await stranger.follow(receipt)
    expect(late.text).toContain('The answer is late')
    expect(late.text).toContain('Reconsideration, last day')
  })

  describe('takes the application back', () => {
    const idOf = async () => (await findByRef(site.database.read, ref))?.id ?? 0

    test('in the first minutes: who asked is erased at once, the line in the register stays closed', async () => {
      await stranger.follow(receipt)
      expect((await stranger.post('/en/track/recall', {})).location).toBe('/en/track/case?said=recall')
      const own = await stranger.get('/en/track/case')
      expect(own.text).toContain('You took this application back')
      expect(await findSealed(site.database.read, await idOf())).toBeUndefined()
      expect((await stranger.post('/en/track/recall', {})).status).toBe(422)
    })

    test('not later, and not once somebody has begun', async () => {
      await happens('2026-03-02', { kind: 'noted', on: asDay('2026-03-02'), fields: {} })
      await stranger.follow(receipt)
      expect((await stranger.post('/en/track/recall', {})).text).toContain('Somebody has begun')
      site.day = '2026-03-03'
      await stranger.follow(receipt)
      expect((await stranger.post('/en/track/recall', {})).text).toContain('has passed')
    })
  })
})
