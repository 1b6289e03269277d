import type { CaseEvent, ReceiptChannel } from '../../src/kernel/case/event.ts'
import { asDay } from '../../src/kernel/day.ts'
import { applicantKinds, outcomes } from '../../src/features/applications/index.ts'
import { challengeKinds, challengeResults, type ChallengeKind } from '../../src/features/applications/challenges/challenge.ts'
import { decideChallenge, fileChallenge } from '../../src/features/applications/challenges/file-challenge.ts'
import { listChallenges } from '../../src/features/applications/challenges/queries.ts'
import { givenCases, type GivenCases } from '../../src/features/applications/given-cases.ts'
import { openCounter } from '../../src/features/applications/intake/open-counter.ts'
import type { StoredDuty } from '../../src/features/catalogue/index.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { changeDocument, createDocument } from '../../src/features/publishing/index.ts'
import { mapLines } from '../../src/features/reports/index.ts'
import { anew } from './cases.ts'
import { givenDuty } from './duty.ts'
import { givenContent, givenPublished, must, type Cast } from './given.ts'

/** A little city on 1 February 2027 with something behind every cell of every edition's form that records show. */
export interface AnnualTown extends GivenCases {
  /** The line under which annual reports are published, and those that count in table 1, by row. */
  own: StoredDuty
  lines: Record<string, StoredDuty>
  /** What no public page may say: who asked, what was asked for, a draft, a text for staff. */
  canaries: string[]
}

/** A year that each edition of the form reports on, by the edition. */
export const annualYears = { '2014': 2018, '2019': 2020, '2021': 2026 } as const

const canaries = ['金丝雀申请人', '金丝雀所求', '金丝雀草稿', '金丝雀内部文件']
const rows = ['rules', 'normative-documents', 'licences', 'other-services', 'penalties', 'enforcement']
const channels: ReceiptChannel[] = ['counter', 'oral', 'fax', 'online', 'email', 'registered-post', 'ordinary-post']

/** What has legally arrived only once the applicant was reached. */
const mustBeReached: ReceiptChannel[] = ['fax', 'online', 'email', 'ordinary-post']
/** Disclosed, in the words of each edition. */
const disclosed = { '2014': 'A2', '2019': 'G1', '2021': 'G1' } as const

export async function givenAnnualTown(years: readonly (keyof typeof annualYears)[] = ['2014', '2019', '2021']): Promise<AnnualTown> {
  const cases = await givenCases('2027-02-01')
  const cast = throughout(cases.cast, cases.city)
  const given = { ...cases, cast }
  const { site, safety, water } = given
  const since = asDay('2012-01-01')
  for (const unit of [safety, water]) await openCounter(site, unit.id, undefined, { sinceOn: since })
  const inner = await givenDuty(site, [safety, water], { code: 'inner', audience: 'staff', sinceOn: since })
  const lines: Record<string, StoredDuty> = {}
  for (const row of rows) {
    const duty = await givenDuty(site, [safety, water], { code: row, sinceOn: since })
    lines[row] = duty
    must(await mapLines(site, cast.office.personId, row, row === 'rules' ? [duty.id, inner.id] : [duty.id]))
  }
  const own = await givenDuty(site, [safety, water], {
    code: 'annual',
    titleZh: '政府信息公开工作年度报告',
    rule: { kind: 'periodic', every: 'year', by: '01-31' },
  })
  must(await mapLines(site, cast.office.personId, 'report', [own.id]))
  for (const edition of years) {
    await fillCases(given, edition)
    await fillChallenges(given, edition)
    await fillDocuments(given, lines, inner, annualYears[edition])
  }
  return { ...given, own, lines, canaries }
}

/** The same people with their posts in the whole city. */
function throughout(cast: Cast, { path }: Unit): Cast {
  const widen = (name: keyof Cast) => ({ ...cast[name], posts: cast[name].posts.map(({ role }) => ({ role, unitPath: path })) })
  return { writer: widen('writer'), head: widen('head'), secrecy: widen('secrecy'), signer: widen('signer'), office: widen('office') }
}

/** Outcomes that cannot be without a notice (identity I12), and the notice. */
const asked = (year: number): CaseEvent => ({ kind: 'clarification-asked', on: asDay(`${year}-03-08`), answerBy: asDay(`${year}-03-20`) })
const charged = (year: number): CaseEvent => ({ kind: 'fee-noticed', sentOn: asDay(`${year}-03-08`) })
const needs: Record<string, (year: number) => CaseEvent> = { '3.4.3': asked, '3.6.1': asked, '3.6.2': charged }

/** One of every outcome, whoever asks and however it comes by turns; carried over, carried forward, extended, and one that never counts. */
async function fillCases({ safety, water, enter, change }: GivenCases, edition: keyof typeof annualYears): Promise<void> {
  const year = annualYears[edition]
  const form = outcomes.forms.find(({ id }) => id === edition)
  let turn = 0
  const next = (unit: Unit, on: string) => {
    turn += 1
    const kind = applicantKinds[turn % applicantKinds.length] ?? 'person'
    const channel = channels[turn % channels.length] ?? 'counter'
    const reached = mustBeReached.includes(channel) ? { confirmedOn: on } : {}
    return enter(unit, on, { channel, ...reached, wanted: canaries[1] ?? '', applicant: { kind, name: canaries[0] ?? '' } })
  }
  const end = async (ref: string, on: string, leaf: string, before: CaseEvent[] = []) =>
    change(ref, on, [...before, { kind: 'replied', on: asDay(on) }], { leaf })
  for (const leaf of outcomes.leaves) {
    const row = leaf.rows[edition]
    if (row === undefined || form === undefined) continue
    const { ref } = await next(turn % 5 === 0 ? water : safety, `${year}-03-01`)
    await end(ref, `${year}-03-21`, leaf.code, needs[row] === undefined ? [] : [needs[row](year)])
  }
  await end((await next(safety, `${year - 1}-12-20`)).ref, `${year}-01-05`, disclosed[edition])
  await end((await next(safety, `${year}-12-20`)).ref, `${year + 1}-01-05`, disclosed[edition])
  await next(water, `${year}-12-21`)
  const decidedOn = asDay(`${year}-04-20`)
  await end((await next(safety, `${year}-04-02`)).ref, `${year}-05-20`, disclosed[edition], [
    { kind: 'extended', decidedOn, toldOn: decidedOn },
  ])
  await enter(safety, `${year}-04-08`, { kind: 'correction', applicant: { name: canaries[0] ?? '' } })
}

/** Each kind with each result, and one of each that is open at the end of the year. */
async function fillChallenges({ site, cast, safety, enter, change, onDay }: GivenCases, edition: keyof typeof annualYears): Promise<void> {
  const year = annualYears[edition]
  for (const kind of challengeKinds) {
    for (const result of [...challengeResults, 'pending'] as const) {
      const { id, ref } = await enter(safety, `${year}-05-06`, { applicant: { name: canaries[0] ?? '' }, wanted: canaries[1] ?? '' })
      await change(ref, `${year}-05-10`, [{ kind: 'replied', on: asDay(`${year}-05-10`) }], { leaf: disclosed[edition] })
      const go = async (of: ChallengeKind, filed: string, ends?: (typeof challengeResults)[number]) => {
        const filing = { kind: of, body: '市政府', number: '', filedOn: asDay(filed) }
        must(await onDay(filed, () => fileChallenge(site, cast.writer, anew(ref), filing)))
        const challengeId = (await listChallenges(site.database.read, id)).at(-1)?.id ?? 0
        const decidedOn = asDay(`${filed.slice(0, 8)}28`)
        if (ends === undefined) return
        const decision = { challengeId, result: ends, consequence: '重新答复', decidedOn }
        must(await onDay(decidedOn, () => decideChallenge(site, cast.writer, anew(ref), decision)))
      }
      if (kind === 'suit-after-reconsideration') await go('reconsideration', `${year}-06-10`, 'kept')
      await go(kind, `${year}-07-10`, result === 'pending' ? undefined : result)
    }
  }
}

/** Under each line that counts: one that stays, one repealed; a draft and a text for staff that count nowhere in public. */
async function fillDocuments(
  { site, cast, safety, water, onDay }: GivenCases,
  lines: Record<string, StoredDuty>,
  inner: StoredDuty,
  year: number,
): Promise<void> {
  for (const duty of Object.values(lines)) {
    const content = (title: string) =>
      givenContent({ title: `${year}${title}${duty.code}`, body: `${title}，现予公布。`, formedOn: asDay(`${year}-02-01`) })
    const published = (unit: Unit, title: string) => onDay(`${year}-02-03`, () => givenPublished(site, cast, unit, content(title), duty))
    await published(safety, '有效文件')
    const gone = await published(water, '废止文件')
    must(await onDay(`${year}-08-03`, () => changeDocument(site, cast.signer, gone.id, { change: 'cancel', reason: '已有新规定。' })))
  }
  const [first] = Object.values(lines)
  const begin = (title: string, audience: 'society' | 'staff') => ({
    unitId: safety.id,
    dutyId: first?.id,
    content: givenContent({ title, audience, formedOn: asDay(`${year}-09-01`) }),
  })
  await onDay(`${year}-09-03`, () => createDocument(site, cast.writer, begin(canaries[2] ?? '', 'society')).then((one) => must(one)))
  await onDay(`${year}-09-04`, () =>
    givenPublished(site, cast, safety, { title: canaries[3] ?? '', audience: 'staff', formedOn: asDay(`${year}-09-01`) }, inner),
  )
}
