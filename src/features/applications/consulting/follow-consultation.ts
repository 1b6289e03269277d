import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { storedForm, type StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal, type LockedCase } from '../cases/change-case.ts'
import { livingConsultations } from './living.ts'
import { answers, type ConsultationAnswer } from './answer.ts'
import { listConsultations, saveAnswer, saveOverride, type Consultation } from './queries.ts'

export type DeliverRefusal = 'consultation-missing' | 'day-missing' | CaseRefusal

/** Notes on which day the letter reached whoever was asked: their term begins then. */
export async function noteDelivery(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { consultationId, on }: { consultationId: number; on: Day | undefined },
): Promise<Outcome<StoredApplication, DeliverRefusal>> {
  return changeCase<DeliverRefusal>(site, officer, at, async (db, found) => {
    const isOurs = (await consultationsOf(db, found)).some((one) => one.id === consultationId)
    const refusals: DeliverRefusal[] = [
      ...(isOurs ? [] : (['consultation-missing'] as const)),
      ...(on === undefined ? (['day-missing'] as const) : []),
    ]
    if (on === undefined || refusals.length > 0) return refused(...refusals)
    const event = storedForm({ kind: 'consultation-delivered', consultation: String(consultationId), on }, officer.personId)
    return done({ act: 'applications.consultation-delivered', events: [event] })
  })
}

export interface AnswerOf {
  consultationId: number
  answer: string
  words: string
  /** Of a refusal: does the unit accept its reasons? Left open, it does. */
  isFounded?: boolean
  on: Day | undefined
}

export type AnswerRefusal = 'consultation-missing' | 'answer-missing' | 'reasons-missing' | 'day-missing' | 'answered-before' | CaseRefusal

/** Takes the answer of whoever was asked. A refusal must say why: only a reasonable ground weighs (OGI-2019 art. 32). */
export async function takeAnswer(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { consultationId, answer, words, isFounded, on }: AnswerOf,
): Promise<Outcome<StoredApplication, AnswerRefusal>> {
  return changeCase<AnswerRefusal>(site, officer, at, async (db, found) => {
    const one = (await consultationsOf(db, found)).find(({ id }) => id === consultationId)
    const known = answers.find((name) => name === answer)
    const refusals: AnswerRefusal[] = [
      ...(one === undefined ? (['consultation-missing'] as const) : []),
      ...(known === undefined ? (['answer-missing'] as const) : []),
      ...(known !== undefined && known !== 'agrees' && words === '' ? (['reasons-missing'] as const) : []),
      ...(on === undefined ? (['day-missing'] as const) : []),
      ...(one?.answer === undefined ? [] : (['answered-before'] as const)),
    ]
    if (known === undefined || on === undefined || refusals.length > 0) return refused(...refusals)
    await saveAnswer(db, consultationId, { answer: known satisfies ConsultationAnswer, words, isFounded })
    const event = storedForm({ kind: 'consultation-answered', consultation: String(consultationId), on }, officer.personId, known)
    return done({ act: 'applications.consultation-answered', events: [event] })
  })
}

export type OverrideRefusal = 'consultation-missing' | 'not-refused' | 'reasons-missing' | 'day-missing' | CaseRefusal

/**
 * Decides that the public interest weighs more than the refusal of whoever was asked, with reasons, and notes when they were told what
 * will be disclosed and why (OGI-2019 art. 32).
 */
export async function overrideRefusal(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { consultationId, words, toldOn }: { consultationId: number; words: string; toldOn: Day | undefined },
): Promise<Outcome<StoredApplication, OverrideRefusal>> {
  return changeCase<OverrideRefusal>(site, officer, at, async (db, found) => {
    const one = (await consultationsOf(db, found)).find(({ id }) => id === consultationId)
    const refusals: OverrideRefusal[] = [
      ...(one === undefined ? (['consultation-missing'] as const) : []),
      ...(one !== undefined && (one.answer === undefined || one.answer === 'agrees') ? (['not-refused'] as const) : []),
      ...(words === '' ? (['reasons-missing'] as const) : []),
      ...(toldOn === undefined ? (['day-missing'] as const) : []),
    ]
    if (toldOn === undefined || refusals.length > 0) return refused(...refusals)
    await saveOverride(db, consultationId, words, toldOn)
    const fields = { consultation: String(consultationId) }
    return done({
      act: 'applications.override',
      events: [{ kind: 'override-decided', on: toldOn, fields, words }],
      reason: words,
    })
  })
}

async function consultationsOf(db: Db, { application, events }: LockedCase): Promise<Consultation[]> {
  return livingConsultations(await listConsultations(db, application.id), events)
}
