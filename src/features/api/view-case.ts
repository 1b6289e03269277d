import type { z } from 'zod'
import type { Call } from '../../platform/http/api/call.ts'
import { allDeeds, leavesOf, type DeskCase, type ToldLine } from '../applications/index.ts'
import { asCaseClock } from '../portal/index.ts'
import { officerMay } from '../publishing/index.ts'
import type { caseLine, caseWhole } from './case-give-forms.ts'
import { isForSystems } from './deed-fields.ts'
import { viewStanding } from './own-case.ts'
import { officerOf } from './own-draft.ts'

type Line = z.infer<typeof caseLine>
type Whole = z.infer<typeof caseWhole>

/** A case as its unit's system sees it: never who asked, nor the words of anybody about it. */
export async function viewCase(call: Call, view: DeskCase): Promise<Whole> {
  const { application, events, edition, clock } = view
  const { documentHint, reason, formWanted, wayWanted } = application
  return {
    ...viewCaseLine(call, application, view),
    ...{ documentHint, reason, form: formWanted, way: wayWanted, promisedOn: view.promisedOn ?? null },
    clock: asCaseClock(edition.id, clock),
    events: events.map(({ id, kind, on, at, fields }) => ({ id, kind, on, at: at.toISOString(), fields })),
    items: view.decisions.items.map(viewItem),
    outcomes: leavesOf(application).map((leaf) => ({
      ...{ code: leaf.code, labelZh: leaf.labelZh, labelEn: leaf.labelEn },
    })),
    reply: viewReply(view),
    ...viewOthers(view),
    deeds: await viewDeeds(call, view),
  }
}

/** The same in one line of the register. */
export function viewCaseLine(call: Call, application: LineFacts, { unit }: Pick<DeskCase, 'unit'>): Line {
  const { kind, channel, arrivedOn, innerDueOn, applicantKind, maskedName, wanted, leaf } = application
  return {
    ...viewStanding(call, { application: application as DeskCase['application'], unit }),
    ...{ kind, channel, arrivedOn, innerDueOn: innerDueOn ?? null, wanted, leaf },
    applicant: { kind: applicantKind, masked: maskedName },
  }
}

type LineFacts = ToldLine | DeskCase['application']

function viewItem({ item, missing, files }: DeskCase['decisions']['items'][number]): Whole['items'][number] {
  const { position, words, leaf, ground, facts, harm, discretion, search, pointer, withheld } = item
  return {
    ...{ position, words, leaf, ground, facts, harm, discretion, search, pointer, withheld },
    missing: [...missing],
    files: files.map(({ id, role, name, sizeBytes, sha256 }) => ({ id, role, name, sizeBytes: Number(sizeBytes), sha256 })),
  }
}

function viewReply({ reply }: DeskCase): Whole['reply'] {
  if (reply === undefined) return null
  const { number, title, body, bodyEn, stage, service } = reply.letter
  return {
    ...{ number, title, body, bodyEn, stage, obstacles: [...reply.situation.missing] },
    ...{ way: service?.way ?? null, sentOn: service?.sentOn ?? null, servedOn: service?.servedOn ?? null },
  }
}

function viewOthers({ consultations, errands, challenges, units }: DeskCase): Pick<Whole, 'consultations' | 'errands' | 'challenges'> {
  const codeOf = (id: number | undefined) => (id === undefined ? undefined : units.get(id)?.code)
  return {
    consultations: consultations.map(({ id, party, unitId, maskedName, answer, isFounded, override }) => ({
      ...{ id, party, unit: codeOf(unitId) ?? null, masked: maskedName, answer: answer ?? null, isFounded: isFounded ?? null },
      isOverridden: override !== '',
    })),
    errands: errands.map(({ unitId, dueOn, answeredAt }) => ({
      ...{ unit: codeOf(unitId) ?? '', dueOn, isAnswered: answeredAt !== undefined },
    })),
    challenges: challenges.map(({ id, kind, filedOn, acceptedOn, dueOn, result, decidedOn }) => ({
      ...{ id, kind, filedOn, acceptedOn: acceptedOn ?? null, dueOn: dueOn ?? null, result, decidedOn: decidedOn ?? null },
    })),
  }
}

/** What the system may do to the case now; what a field would hold before anybody typed is left to people. */
async function viewDeeds(call: Call, view: DeskCase): Promise<Whole['deeds']> {
  const officer = officerOf(call)
  const own = allDeeds.filter((deed) => isForSystems(deed) && officerMay(officer, deed.policy, view.unit.path) && deed.isOffered(view))
  const deeds: Whole['deeds'] = []
  for (const deed of own) {
    const fields = await deed.fields(view, call.site, call.lang)
    deeds.push({
      verb: deed.verb,
      fields: fields.map(({ name, kind, isOptional = false, options }) => ({
        ...{ name, kind, isOptional, options: options === undefined ? null : [...options] },
      })),
    })
  }
  return deeds
}
