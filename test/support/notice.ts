import { proposeNotice } from '../../src/features/calendars/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import type { HeldPost } from '../../src/kernel/policy.ts'
import type { Site } from '../../src/platform/site.ts'
import { must } from './given.ts'

/** A made-up notice for 2027, in the form of the yearly ones; nobody knows yet what the real one will say. */
export const noticeOf2027 = {
  ...{ kind: 'year' as const, year: 2027, number: '样例〔2026〕1号', source: '测试', region: '', basis: '' },
  announcedOn: asDay('2026-06-01'),
  off: [
    { nameZh: '元旦', nameEn: "New Year's Day", from: asDay('2027-01-01'), to: asDay('2027-01-03'), statedDays: 3 },
    { nameZh: '春节', nameEn: 'Spring Festival', from: asDay('2027-02-05'), to: asDay('2027-02-11'), statedDays: 7 },
  ],
  working: [asDay('2027-02-13')],
}

/** Puts the made-up notice before a second person; gives its number. */
export async function givenNotice(
  site: Site,
  hand: { personId: number; posts: readonly HeldPost[] },
  rest: Partial<typeof noticeOf2027> = {},
  formKey = 'given',
): Promise<number> {
  const notice = { ...noticeOf2027, ...rest }
  return must(await proposeNotice(site, hand, { notice, words: '', doubts: [], isConfirmed: true, formKey }))
}
