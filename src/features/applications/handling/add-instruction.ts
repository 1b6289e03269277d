import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'

export type InstructRefusal = 'words-missing' | 'ended' | CaseRefusal

/** Notes what a leader wants: it runs beside the handling and never stops the clock (S0B-013). */
export async function addInstruction(
  site: Site,
  officer: Officer,
  at: CaseAt,
  words: string,
): Promise<Outcome<StoredApplication, InstructRefusal>> {
  return noteIn(site, officer, at, 'instructed', 'applications.instruct', words)
}

/** Adds a note to the file of a case, for whoever handles it after. */
export async function addNote(
  site: Site,
  officer: Officer,
  at: CaseAt,
  words: string,
): Promise<Outcome<StoredApplication, InstructRefusal>> {
  return noteIn(site, officer, at, 'noted', 'applications.note', words)
}

async function noteIn(
  site: Site,
  officer: Officer,
  at: CaseAt,
  kind: 'instructed' | 'noted',
  act: string,
  words: string,
): Promise<Outcome<StoredApplication, InstructRefusal>> {
  return changeCase<InstructRefusal>(site, officer, at, async (_, { application }) => {
    const refusals: InstructRefusal[] = [
      ...(words === '' ? (['words-missing'] as const) : []),
      ...(application.endedOn === undefined || kind === 'noted' ? [] : (['ended'] as const)),
    ]
    if (refusals.length > 0) return refused(...refusals)
    return done({ act, events: [{ kind, on: site.today(), fields: {}, words }] })
  })
}
