import { createHash } from 'node:crypto'
import { canonical } from '../../../kernel/canonical.ts'
import type { Db } from '../../../platform/database/index.ts'
import { weighFinding } from '../../publishing/index.ts'
import { clockEvents } from '../cases/application.ts'
import type { LockedCase } from '../cases/change-case.ts'
import { formOf } from '../cases/leaves-of.ts'
import { listCaseFiles, type CaseFile } from '../cases/queries-files.ts'
import { listItems, type StoredItem } from '../cases/queries-items.ts'
import { livingConsultations } from '../consulting/living.ts'
import { listConsultations, type Consultation } from '../consulting/queries.ts'
import { missingInDecision, type DecisionSituation, type ItemDecision, type Missing } from '../law/decision.ts'
import type { ThirdPartyAnswer } from '../law/objection.ts'
import type { OutcomeForm } from '../law/leaf.ts'
import { outcomes } from '../load-outcomes.ts'
import type { Day } from '../../../kernel/day.ts'
import type { LetterText } from './queries.ts'

/** One requested item with its decision, the files that go with it, and what still stands in the way. */
export interface ItemView {
  item: StoredItem
  decision: ItemDecision
  files: readonly CaseFile[]
  missing: readonly Missing[]
}

/** Everything that is decided in a case, item by item, under the form of the day of receipt. */
export interface Decisions {
  form: OutcomeForm
  items: readonly ItemView[]
}

const handedRoles = ['hand-over', 'redacted']

/** The files of an item that go to the applicant. */
export function handedOf(files: readonly CaseFile[]): CaseFile[] {
  return files.filter((file) => handedRoles.includes(file.role))
}

/** Reads the decisions of a case and examines each. */
export async function readDecisions(
  db: Db,
  { application, clock, events }: Pick<LockedCase, 'application' | 'clock' | 'events'>,
  today: Day,
): Promise<Decisions> {
  const form = formOf(application)
  const files = await listCaseFiles(db, application.id)
  const parties = livingConsultations(await listConsultations(db, application.id), events).filter((one) => one.party === 'third-party')
  const pauses = new Map(clock.pauses.flatMap((pause) => pause.consultations.map((id) => [id, pause] as const)))
  const thirdParties = parties.map((one): ThirdPartyAnswer => answerOf(one, pauses.get(String(one.id))?.until, today))
  const situation: DecisionSituation = { on: today, form, events: clockEvents(events), payBy: clock.payBy, thirdParties }
  const items = (await listItems(db, application.id)).map((item): ItemView => {
    const own = files.filter((file) => file.itemId === item.id)
    const decision = decisionOf(item, own)
    return { item, decision, files: own, missing: missingInDecision(decision, outcomes, situation) }
  })
  return { form, items }
}

/** May a file go out: looked into, and nothing that blocks or waits for an answer is left? */
export function isChecked({ look, lookAnswer }: Pick<CaseFile, 'look' | 'lookAnswer'>): boolean {
  if (look === undefined || look.state === 'unreadable') return false
  const weights = look.findings.map(weighFinding)
  if (weights.includes('block')) return false
  return lookAnswer !== '' || !(look.state === 'not-checked' || weights.includes('answer'))
}

function decisionOf(item: StoredItem, files: readonly CaseFile[]): ItemDecision {
  const { leaf, ground, facts, harm, discretion, search, pointer, withheld } = item
  const handed = handedOf(files)
  return {
    ...{ leaf, groundWords: ground, facts, harm, discretion, search, pointer, withheldLeaves: withheld },
    files: handed.map((file) => ({
      ...{ hash: file.sha256, isChecked: isChecked(file) },
      ...(file.originalHash === '' ? {} : { redactionOf: file.originalHash }),
    })),
  }
}

function answerOf(one: Consultation, until: Day | undefined, today: Day): ThirdPartyAnswer {
  const answer =
    one.answer === undefined
      ? until !== undefined && until < today
        ? 'silent'
        : 'waiting'
      : one.answer === 'agrees'
        ? 'agreed'
        : 'refused'
  const override = one.override === '' ? undefined : { reasons: one.override, isToldToThirdParty: one.overrideToldOn !== undefined }
  return { answer, isFounded: one.isFounded, override }
}

/** The fingerprint of a letter with everything that it decides and hands over: changed after a signature, the signature counts no longer. */
export function hashOfReply(text: LetterText, { items }: Decisions): string {
  const decided = items.map(({ item, files }) => ({
    ...item,
    files: handedOf(files).map((file) => [file.name, file.sha256, file.originalHash]),
  }))
  const { number, title, body, bodyEn } = text
  return createHash('sha256').update(canonical({ number, title, body, bodyEn, decided })).digest('hex')
}
