import { addDays, type Day } from '../kernel/day.ts'
import type { Role } from '../kernel/policy.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import { moveRumour, reportRumour } from '../features/clarifications/index.ts'
import {
  answerAgreement,
  askAgreement,
  createDocument,
  moveDocument,
  readAskedOf,
  type Content,
  type Officer,
} from '../features/publishing/index.ts'
import type { DemoPack, DemoRelease } from './read-pack.ts'
import type { Setting } from './setting.ts'
import { momentOn, mustSucceed, type Moment } from './stage.ts'

const bureau = 'emergency'
const minutes = 9 * 60 + 20
// After the last documents of the ordinary play on the same day.
const evening = 17 * 60 + 30

/** What the emergency bureau releases besides the ordinary way: for a time, with others, at once; what it keeps; what it clarifies. */
export function releases(setting: Setting, pack: DemoPack): Moment[] {
  return pack.releases.map((one, index) => ({
    at: momentOn(addDays(setting.today, -one.daysAgo), evening + index),
    happens: () => (one.kind === 'rumour' ? clarify(setting, one, index) : release(setting, one)),
  }))
}

async function release(setting: Setting, one: DemoRelease): Promise<void> {
  const { site } = setting.stage
  const unit = unitIn(setting, one.unit ?? bureau)
  const writer = await somebody(setting, one.unit ?? bureau, 'information-officer')
  const created = mustSucceed(await createDocument(site, writer, { unitId: unit.id, content: contentOf(setting, one) }), one.title)
  const { id } = created
  const version = created.currentVersion
  if (one.kind === 'emergency') {
    const signer = await somebody(setting, bureau, 'signer')
    const request = { move: 'emergency', version, remark: one.reason ?? '', kind: 'warning' } as const
    return void mustSucceed(await moveDocument(site, signer, id, request), one.title)
  }
  if (one.kind === 'joint' || one.kind === 'asked') await ask(setting, writer, id, one)
  await throughHands(setting, one, writer, id)
  if (one.kind === 'asked') return
  const signer = await somebody(setting, one.unit ?? bureau, 'signer')
  const releaseAt = momentOn(addDays(setting.today, 1), minutes - 20)
  const signed = one.kind === 'scheduled' ? ({ move: 'schedule', releaseAt } as const) : ({ move: 'sign' } as const)
  mustSucceed(await moveDocument(site, signer, id, { ...signed, version, remark: '' }), `sign ${one.title}`)
}

async function ask(setting: Setting, writer: Officer, id: number, one: DemoRelease): Promise<void> {
  const { site } = setting.stage
  const unit = one.with ?? one.of ?? ''
  const kind = one.kind === 'joint' ? 'co-issue' : 'concern'
  mustSucceed(await askAgreement(site, writer, id, { kind, unit, reason: one.reason ?? '' }), one.title)
  if (one.kind !== 'joint') return
  const signer = await somebody(setting, unit, 'signer')
  const asked = (await readAskedOf(site, signer)).find(({ whole }) => whole.document.id === id)
  const answer = { kind: 'agree', words: '', seen: asked?.one.seenHash ?? '' } as const
  mustSucceed(await answerAgreement(site, signer, asked?.one.id ?? 0, answer), `consent to ${one.title}`)
}

async function throughHands(setting: Setting, one: DemoRelease, writer: Officer, id: number): Promise<void> {
  const { site } = setting.stage
  const secret = one.secretForDays === undefined ? {} : { level: 'low' as const, classifiedUntil: addDays(site.today(), one.secretForDays) }
  const review = {
    ...{ conclusion: one.secretForDays === undefined ? ('may-publish' as const) : ('may-not' as const) },
    basis: '《中华人民共和国保守国家秘密法》第三十五条、《政府信息公开条例》第十七条',
    ...{ opinion: '', consulted: '', redactions: '', ...secret },
  }
  const unit = one.unit ?? bureau
  const steps = [
    [writer, { move: 'submit' }],
    [await somebody(setting, unit, 'reviewer'), { move: 'approve' }],
    [await somebody(setting, unit, 'secrecy-reviewer'), { move: 'clear', review }],
  ] as const
  for (const [officer, move] of steps)
    mustSucceed(await moveDocument(site, officer, id, { ...move, version: 1, remark: '' }), `${move.move} ${one.title}`)
}

/** Reported, assessed and verified; answered and released where it has an answer. */
async function clarify(setting: Setting, one: DemoRelease, index: number): Promise<void> {
  const { site } = setting.stage
  const writer = await somebody(setting, bureau, 'information-officer')
  const { claim = '', place = '', isMajor = false } = one
  const report = { unit: bureau, claim, place, reporter: '', isMajor, reportedAt: site.now(), formKey: `demo-${index}` }
  const id = mustSucceed(await reportRumour(site, writer, report), claim)
  mustSucceed(await moveRumour(site, writer, id, { move: 'assess', words: one.powers ?? '', isMajor }), claim)
  if (one.finding === undefined) return
  mustSucceed(await moveRumour(site, writer, id, { move: 'verify', words: one.finding, verdict: 'false' }), claim)
  const draft = contentOf(setting, { ...one, body: `## 传言内容\n\n${claim}\n\n## 实际情况\n\n${one.finding}`, genre: 'notice-public' })
  const { documentId = 0 } = mustSucceed(await moveRumour(site, writer, id, { move: 'answer', words: '', draft }), claim)
  await throughHands(setting, one, writer, documentId)
  const signer = await somebody(setting, bureau, 'signer')
  mustSucceed(await moveDocument(site, signer, documentId, { move: 'sign', version: 1, remark: '' }), `sign ${one.title}`)
}

async function somebody(setting: Setting, code: string, role: Role): Promise<Officer> {
  const { site } = setting.stage
  const unit = unitIn(setting, code)
  const [person] = await listPeopleWithRole(site.database.read, role, unit.path, site.today())
  if (person === undefined) throw new Error(`the demo city: nobody is ${role} of ${code}`)
  return { personId: person.id, posts: [{ role, unitPath: unit.path }] }
}

function unitIn(setting: Setting, code: string) {
  const unit = setting.units.get(code)
  if (unit === undefined) throw new Error(`the demo city has no unit ${code}`)
  return unit
}

function contentOf(setting: Setting, one: DemoRelease): Content {
  const formedOn: Day = setting.stage.site.today()
  return {
    attribute: one.kind === 'kept' ? 'withheld' : 'proactive',
    ...{ ground: one.ground ?? '', groundReason: one.kind === 'kept' ? (one.reason ?? '') : '', audience: 'society', language: 'zh' },
    ...{ title: one.title, summary: one.summary ?? '', body: one.body ?? '', documentNumber: '', subject: '2' },
    ...{ genre: one.genre ?? 'other', served: '', keywords: [], formedOn },
  }
}
