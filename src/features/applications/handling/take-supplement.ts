import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { personIn, type CaseActor } from '../cases/actor.ts'
import { storedForm, type StoredApplication } from '../cases/application.ts'
import { findByRef } from '../cases/queries.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { attachKept, keepSent, missingInSent, type SentFile, type SentMissing } from '../intake/attach-sent.ts'

export interface Supplement {
  words: string
  arrivedOn: Day | undefined
  files: readonly SentFile[]
}

export type SupplementRefusal = 'words-missing' | 'day-missing' | 'not-asked' | SentMissing | CaseRefusal

/** Takes what the applicant adds, online or from a letter: its day of receipt is the new day 0 (OGI-2019 art. 30). */
export async function takeSupplement(
  site: Site,
  actor: CaseActor,
  at: CaseAt,
  { words, arrivedOn, files }: Supplement,
): Promise<Outcome<StoredApplication, SupplementRefusal>> {
  const missing = await missingInSent(site, files)
  const isAwaited = (await findByRef(site.database.read, at.ref))?.state === 'awaiting-supplement'
  const kept = isAwaited && missing.length === 0 ? await keepSent(site, at.ref, 'supplement', files) : []
  return changeCase<SupplementRefusal>(site, actor, at, async (db, { application, clock }) => {
    const refusals: SupplementRefusal[] = [
      ...(words === '' && files.length === 0 ? (['words-missing'] as const) : []),
      ...(arrivedOn === undefined ? (['day-missing'] as const) : []),
      ...(clock.state === 'awaiting-supplement' ? [] : (['not-asked'] as const)),
      ...missing,
    ]
    if (arrivedOn === undefined || refusals.length > 0) return refused(...refusals)
    await attachKept(site, db, application.id, kept, personIn(actor))
    return done({
      act: 'applications.supplement',
      events: [storedForm({ kind: 'supplemented', on: arrivedOn }, personIn(actor), words)],
      tells: 'supplemented',
    })
  })
}
