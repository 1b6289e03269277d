import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { hasWaiver } from '../../accounts/index.ts'
import { officerMay, roleFor, type Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal, type LockedCase } from '../cases/change-case.ts'
import { letterMoveFrom, letterObstacles, type LetterObstacle, type LetterSituation } from './hands.ts'
import { runningHands } from './hands-since.ts'
import { insertLetterStep, listLetters, listLetterSteps, saveLetter, type StoredLetter } from './queries.ts'
import { hashOfReply, readDecisions, type Decisions } from './read-decisions.ts'

export interface LetterRequest {
  letterId: number
  move: string
  remark: string
}

export type LetterRefusal = 'letter-missing' | LetterObstacle | CaseRefusal

/** Hands a letter on, or back. Refused with every obstacle: an incomplete decision, a second hand of the same person, another text. */
export async function moveLetter(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { letterId, move: name, remark }: LetterRequest,
): Promise<Outcome<StoredApplication, LetterRefusal>> {
  return changeCase<LetterRefusal>(site, officer, at, async (db, found) => {
    const letter = (await listLetters(db, found.application.id)).find((one) => one.id === letterId)
    if (letter === undefined) return refused('letter-missing')
    const decisions = await readDecisions(db, found, site.today())
    const situation = await situationOfLetter(site, db, found, letter, decisions)
    const mover = {
      id: officer.personId,
      may: (action: Parameters<typeof officerMay>[1]) => officerMay(officer, action, found.unit.path),
      remark,
    }
    const refusals: LetterRefusal[] = letterObstacles(situation, name, mover)
    const move = letterMoveFrom(letter.stage, name)
    if (move === undefined || refusals.length > 0) return refused(...refusals)
    const signedAt = move.to === 'signed' ? site.now() : undefined
    await saveLetter(db, { ...letter, stage: move.to, contentHash: situation.contentHash, signedAt })
    await insertLetterStep(db, letter.id, {
      ...{ move: move.name, post: roleFor(officer, move.action, found.unit.path), personId: officer.personId },
      ...{ contentHash: situation.contentHash, remark, at: site.now() },
    })
    const event = { kind: 'letter-moved', on: site.today(), fields: { move: move.name, to: move.to }, words: remark } as const
    return done({ act: `applications.letter-${move.name}`, events: [event], reason: remark })
  })
}

/** What decides about a letter's moves now; pages ask it for their buttons, the act for its decision. */
export async function situationOfLetter(
  site: Site,
  db: Db,
  { unit }: Pick<LockedCase, 'unit'>,
  letter: StoredLetter,
  decisions: Decisions,
): Promise<LetterSituation> {
  return {
    ...{ stage: letter.stage, contentHash: hashOfReply(letter, decisions), writerId: letter.writtenBy },
    missing: decisions.items.flatMap(({ item, missing }) => missing.map((one) => `${item.position}:${one}`)),
    hands: runningHands(await listLetterSteps(db, letter.id)),
    hasWaiver: await hasWaiver(db, unit.path, site.today()),
  }
}
