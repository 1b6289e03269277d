import { refused, done, type Outcome } from '../../../kernel/outcome.ts'
import type { Day } from '../../../kernel/day.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits } from '../../organisations/index.ts'
import { periodFrom } from '../figures/period.ts'
import { insertRound } from './queries.ts'
import { openRefusals, type OpenRefusal, type Round, type RoundKind } from './round.ts'
import { roundContent, roundSubject } from './tell-round.ts'

/** A round as the form sends it; `dueOn` is undefined where no day could be read. */
export interface NewRound {
  unitId: number
  kind: RoundKind
  period: string
  dueOn: Day | undefined
  words: string
  unitIds: readonly number[]
}

/** The office asks units under it, or its own, for a report of a kind and a period. One round for each kind and period. */
export async function openRound(site: Site, personId: number, form: NewRound): Promise<Outcome<Round, OpenRefusal>> {
  return site.database.transaction(async (db) => {
    const units = await listUnits(db)
    const own = units.find(({ id }) => id === form.unitId)
    const asked = units.filter(({ id }) => form.unitIds.includes(id))
    const refusals = openRefusals({ ...form, asked: asked.length }, periodFrom(form.period), site.today())
    if (own === undefined || asked.some(({ path }) => !path.startsWith(own.path))) refusals.push('not-below')
    const { dueOn } = form
    if (refusals.length > 0 || dueOn === undefined) return refused(...refusals)
    const at = site.now()
    const unitIds = asked.map(({ id }) => id).toSorted((one, other) => one - other)
    const round = await insertRound(db, { ...form, dueOn, words: form.words.trim(), unitIds, openedBy: personId, openedAt: at })
    if (round === undefined) return refused('opened-before')
    await record(db, {
      ...{ at, actor: `person:${personId}`, act: 'reports.open-round', subject: roundSubject(round.id), unitId: round.unitId },
      content: await roundContent(db, round),
    })
    return done(round)
  })
}
