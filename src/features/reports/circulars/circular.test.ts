import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { composeRefusals, longestPart, passRefusals, penRefusals } from './circular.ts'
import { figureOf } from '../figures/all-figures.ts'
import { circularPack, loadCircularPack } from './load-circular-pack.ts'

const today = asDay('2026-10-08')
const pack = { kinds: ['town'], methods: [{ code: 'entered' }] }
const good = { peers: 'town', method: 'entered', from: asDay('2026-07-01'), peerCount: 3 }

describe('a circular', () => {
  test('is begun for a period that began, units that there are, and a method that is laid down', () => {
    expect(composeRefusals(good, pack, today)).toEqual([])
    expect(composeRefusals({ ...good, from: asDay('2027-01-01'), peerCount: 0 }, pack, today)).toEqual(['period-to-come', 'no-peers'])
    expect(composeRefusals({ peers: 'star', method: 'taste', from: undefined, peerCount: 0 }, pack, today)).toEqual([
      ...['period-wrong', 'kind-unknown', 'method-unknown'],
    ])
  })

  test('takes words from the text that was last seen, and not without end', () => {
    const form = { version: 1, method: 'entered', texts: { praise: '好。' } }
    expect(penRefusals({ version: 1 }, form, pack.methods)).toEqual([])
    expect(
      penRefusals({ version: 2 }, { ...form, method: 'taste', texts: { demands: 'x'.repeat(longestPart + 1) } }, pack.methods),
    ).toEqual([...['edited-meanwhile', 'words-long', 'method-unknown']])
  })

  test('is handed over after its period, with praise and problems written by people', () => {
    const circular = { version: 1, texts: { praise: '好。', problems: '慢。' } }
    const asked = { version: 1, until: asDay('2026-09-30'), today }
    expect(passRefusals(circular, asked)).toEqual([])
    expect(passRefusals({ ...circular, texts: { praise: '好。', problems: ' ' } }, { ...asked, version: 2, today: asked.until })).toEqual([
      ...['edited-meanwhile', 'period-running', 'words-missing'],
    ])
    expect(passRefusals(circular, { ...asked, stage: 'released' })).toEqual(['correction-first'])
    expect(passRefusals(circular, { ...asked, stage: 'with-signer' })).toEqual(['on-its-way'])
  })

  test('has figures, kinds and methods of a pack, which is refused where it names a figure that is none', () => {
    expect(circularPack.methods.map(({ code }) => code)).toEqual(['entered', 'released', 'reviewed-share', 'in-time-share'])
    expect(circularPack.fewestPeers).toBeGreaterThan(1)
    expect(circularPack.figures.filter((code) => figureOf(code)?.group === 'applications')).toEqual([])
    expect(() => loadCircularPack('/nowhere')).toThrow('/nowhere/circular.json')
  })
})
