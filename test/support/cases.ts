import { randomUUID } from 'node:crypto'
import { applicantOf, type GivenCases } from '../../src/features/applications/given-cases.ts'
import type { StoredApplication } from '../../src/features/applications/cases/application.ts'
import type { CaseAt } from '../../src/features/applications/cases/change-case.ts'
import { readCase } from '../../src/features/applications/cases/read-case.ts'
import { decideItem, type DecisionText } from '../../src/features/applications/replying/decide-item.ts'
import { moveLetter } from '../../src/features/applications/replying/move-letter.ts'
import { listLetters, type StoredLetter } from '../../src/features/applications/replying/queries.ts'
import { sendReply } from '../../src/features/applications/replying/send-reply.ts'
import { writeReply } from '../../src/features/applications/replying/write-reply.ts'
import type { Registration } from '../../src/features/applications/intake/register-application.ts'
import { asDay } from '../../src/kernel/day.ts'
import { must } from './given.ts'

/** A case as a new form asks for it. */
export function anew(ref: string): CaseAt & { once: string } {
  return { ref, once: randomUUID() }
}

/** A whole request as somebody types it at the desk on 15 June 2026; the number is of nobody. */
export function registrationOf(more: Partial<Registration> = {}): Registration {
  return {
    ...{ unit: 'safety', formKey: randomUUID(), files: [], applicant: applicantOf() },
    wish: { kind: 'information', wanted: '全市防汛应急预案', documentHint: '', reason: '', form: 'paper', way: 'collect', items: [] },
    arrival: { channel: 'counter', arrivedOn: asDay('2026-06-15') },
    ...more,
  }
}

/** A decision with nothing in it but what a test says. */
export function decisionOf(more: Partial<DecisionText> = {}): DecisionText {
  return { ...{ leaf: '', ground: '', facts: '', harm: '', discretion: '', search: '', pointer: '' }, withheld: [], ...more }
}

/** Disclosed by saying where it stands. */
export const pointed = decisionOf({ leaf: 'G1', facts: '已公开', pointer: 'https://www.example.gov.cn/plans' })

/** Decides every item of a case alike. */
export async function decide({ site, cast }: GivenCases, ref: string, text: DecisionText = pointed): Promise<void> {
  const { items } = await readCase(site, site.database.read, ref)
  for (const { id } of items) must(await decideItem(site, cast.writer, anew(ref), { itemId: id, ...text }))
}

/** The reply of a case as it stands now. */
export async function replyOf({ site }: GivenCases, ref: string): Promise<StoredLetter> {
  const { application } = await readCase(site, site.database.read, ref)
  const letter = (await listLetters(site.database.read, application.id)).find((one) => one.kind === 'reply')
  if (letter === undefined) throw new Error(`case ${ref} has no reply`)
  return letter
}

const hands = [
  ['submit', 'writer'],
  ['approve', 'head'],
  ['clear', 'secrecy'],
  ['sign', 'signer'],
] as const

/** Writes the reply and takes it through the hands, up to and including the one that is named. */
export async function handOn(given: GivenCases, ref: string, until: 'draft' | (typeof hands)[number][0] = 'sign'): Promise<StoredLetter> {
  const { site, cast } = given
  must(await writeReply(site, cast.writer, anew(ref), { number: '', title: '答复书', body: '同意公开。', bodyEn: '' }))
  for (const [move, by] of until === 'draft' ? [] : hands) {
    const letterId = (await replyOf(given, ref)).id
    must(await moveLetter(site, cast[by], anew(ref), { letterId, move, remark: '' }))
    if (move === until) break
  }
  return replyOf(given, ref)
}

/** Decides, writes, signs and sends through the portal on a day. */
export async function answer(given: GivenCases, ref: string, on: string, text: DecisionText = pointed): Promise<StoredApplication> {
  return given.onDay(on, async () => {
    await decide(given, ref, text)
    await handOn(given, ref)
    const service = { way: 'portal', sentOn: asDay(on), servedOn: undefined, tracking: '' } as const
    return must(await sendReply(given.site, given.cast.writer, anew(ref), service))
  })
}
