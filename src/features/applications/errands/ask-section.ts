import type { Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { covers } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { findById } from '../cases/queries.ts'
import { findErrand, insertErrand, saveErrandAnswer } from './queries.ts'

export interface Asking {
  unitId: number
  asked: string
  dueOn: Day | undefined
}

export type AskRefusal = 'unit-missing' | 'words-missing' | 'due-missing' | 'due-past' | 'due-after-legal' | 'ended' | CaseRefusal

/** Sets a section to work on a case, by an inner day that lies before the legal one. Several sections may work at once. */
export async function askSection(
  site: Site,
  officer: Officer,
  at: CaseAt & { once: string },
  { unitId, asked, dueOn }: Asking,
): Promise<Outcome<StoredApplication, AskRefusal>> {
  return changeCase<AskRefusal>(site, officer, at, async (db, { application, unit }) => {
    const section = await findUnit(db, unitId)
    const isOurs = section !== undefined && covers(unit.path, section.path)
    const isLate = dueOn !== undefined && application.dueOn !== undefined && dueOn >= application.dueOn
    const refusals: AskRefusal[] = [
      ...(isOurs ? [] : (['unit-missing'] as const)),
      ...(asked === '' ? (['words-missing'] as const) : []),
      ...(dueOn === undefined ? (['due-missing'] as const) : []),
      ...(dueOn !== undefined && dueOn < site.today() ? (['due-past'] as const) : []),
      ...(isLate ? (['due-after-legal'] as const) : []),
      ...(application.endedOn === undefined ? [] : (['ended'] as const)),
    ]
    if (section === undefined || dueOn === undefined || refusals.length > 0) return refused(...refusals)
    await insertErrand(db, application.id, { unitId, asked, dueOn, formKey: at.once })
    const innerDueOn = application.innerDueOn === undefined || dueOn > application.innerDueOn ? dueOn : application.innerDueOn
    const fields = { to: section.code, dueOn }
    return done({
      act: 'applications.ask-section',
      events: [{ kind: 'errand-asked', on: site.today(), fields, words: asked }],
      handling: { innerDueOn },
    })
  })
}

export type ErrandRefusal = 'words-missing' | 'answered-before' | CaseRefusal

/** Answers an errand. Throws NotFound where there is none of this number. */
export async function answerErrand(
  site: Site,
  officer: Officer,
  errandId: number,
  { words, once }: { words: string; once?: string },
): Promise<Outcome<StoredApplication, ErrandRefusal>> {
  const asked = await findErrand(site.database.read, errandId)
  const application = asked && (await findById(site.database.read, asked.applicationId))
  if (application === undefined) throw new NotFound('applications.errand')
  return changeCase<ErrandRefusal>(site, officer, { ref: application.ref, once }, async (db) => {
    const errand = await findErrand(db, errandId)
    const refusals: ErrandRefusal[] = [
      ...(words === '' ? (['words-missing'] as const) : []),
      ...(errand?.answeredAt === undefined ? [] : (['answered-before'] as const)),
    ]
    if (refusals.length > 0) return refused(...refusals)
    await saveErrandAnswer(db, errandId, words, officer.personId, site.now())
    const fields = { errand: String(errandId) }
    return done({ act: 'applications.answer-errand', events: [{ kind: 'errand-answered', on: site.today(), fields, words }] })
  })
}
