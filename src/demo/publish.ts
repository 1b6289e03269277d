import { addDays, yearOf } from '../kernel/day.ts'
import type { HeldPost, Role } from '../kernel/policy.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import { listTasks } from '../features/catalogue/index.ts'
import {
  answerFinding,
  attachFile,
  changeDocument,
  createDocument,
  examine,
  findDocument,
  listFiles,
  moveDocument,
  readFile,
  readVersion,
  saveDraft,
  startCorrection,
  type Content,
  type Officer,
} from '../features/publishing/index.ts'
import type { Unit } from '../features/organisations/index.ts'
import { fillText } from './fill-text.ts'
import { genreOf } from './genre.ts'
import { makeBulletin } from './play-bulletins.ts'
import { makeReport } from './play-reports.ts'
import type { DemoPublication } from './read-pack.ts'
import type { Running, Setting } from './setting.ts'
import { mustSucceed } from './stage.ts'

type HandName = 'submit' | 'approve' | 'clear' | 'sign'
const roleOf = { submit: 'information-officer', approve: 'reviewer', clear: 'secrecy-reviewer', sign: 'signer' } as const satisfies Record<
  HandName,
  Role
>

/** The officer writes it, for the task that it fulfils where there is one. */
export async function begin(setting: Setting, running: Running): Promise<void> {
  const { publication } = running
  const unit = unitOf(setting, publication)
  const officer = await personFor(setting, running, unit, 'information-officer')
  running.documentId = await write(setting, publication, officer, unit)
  running.hands = [officer.personId]
  await attach(setting, running, officer)
  if (publication.key !== undefined) setting.begun.set(publication.key, running)
}

function write(setting: Setting, publication: DemoPublication, officer: Officer, unit: Unit): Promise<number> {
  if (publication.report !== undefined) return makeReport(setting, officer, unit, publication.report)
  if (publication.isBulletin === true) return makeBulletin(setting, officer, unit, publication)
  return create(setting, publication, officer, unit)
}

async function create(setting: Setting, publication: DemoPublication, officer: Officer, unit: Unit): Promise<number> {
  const duty = setting.duties.get(publication.duty)
  const taskId = await openTask(setting, unit.id, duty?.id)
  const request = { unitId: unit.id, taskId, dutyId: duty?.id, content: contentOf(setting, publication) }
  return mustSucceed(await createDocument(setting.stage.site, officer, request), publication.title).id
}

/** The files that go with it, each looked into at once. */
async function attach({ stage: { site } }: Setting, { publication, documentId = 0 }: Running, officer: Officer): Promise<void> {
  for (const { name, text } of publication.files ?? []) {
    mustSucceed(await attachFile(site, officer, documentId, { name, bytes: Buffer.from(text) }), name)
  }
  for (const file of await listFiles(site.database.read, documentId)) await readFile(site, file.id)
}

/** One hand does its part; findings that want an answer get one before the text is submitted. */
export async function handOn(setting: Setting, running: Running, move: HandName): Promise<void> {
  const { site } = setting.stage
  const unit = unitOf(setting, running.publication)
  const id = running.documentId ?? 0
  const document = await findDocument(site.database.read, id)
  const officer = await personFor(setting, running, unit, roleOf[move])
  const review = {
    conclusion: 'may-publish' as const,
    basis: '《中华人民共和国保守国家秘密法》第三十五条、《政府信息公开条例》第十七条',
    opinion: '经审查，不涉及国家秘密、商业秘密和个人隐私，可以公开。',
    consulted: '',
    redactions: '',
  }
  const request = { move, version: document?.currentVersion ?? 1, remark: '', review }
  let outcome = await moveDocument(site, officer, id, request)
  if (!outcome.ok && outcome.refusals.every((refusal) => refusal === 'unanswered')) {
    // Also later than at the submission: a neighbour may have published nearly the same text meanwhile.
    await answerFindings(setting, running, await personFor(setting, running, unit, 'information-officer'))
    outcome = await moveDocument(site, officer, id, request)
  }
  mustSucceed(outcome, `${move} "${running.publication.title}" of ${unit.code}`)
  running.hands = move === 'submit' ? [officer.personId] : [...(running.hands ?? []), officer.personId]
}

/** What became of it in public later. */
export async function change(setting: Setting, running: Running): Promise<void> {
  const { site } = setting.stage
  const { change: wanted, title } = running.publication
  if (wanted === undefined) return
  if (wanted.kind === 'corrected' || wanted.kind === 'changed') return correct(setting, running, wanted.kind)
  const signer = await personFor(setting, { ...running, hands: [] }, unitOf(setting, running.publication), 'signer')
  const reason = fillText(wanted.reason, setting.today, running.publication.language)
  const kind = { withdrawn: 'withdraw', replaced: 'replace', cancelled: 'cancel', ended: 'end' } as const
  const replacement = wanted.replacedBy === undefined ? undefined : setting.begun.get(wanted.replacedBy)
  const other = replacement && (await findDocument(site.database.read, replacement.documentId ?? 0))
  const request = { change: kind[wanted.kind], reason, replacedBy: other?.indexNumber, endsOn: site.today() }
  mustSucceed(await changeDocument(site, signer, running.documentId ?? 0, request), `${wanted.kind} ${title}`)
}

/** The wrong passage is put right and the text goes through all hands again, while the first version stays public. */
async function correct(setting: Setting, running: Running, kind: 'corrected' | 'changed'): Promise<void> {
  const { site } = setting.stage
  const { publication } = running
  const unit = unitOf(setting, publication)
  const id = running.documentId ?? 0
  const reason = fillText(publication.change?.reason ?? '', setting.today, publication.language)
  const signer = await personFor(setting, { ...running, hands: [] }, unit, 'signer')
  mustSucceed(
    await startCorrection(site, signer, id, reason, { change: kind === 'changed' ? 'change' : 'correct' }),
    `correct ${publication.title}`,
  )
  const document = await findDocument(site.database.read, id)
  const officer = await personFor(setting, { ...running, hands: [] }, unit, 'information-officer')
  const right = { ...contentOf(setting, publication), body: fillText(publication.body, setting.today, publication.language) }
  mustSucceed(await saveDraft(site, officer, id, document?.currentVersion ?? 1, right), publication.title)
  for (const move of ['submit', 'approve', 'clear', 'sign'] as const) await handOn(setting, running, move)
}

async function answerFindings(setting: Setting, running: Running, officer: Officer): Promise<void> {
  const { site } = setting.stage
  const id = running.documentId ?? 0
  const document = await findDocument(site.database.read, id)
  const version = document && (await readVersion(site.database.read, id, document.currentVersion))
  if (document === undefined || version === undefined) return
  const isChinese = running.publication.language === 'zh'
  for (const finding of await examine(site, site.database.read, document, version)) {
    if (finding.weight !== 'answer' || finding.answer !== undefined) continue
    const words = isChinese ? '已与原件核对，内容无误。' : 'Checked against the original: it is right as it stands.'
    mustSucceed(await answerFinding(site, officer, id, { check: finding.check, passageHash: finding.passageHash, words }), finding.check)
  }
}

/** Somebody who holds the role there that day and has not had this text in hand yet. */
/** Somebody who holds a role of a unit, and was no earlier hand of the text. */
export async function personFor(setting: Setting, running: Running, unit: Unit, role: Role): Promise<Officer> {
  const { site } = setting.stage
  const people = await listPeopleWithRole(site.database.read, role, unit.path, site.today())
  const person = people.find((one) => !(running.hands ?? []).includes(one.id) || role === 'information-officer')
  if (person === undefined) throw new Error(`the demo city: nobody is ${role} of ${unit.code} on ${site.today()}`)
  const posts: HeldPost[] = [{ role, unitPath: unit.path }]
  return { personId: person.id, posts }
}

/** The task of the duty that is open for the unit now; the one that opened last. */
async function openTask(setting: Setting, unitId: number, dutyId: number | undefined): Promise<number | undefined> {
  if (dutyId === undefined) return undefined
  const { site } = setting.stage
  const open = await listTasks(site.database.read, {
    unitIds: [unitId],
    dutyIds: [dutyId],
    isOpen: true,
    opensUntil: site.today(),
    limit: 50,
  })
  return open.sort((a, b) => (a.opensOn < b.opensOn ? 1 : -1))[0]?.id
}

function unitOf(setting: Setting, publication: DemoPublication): Unit {
  const unit = setting.units.get(publication.unit)
  if (unit === undefined) throw new Error(`the demo city has no unit ${publication.unit}`)
  return unit
}

function contentOf(setting: Setting, publication: DemoPublication): Content {
  const { today, duties } = setting
  const duty = duties.get(publication.duty)
  const formedOn = addDays(today, -publication.formedDaysAgo)
  const fill = (text: string | undefined): string => fillText(text ?? '', today, publication.language)
  return {
    attribute: 'proactive',
    ground: '',
    groundReason: '',
    audience: publication.audience ?? duty?.audience ?? 'society',
    language: publication.language,
    title: fill(publication.title),
    summary: fill(publication.summary),
    body: fill(firstBody(publication)),
    documentNumber: (publication.documentNumber ?? '').replace('{year}', String(yearOf(formedOn))),
    subject: publication.subject ?? (duty?.subject || '2'),
    genre: genreOf(publication.genre) === 'other' ? (duty?.genre ?? 'other') : genreOf(publication.genre),
    served: '',
    keywords: publication.keywords ?? [],
    formedOn,
  }
}

/** The text as it was first released: with the passage that was wrong then. */
function firstBody({ body, change: wanted }: DemoPublication): string {
  return wanted?.earlier === undefined ? body : body.replace(wanted.earlier.right, wanted.earlier.wrong)
}
