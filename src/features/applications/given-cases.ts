import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { givenCast, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import type { CaseEvent, ReceiptChannel } from '../../kernel/case/event.ts'
import { asDay } from '../../kernel/day.ts'
import type { Unit } from '../organisations/index.ts'
import type { Applicant } from './cases/applicant.ts'
import { storedForm, type StoredApplication } from './cases/application.ts'
import { changeCase } from './cases/change-case.ts'
import { findCounter } from './cases/queries-counters.ts'
import { openCase } from './intake/open-case.ts'
import { openCounter } from './intake/open-counter.ts'

/** A city with two units that take applications, its people, and a way to enter cases on whatever day. */
export interface GivenCases {
  site: TestSite
  city: Unit
  safety: Unit
  water: Unit
  /** Their posts are in `safety`, except the office, which is the city's. */
  cast: Cast
  /** Enters a case on a day; then the day is what it was. */
  enter(unit: Unit, on: string, more?: Partial<Entered>): Promise<{ id: number; ref: string; number: string }>
  /** Adds events of the clock to a case, and what goes with them. */
  change(ref: string, on: string, events: CaseEvent[], handling?: Partial<StoredApplication>): Promise<StoredApplication>
  /** Does something on a day; then the day is what it was. */
  onDay<T>(day: string, work: () => Promise<T>): Promise<T>
}

interface Entered {
  wanted: string
  channel: ReceiptChannel
  applicant: Partial<Applicant>
  kind: 'information' | 'correction'
  items: string[]
  /** For what has arrived only once the applicant was reached: that day. */
  confirmedOn: string
}

/** Somebody who asks; the number is of nobody. */
export const applicantOf = (more: Partial<Applicant> = {}): Applicant => ({
  ...{ kind: 'person', name: '王小明', identityKind: 'passport', identityNumber: 'E12345678', phone: '13900001111', email: '' },
  ...{ address: '', contactName: '', agentName: '', agentIdentityNumber: '' },
  ...more,
})

export async function givenCases(today = '2026-06-15'): Promise<GivenCases> {
  const site = await freshSite(today)
  site.config.dataDir = mkdtempSync(join(tmpdir(), 'gongkai-cases-'))
  const city = await givenUnit(site, { code: 'mc' })
  const [safety, water] = [await givenUnit(site, { code: 'safety' }, city), await givenUnit(site, { code: 'water' }, city)]
  const cast = await givenCast(site, safety)
  const office = { ...cast.office, posts: [{ role: 'office' as const, unitPath: city.path }] }
  for (const unit of [safety, water]) await openCounter(site, unit.id, undefined, { sinceOn: asDay('2019-05-15') })
  const onDay = async <T>(day: string, work: () => Promise<T>): Promise<T> => {
    const before = site.day
    site.day = day
    return work().finally(() => (site.day = before))
  }
  return {
    ...{ site, city, safety, water, cast: { ...cast, office }, onDay },
    enter: (
      unit,
      on,
      { wanted = '全市防汛应急预案', channel = 'counter', applicant = {}, kind = 'information', items = [], confirmedOn } = {},
    ) =>
      onDay(on, () =>
        site.database.transaction(async (db) => {
          const opened = await openCase(
            site,
            db,
            'system',
            { unit, promiseDays: (await findCounter(db, unit.id))?.promiseDays },
            {
              wish: { kind, wanted, documentHint: '', reason: '', form: 'electronic', way: 'email', items },
              applicant: applicantOf(applicant),
              ...{ channel, arrivedOn: asDay(on), isMailed: false, language: 'zh', formKey: randomUUID() },
              ...(confirmedOn === undefined ? {} : { confirmedOn: asDay(confirmedOn) }),
            },
          )
          return must(opened)
        }),
      ),
    change: (ref, on, events, handling = {}) =>
      onDay(on, async () =>
        must(
          await changeCase<never>(site, 'system', { ref }, async () => ({
            ok: true,
            value: { act: 'applications.note', events: events.map((event) => storedForm(event)), handling },
          })),
        ),
      ),
  }
}
