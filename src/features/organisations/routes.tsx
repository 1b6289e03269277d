import { covers, reach } from '../../kernel/policy.ts'
import { history } from '../../platform/journal/index.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { DeskUnitPage } from './pages/desk-unit-page.tsx'
import { DeskUnitsPage } from './pages/desk-units-page.tsx'
import { listUnitEvents, listUnits } from './queries.ts'
import { arrangeRoutes } from './routes-arrange.tsx'
import { profileRoutes } from './routes-profile.tsx'
import { askedUnit, pathOfAsked } from './routes-unit.ts'
import { unitSubject } from './subject.ts'
import { exists } from './unit.ts'

/** Every address of the units at the desk: the tree, a unit, its profile and its arrangement. Public pages are the portal's. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/desk/units', policy: 'units.read', answer: showTree },
  ...arrangeRoutes,
  { method: 'GET', path: '/desk/units/:code', policy: 'units.read', about: pathOfAsked, answer: showUnit },
  ...profileRoutes,
]

async function showTree(ask: Ask): Promise<Answer> {
  const paths = reach('units.read', ask.visitor?.posts ?? [])
  const units = (await listUnits(ask.site.database.read)).filter((unit) => paths.some((path) => covers(path, unit.path)))
  const filter = { words: (ask.query['q'] ?? '').slice(0, 100), incompleteOnly: ask.query['incomplete'] === '1' }
  return { page: <DeskUnitsPage reader={ask.reader} units={units} filter={filter} /> }
}

async function showUnit(ask: Ask): Promise<Answer> {
  const { read } = ask.site.database
  const unit = await askedUnit(ask)
  const [units, events, record] = await Promise.all([listUnits(read), listUnitEvents(read, unit.id), history(read, unitSubject(unit.id))])
  const below = units.filter((one) => one.parentId === unit.id && exists(one, ask.reader.today))
  const parent = units.find((one) => one.id === unit.parentId)
  const done = ask.query['done'] ?? ''
  return { page: <DeskUnitPage reader={ask.reader} {...{ unit, parent, below, events, record, done }} others={units} /> }
}
