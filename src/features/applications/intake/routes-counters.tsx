import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { exists } from '../../organisations/index.ts'
import { listCounters } from '../cases/queries-counters.ts'
import { officerIn } from '../officer-in.ts'
import { unitsInReach } from '../register/units-in-reach.ts'
import { changeCounter, statuteDays, type CounterRefusal } from './change-counter.ts'
import { CountersPage } from './pages/counters-page.tsx'

const path = '/desk/applications/counters'
const policy = 'applications.counters'

/** Which units take applications, and what they promise beyond the statute. */
export const counterRoutes: readonly Route[] = [
  { method: 'GET', path, policy, answer: (ask) => showCounters(ask, []) },
  { method: 'POST', path, policy, answer: change },
]

async function showCounters(ask: Ask, refusals: readonly CounterRefusal[]): Promise<Answer> {
  const { site, reader } = ask
  const reached = await unitsInReach(site, policy, officerIn(ask).posts)
  const units = reached.units.filter((unit) => exists(unit, site.today()))
  const counters = new Map((await listCounters(site.database.read)).map((counter) => [counter.unitId, counter]))
  const errors = refusals.map((one) => ({
    ...(one === 'unit-missing'
      ? { field: 'unit', message: reader.t('applications.refused.unit-missing') }
      : { field: 'promise', message: reader.t(`applications.handling.counter.${one}`, { n: statuteDays(site) }) }),
  }))
  return {
    status: refusals.length > 0 ? 422 : 200,
    page: (
      <CountersPage
        {...{ reader, units, counters, errors }}
        statuteDays={statuteDays(site)}
        typed={{ unit: field(ask, 'unit') || (ask.query['unit'] ?? ''), promise: field(ask, 'promise') }}
        isSaved={ask.query['said'] === 'saved'}
      />
    ),
  }
}

async function change(ask: Ask): Promise<Answer> {
  const typed = { unit: field(ask, 'unit').trim(), promise: field(ask, 'promise').trim() }
  const outcome = await changeCounter(ask.site, officerIn(ask), typed)
  return outcome.ok ? { redirect: `${href(ask.reader, path)}?said=saved` } : showCounters(ask, outcome.refusals)
}
