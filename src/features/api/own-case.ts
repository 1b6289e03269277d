import type { z } from 'zod'
import type { WordKey } from '../../kernel/words.ts'
import { createHash } from 'node:crypto'
import { keyedHash } from '../../platform/seal/index.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import { pathOfCase, readCase, type CaseAt, type CaseView } from '../applications/index.ts'
import type { caseStanding } from './case-give-forms.ts'
import { refuseCall } from './refuse-call.ts'

/** For the edge: the unit of the case in the address; undefined where there is none. */
export function unitOfCase({ site, params }: Call): Promise<string | undefined> {
  return pathOfCase(site.database.read, params['ref'] ?? '')
}

/** The case in the address as an act wants it named: with the version that the client saw, and a key that makes it happen once. */
export function caseAt(call: Call): CaseAt & { once: string } {
  const version = /^(\d{1,9})-/.exec(call.seen)?.[1]
  if (version === undefined) throw new Problem('changed-meanwhile')
  return { ref: call.params['ref'] ?? '', once: onceOf(call), version: Number(version) }
}

/**
 * The name of this request in the register, in the form of a form's key. It outlives the kept answer, so that a request is not done twice
 * after that either; and it holds for this request alone, so that a key which is free again may be used for another.
 */
export function onceOf({ site, caller, key, fingerprint }: Call): string {
  const hex = keyedHash(site.keys, `${caller.systemId}\n${key}\n${fingerprint}`, 'api.once').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

/** What an act on a case refused, each reason by the field that mends it. */
export function refuseCase(call: Call, refusals: readonly string[], fieldOf: Readonly<Record<string, string>>): Problem {
  if (refusals.includes('changed-meanwhile')) return new Problem('changed-meanwhile')
  const reasons = [...new Set(refusals)].map((code) => ({
    ...{ field: fieldOf[code] ?? '', code, word: `applications.refused.${code}` as WordKey },
  }))
  return refuseCall(call, reasons, reasons.every(({ field }) => field !== '') ? 'form-wrong' : 'refused')
}

/** Where the case in the address stands now: all that a changed case answers, so that nothing of anybody is kept with the answer. */
export async function answerStanding(call: Call, ref = call.params['ref'] ?? ''): Promise<CallAnswer & { body: Standing }> {
  const view = await readCase(call.site, call.site.database.read, ref)
  const body = viewStanding(call, view)
  return { body, tag: tagOfCase(view, body) }
}

type Standing = z.infer<typeof caseStanding>

export function viewStanding({ site }: Call, { application, unit }: Pick<CaseView, 'application' | 'unit'>): Standing {
  const { ref, number, state, receivedOn, dueOn, isProvisional, waitsUntil, endedOn, isInTime } = application
  const { baseUrl } = site.config
  return {
    ...{ ref, number, unit: { code: unit.code, nameZh: unit.nameZh, nameEn: unit.nameEn }, state, isProvisional },
    ...{ receivedOn: receivedOn ?? null, dueOn: dueOn ?? null, waitsUntil: waitsUntil ?? null },
    ...{ endedOn: endedOn ?? null, isInTime: isInTime ?? null },
    ...{ api: `${baseUrl}/api/v1/desk/applications/${ref}`, desk: `${baseUrl}/desk/applications/${ref}` },
  }
}

/** The validator of a case: its version, by which acts compare, and what was given, which also the day and the checks of files change. */
export function tagOfCase({ application }: Pick<CaseView, 'application'>, body: unknown): string {
  return `${application.version}-${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}`
}
