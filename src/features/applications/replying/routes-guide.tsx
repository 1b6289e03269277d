import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { readCase } from '../cases/read-case.ts'
import { leavesOf } from '../cases/leaves-of.ts'
import { aboutCase } from '../deeds/routes-deeds.tsx'
import { stepOf } from '../law/guide.ts'
import { exemptionGuide } from '../load-exemption-guide.ts'
import { GuidePage } from './pages/guide-page.tsx'
import { listEarlier } from './queries-earlier.ts'

/** The guide to the outcome of an item: its answers stand in the address, which names nobody. */
export const guideRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/applications/:ref/guide/:item', policy: 'applications.handle', about: aboutCase, answer: showGuide },
]

async function showGuide(ask: Ask): Promise<Answer> {
  const { site, reader, params } = ask
  const view = await readCase(site, site.database.read, params['ref'] ?? '')
  const item = view.items.find((one) => String(one.id) === params['item'])
  if (item === undefined) throw new NotFound(reader.path)
  const { application, unit } = view
  const step = stepOf(exemptionGuide, ask.query)
  const known = leavesOf(application).map(({ code }) => code)
  const isOfDay = step.kind === 'question' || known.includes(step.outcome)
  const earlier = step.kind === 'end' ? await listEarlier(site.database.read, unit.id, step.outcome, application.id) : []
  return { page: <GuidePage {...{ reader, view, item, step, earlier, isOfDay }} /> }
}
