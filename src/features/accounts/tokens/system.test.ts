import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { isSecret, makeApiToken, partsOfToken } from './make-api-token.ts'
import { grantToken, lentPosts, tokenState, type TokenDraft, type TokenFacts } from './system.ts'

const today = asDay('2026-06-15')
const draft: TokenDraft = {
  ...{ name: '办公系统', unit: 'safety', responsible: 'linxiao', scopes: ['documents:write', 'read:desk'], expiresOn: '2026-12-31' },
}
const facts: TokenFacts = {
  unit: { path: '/1/2/' },
  posts: [{ role: 'information-officer', unitPath: '/1/2/' }],
  today,
  longestDays: 366,
}

describe('a token', () => {
  test('is granted for what the person who answers for it may do', () => {
    expect(grantToken(draft, facts)).toEqual({
      ok: true,
      value: { name: '办公系统', scopes: ['read:desk', 'documents:write'], expiresOn: '2026-12-31' },
    })
  })

  test('is refused with every reason', () => {
    const empty = { name: ' ', unit: '', responsible: '', scopes: ['documents:sign'], expiresOn: '2027-06-31' }
    expect(grantToken(empty, { ...facts, unit: undefined, posts: undefined })).toEqual({
      ok: false,
      refusals: ['system-name-missing', 'unit-unknown', 'responsible-unknown', 'scopes-missing', 'until-form'],
    })
    expect(grantToken({ ...draft, expiresOn: '2027-06-17' }, facts)).toEqual({ ok: false, refusals: ['lasts-too-long'] })
    expect(grantToken({ ...draft, expiresOn: '2027-06-16' }, facts)).toMatchObject({ ok: true })
    expect(grantToken({ ...draft, expiresOn: '2026-06-14' }, facts)).toEqual({ ok: false, refusals: ['ended-already'] })
  })

  test('is refused to those who cannot do it themselves: in another unit, in another post', () => {
    const refused = { ok: false, refusals: ['responsible-without-right'] }
    expect(grantToken(draft, { ...facts, posts: [{ role: 'information-officer', unitPath: '/1/3/' }] })).toEqual(refused)
    expect(grantToken(draft, { ...facts, posts: [{ role: 'signer', unitPath: '/1/' }] })).toEqual(refused)
    expect(grantToken({ ...draft, scopes: ['catalogue:write'] }, facts)).toEqual(refused)
  })

  test('lends no hand in the chain of review, and nothing beyond its unit', () => {
    const posts = [
      { role: 'signer', unitPath: '/1/' },
      { role: 'reviewer', unitPath: '/1/2/' },
      { role: 'information-officer', unitPath: '/1/' },
      { role: 'information-officer', unitPath: '/1/2/7/' },
      { role: 'information-officer', unitPath: '/1/3/' },
    ] as const
    expect(lentPosts(posts, ['documents:write'], '/1/2/')).toEqual([
      { role: 'information-officer', unitPath: '/1/2/' },
      { role: 'information-officer', unitPath: '/1/2/7/' },
    ])
  })

  test('counts up to its last day, and not once it was revoked', () => {
    const expiresOn = asDay('2026-06-15')
    expect(tokenState({ expiresOn }, today)).toBe('counts')
    expect(tokenState({ expiresOn }, asDay('2026-06-16'))).toBe('expired')
    expect(tokenState({ expiresOn, revokedAt: new Date('2026-06-01T00:00:00Z') }, today)).toBe('revoked')
  })

  test('has a secret of 256 bits of which only a hash is kept', () => {
    const { token, prefix, secretHash } = makeApiToken()
    const parts = partsOfToken(token)
    expect(parts?.prefix).toBe(prefix)
    expect(Buffer.from(parts?.secret ?? '', 'base64url')).toHaveLength(32)
    expect(token).not.toContain(secretHash)
    expect([isSecret(parts?.secret ?? '', secretHash), isSecret('', undefined), isSecret('x', secretHash)]).toEqual([true, false, false])
    for (const no of ['', 'gk_', `${token} `, token.replace('gk_', 'pk_'), token.toUpperCase()]) expect(partsOfToken(no)).toBeUndefined()
  })
})
