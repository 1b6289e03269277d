import { expect, test } from 'vitest'
import { editionOn } from '../../../kernel/case/index.ts'
import type { CaseClock } from '../../../kernel/case/clock.ts'
import { asDay } from '../../../kernel/day.ts'
import { loadPack } from '../../../platform/pack.ts'
import type { StoredApplication, StoredEvent } from '../cases/application.ts'
import type { Consultation } from '../consulting/queries.ts'
import { composeLetter } from '../law/letter.ts'
import { letters } from '../load-letters.ts'
import { outcomes } from '../load-outcomes.ts'
import { remedyLaw } from '../load-remedies.ts'
import { noticeFacts, noticesOf } from './notice.ts'

const pack = loadPack()
const receivedOn = asDay('2026-03-02')
const event = (id: number, kind: StoredEvent['kind'], fields: Record<string, string> = {}, words = ''): StoredEvent => ({
  ...{ id, kind, on: asDay('2026-03-04'), fields, words, at: new Date(0) },
})
const acts = [
  event(1, 'received'),
  event(2, 'clarification-asked', { answerBy: '2026-03-20' }, '请写明年度'),
  event(3, 'extended', {}, '需要检索的档案较多'),
  event(4, 'consultation-sent', { consultation: '7', with: 'third-party' }, '评价报告'),
  event(5, 'consultation-sent', { consultation: '8', with: 'co-agency' }, '会议纪要'),
  event(6, 'override-decided', { consultation: '7' }, '事关公共安全'),
  event(7, 'fee-noticed', { sentOn: '2026-03-04' }, '银行转账'),
  event(8, 'reasons-asked', {}, '本月已提出63件'),
  event(9, 'date-set', { dueOn: '2026-09-30' }, '数量较多'),
]

function of(events: StoredEvent[], { leaf = '', on = receivedOn } = {}) {
  return noticesOf({ letters, outcomes }, { application: { leaf, receivedOn: on, arrivedOn: on } as StoredApplication, events })
}

const asOf = { baseDueOn: asDay('2026-03-30'), dueOn: asDay('2026-04-28'), payBy: asDay('2026-04-02') } as CaseClock
const situation = (events: StoredEvent[]) => ({
  ...{ asOf, edition: editionOn(pack.editions, receivedOn)!, events, returnTo: '柳溪路2号' },
  fee: { basis: 'items' as const, units: 3, beforeUnits: 12, amountYuan: 300, howToPay: '银行转账', paidReference: '' },
  consultation: { asked: '评价报告' } as Consultation,
  words: { payWithin: (n: number) => `收到之日起${n}个工作日届满`, standard: () => '按件计收' },
})
const written = (events: StoredEvent[], leaf = '') =>
  of(events, { leaf }).map((notice) => {
    const facts = {
      applicant: '申请人',
      thirdParty: '某公司',
      agency: '某局',
      number: '12',
      asked: '报告',
      ...noticeFacts(notice, situation(events)),
    }
    const about = { unit: '某局', receivedOn, signedOn: notice.event.on, reviewBodies: ['市政府'], court: '某法院', facts }
    return { notice, outcome: composeLetter(letters, remedyLaw, notice.kind, about, 'zh') }
  })

test('every act of the clock has its letter, written from what was entered', () => {
  const made = written(acts)
  expect(made.map(({ notice }) => notice.kind)).toEqual([
    ...['clarification', 'extension', 'third-party', 'co-agency', 'override', 'fee', 'reasons', 'date-set'],
  ])
  expect(made.map(({ outcome }) => outcome.ok)).toEqual(made.map(() => true))
  const text = (at: number) => JSON.stringify(made[at]?.outcome)
  expect(text(0)).toContain('请于2026年3月20日前')
  expect(text(1)).toContain('不能在2026年3月30日前答复')
  expect(text(1)).toContain('延长至2026年4月28日')
  expect(text(2)).toContain('15个工作日内书面答复')
  expect(text(4)).toContain('理由：事关公共安全')
  expect(text(5)).toContain('信息处理费300元')
  expect(text(7)).toContain('于2026年9月30日前答复')
})

test('a case that lapsed has the letter of why it did, and any other closing none', () => {
  const asked = [acts[0]!, acts[1]!]
  const [, lapsed] = written([...asked, event(10, 'closed', {}, '逾期未补正')], 'O1')
  expect(lapsed?.notice.kind).toBe('abandoned-supplement')
  expect(JSON.stringify(lapsed?.outcome)).toContain('补正期限至2026年3月20日届满')
  const unpaid = written([acts[0]!, acts[6]!, event(10, 'closed', {}, '逾期未缴费')], 'O2')
  expect(unpaid.map(({ notice, outcome }) => [notice.kind, outcome.ok])).toEqual([
    ['fee', true],
    ['abandoned-payment', true],
  ])
  expect(of([...asked, event(10, 'closed', {}, '撤回')], { leaf: 'O3' }).map(({ kind }) => kind)).toEqual(['clarification'])
})

test('what was struck has no letter, nor has what the law of the day did not know', () => {
  expect(of([...acts.slice(0, 2), event(3, 'struck', { event: '2' })])).toEqual([])
  expect(of(acts, { on: asDay('2019-05-14') }).map(({ kind }) => kind)).not.toContain('reasons')
})

test('only what is meant for the applicant is theirs to take', () => {
  expect(of(acts).flatMap(({ kind, isToApplicant }) => (isToApplicant ? [] : [kind]))).toEqual(['third-party', 'co-agency', 'override'])
})

test('a fee whose notice nobody knows to have arrived is to be paid within its term', () => {
  const [notice] = of([acts[0]!, acts[6]!])
  const facts = noticeFacts(notice!, { ...situation(acts), asOf: {} as CaseClock })
  expect(facts['payBy']).toMatch(/^收到之日起\d+个工作日届满$/)
})
