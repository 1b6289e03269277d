import { addDays, addMonths, monthOf, type Day } from '../kernel/day.ts'
import { findPeople, listPeopleWithRole } from '../features/accounts/index.ts'
import { channelRules, keepCarrier, postDocuments, readDue, type Carrier } from '../features/channels/index.ts'
import type { DemoCarrier } from './read-pack.ts'
import type { Setting } from './setting.ts'
import { momentOn, monthsOfPast, mustSucceed, type Moment } from './stage.ts'

/** The carriers of the demo city are entered when it takes the system into use; columns and walls are filled month by month. */
export function carriersOf(setting: Setting, carriers: readonly DemoCarrier[]): Moment[] {
  const start = addMonths(setting.today, -monthsOfPast)
  return carriers.flatMap((one, index) => {
    const kept: { carrier?: Carrier } = {}
    const enter: Moment = {
      at: momentOn(start, 9 * 60 + 3),
      happens: async () => void (kept.carrier = await enterCarrier(setting, one, start)),
    }
    const days = fillingDays(setting.today, one)
    return [enter, ...days.map((day) => ({ at: momentOn(day, 10 * 60 + (index % 40)), happens: () => fill(setting, one, kept.carrier) }))]
  })
}

async function enterCarrier({ stage, units }: Setting, one: DemoCarrier, sinceOn: Day): Promise<Carrier> {
  const { site } = stage
  const unit = units.get(one.unit)
  if (unit === undefined) throw new Error(`the demo city: no unit ${one.unit}`)
  const officers = await listPeopleWithRole(site.database.read, 'information-officer', unit.path, sinceOn)
  const { kind, nameZh, nameEn, placeZh, placeEn } = one
  const draft = {
    ...{ unitId: unit.id, kind, nameZh, nameEn, placeZh, placeEn, sinceOn },
    web: one.web ?? '',
    kindSaid: one.kindSaid ?? '',
    rhythm: one.rhythm ?? channelRules.kinds.find((known) => known.kind === kind)?.rhythm ?? '',
    keeperId: officers.find((person) => person.login === one.keeper)?.id,
  }
  return mustSucceed(await keepCarrier(site, 'system', draft), nameZh)
}

/** The fifth of each month, or of each quarter's first month, as long as somebody fills it. */
function fillingDays(today: Day, one: DemoCarrier): Day[] {
  if (one.putsUp === undefined) return []
  const until = one.stopsMonthsAgo === undefined ? today : addMonths(today, -one.stopsMonthsAgo)
  const months = Array.from({ length: monthsOfPast }, (_, n) => monthOf(addMonths(today, n - monthsOfPast + 1)))
  const wanted = months.filter((month) => one.putsUp === 'monthly' || Number(month.slice(5)) % 3 === 1)
  return wanted.map((month) => addDays(`${month}-01` as Day, 4)).filter((day) => day < until)
}

const mostAtOnce = 6

/** What the catalogue wants there is put up, an hour before it is recorded. */
async function fill({ stage, units }: Setting, one: DemoCarrier, carrier: Carrier | undefined): Promise<void> {
  const { site } = stage
  const unit = units.get(one.unit)
  if (carrier === undefined || unit === undefined) return
  const { due } = await readDue(site, carrier, unit)
  if (due.length === 0) return
  const poster =
    carrier.keeperId === undefined ? {} : { personId: (await findPeople(site.database.read, [carrier.keeperId])).get(carrier.keeperId)?.id }
  const form = { issue: '', page: '', note: '', earlyReason: '', isOpenProof: false, once: '', postedAt: site.now() }
  const documentIds = due.slice(0, mostAtOnce).map((line) => line.id)
  mustSucceed(await postDocuments(site, poster, carrier.id, { ...form, documentIds }), `put up on ${carrier.nameZh}`)
}
