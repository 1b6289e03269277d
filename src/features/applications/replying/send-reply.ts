import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { storedForm, type StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { caseLeaf } from '../law/decision.ts'
import { outcomes } from '../load-outcomes.ts'
import { listLetters, saveLetter } from './queries.ts'
import { hashOfReply, readDecisions } from './read-decisions.ts'
import { missingInServing, replyDay, type Serving, type ServingMissing } from './serving.ts'

export type SendRefusal = 'not-signed' | 'changed-after-signing' | 'not-complete' | ServingMissing | CaseRefusal

/**
 * Notes how the signed reply went out. The legal day of the reply follows from the way (SERVE-16), and ends the case; its one outcome
 * in the statutory table follows from its items.
 */
export async function sendReply(
  site: Site,
  officer: Officer,
  at: CaseAt,
  service: Serving,
): Promise<Outcome<StoredApplication, SendRefusal>> {
  return changeCase<SendRefusal>(site, officer, at, async (db, found) => {
    const letter = (await listLetters(db, found.application.id)).find((one) => one.kind === 'reply')
    const decisions = await readDecisions(db, found, site.today())
    const isSigned = letter?.stage === 'signed'
    const leaf = caseLeaf(
      decisions.items.map(({ item }) => item.leaf),
      outcomes,
      decisions.form,
    )
    const refusals: SendRefusal[] = [
      ...(isSigned ? [] : (['not-signed'] as const)),
      ...(isSigned && hashOfReply(letter, decisions) !== letter.contentHash ? (['changed-after-signing'] as const) : []),
      ...(leaf === undefined || decisions.items.some(({ missing }) => missing.length > 0) ? (['not-complete'] as const) : []),
      ...missingInServing(service),
    ]
    const on = replyDay(service)
    const { servedOn } = service
    if (letter === undefined || on === undefined || leaf === undefined || refusals.length > 0) return refused(...refusals)
    await saveLetter(db, { ...letter, stage: 'sent', service })
    return done({
      act: 'applications.reply',
      events: [
        { kind: 'letter-sent', on: service.sentOn ?? on, fields: { letter: letter.kind, way: service.way, ...(servedOn && { servedOn }) } },
        storedForm({ kind: 'replied', on }, officer.personId),
      ],
      handling: { leaf: leaf.code },
      tells: 'replied',
    })
  })
}
