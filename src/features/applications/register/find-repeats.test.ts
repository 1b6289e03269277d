import { expect, test } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { givenCases } from '../given-cases.ts'
import { findRepeats } from './find-repeats.ts'

describeWithDatabase('what several people ask for', () => {
  test('shows as a subject that may have to be published, when it is persons that repeat it and not one', async () => {
    const { site, safety, water, enter } = await givenCases('2026-06-15')
    const ask = (day: string, wanted: string, number: string, unit = safety) =>
      enter(unit, day, { wanted, applicant: { identityNumber: number } })
    await ask('2026-02-03', '申请公开2024年度古县镇征地补偿安置标准', 'A1')
    await ask('2026-03-03', '请提供古县镇2025年度征地补偿安置标准的信息。', 'A2')
    await ask('2026-04-03', '古县镇征地补偿安置标准', 'A3', water)
    for (const day of ['2026-02-04', '2026-03-04', '2026-04-04']) await ask(day, '本人低保申请的审核情况', 'A1')
    await ask('2025-01-06', '古县镇征地补偿安置标准', 'A4')
    const repeats = await findRepeats(site, [safety.id, water.id])
    expect(repeats.map(({ people, requests }) => [people, requests.length])).toEqual([[3, 3]])
    expect(repeats[0]?.requests.map((one) => one.number).sort()).toEqual(['safety-2026-0001', 'safety-2026-0002', 'water-2026-0001'])
    expect(await findRepeats(site, [water.id])).toEqual([])
  })
})
