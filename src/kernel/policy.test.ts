import { describe, expect, it } from 'vitest'
import { covers, may, policy, reach, roles, type Action, type HeldPost } from './policy.ts'

const officer: HeldPost[] = [{ role: 'information-officer', unitPath: '/1/12/' }]

describe('the policy table', () => {
  it('lets a post work in its unit and below it, nowhere else', () => {
    expect(may('documents.write', officer, '/1/12/')).toBe(true)
    expect(may('documents.write', officer, '/1/12/40/')).toBe(true)
    expect(may('documents.write', officer, '/1/13/')).toBe(false)
    expect(may('documents.write', officer, '/1/')).toBe(false)
    expect(may('documents.write', officer, '/1/123/')).toBe(false)
  })

  it('gives an auditor everything to read and nothing to change', () => {
    const auditor: HeldPost[] = [{ role: 'auditor', unitPath: '/1/' }]
    const changing: Action[] = ['documents.write', 'documents.review', 'documents.secrecy', 'documents.sign', 'documents.change']
    changing.push('units.profile', 'units.arrange', 'people.manage', 'waivers.grant', 'catalogue.arrange', 'tasks.register', 'work.retry')
    for (const action of changing) expect(may(action, auditor, '/1/'), action).toBe(false)
    for (const action of ['documents.read', 'record.read', 'people.read', 'work.read'] as const)
      expect(may(action, auditor, '/1/'), action).toBe(true)
  })

  it('asks nobody for a public page and somebody for every other', () => {
    expect(may('public.read', undefined)).toBe(true)
    expect(may('desk.read', undefined)).toBe(false)
    expect(may('desk.read', [])).toBe(true)
    expect(may('record.read', [])).toBe(false)
  })

  it('uses every role somewhere', () => {
    const used = new Set(Object.values(policy).flatMap(({ who }) => (typeof who === 'string' ? [] : [...who])))
    expect([...used].sort()).toEqual([...roles].sort())
  })

  it('tells where a person may do something', () => {
    expect(reach('documents.write', officer)).toEqual(['/1/12/'])
    expect(reach('documents.sign', officer)).toEqual([])
    expect(covers('/1/', '/1/2/')).toBe(true)
  })
})
