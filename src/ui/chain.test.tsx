import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { ChainOfHands, sayMoment, type ChainStep } from './chain.tsx'
import { specimenReader } from './specimen.ts'

const steps: ChainStep[] = [
  {
    who: 'Lin Xiaoyan',
    initials: 'LX',
    post: 'information officer',
    at: new Date('2025-10-13T01:20:00Z'),
    state: 'done',
    label: 'Wrote the draft',
  },
  {
    who: 'Zhou Jianguo',
    initials: 'ZJ',
    post: 'reviewer',
    at: new Date('2025-10-14T16:05:00Z'),
    daysTaken: 2,
    state: 'voided',
    label: 'Reviewed',
  },
  { who: 'Chen Li', initials: 'CL', post: 'secrecy reviewer', daysTaken: 1, state: 'next', label: 'Secrecy review' },
  { post: 'signer', state: 'later', label: 'Sign' },
]

describe('a chain of hands', () => {
  const html = renderToString(<ChainOfHands reader={specimenReader('en')} steps={steps} />)

  it('shows the one missing hand as the current step', () => {
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
    expect(html).toMatch(
      /gk-chain__step--next" aria-current="step">.*Secrecy review.*Chen Li · secrecy reviewer.*waiting for 1 working day/,
    )
  })

  it('says the state of each step in words', () => {
    for (const word of ['(done)', '(no longer valid)', '(waiting for this step)', '(still to come)']) expect(html).toContain(word)
  })

  it('tells hours in the city, whatever zone the machine is in', () => {
    expect(html).toContain('Wed 15 Oct, 00:05')
    expect(sayMoment(new Date('2025-10-13T01:20:00Z'), { lang: 'zh' })).toBe('周一 10月13日 09:20')
  })

  it('says how long a step took', () => {
    expect(html).toContain('· 2 working days')
  })

  it('leaves out a person who is not known yet', () => {
    expect(html).toContain('<p class="gk-chain__who">signer</p>')
  })
})
