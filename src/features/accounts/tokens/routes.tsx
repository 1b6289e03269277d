import { addDays } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { covers, reach } from '../../../kernel/policy.ts'
import { history } from '../../../platform/journal/index.ts'
import { type Answer, type Ask, field, fields, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { exists, findUnit, listUnits, type Unit } from '../../organisations/index.ts'
import { numberIn } from '../number-in.ts'
import { errorsOf } from '../pages/errors-of.ts'
import { NewSystemPage, type SystemValues } from '../pages/new-system-page.tsx'
import { SystemPage } from '../pages/system-page.tsx'
import { SystemsPage } from '../pages/systems-page.tsx'
import { TokenPage } from '../pages/token-page.tsx'
import { visitorOf } from '../visitor-of.ts'
import { issueToken, renewToken } from './issue-token.ts'
import { apiRules } from './load-api-rules.ts'
import { findSystem } from './queries.ts'
import { type ListedSystem, readSystems } from './read-systems.ts'
import { revokeToken } from './revoke-token.ts'
import { systemSubject, type TokenRefusal } from './system.ts'

/** Systems of units, their tokens, and who answers for them. */
export const tokenRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/systems', policy: 'systems.read', answer: showSystems },
  { method: 'GET', path: '/desk/systems/new', policy: 'systems.manage', answer: (ask) => newSystemPage(ask, []) },
  { method: 'POST', path: '/desk/systems/new', policy: 'systems.manage', answer: answerNew },
  { method: 'GET', path: '/desk/systems/:id', policy: 'systems.read', about: unitOfSystem, answer: (ask) => systemPage(ask, []) },
  { method: 'POST', path: '/desk/systems/:id', policy: 'systems.manage', about: unitOfSystem, answer: answerSystem },
]

async function unitOfSystem(ask: Ask): Promise<string | undefined> {
  const system = await findSystem(ask.site.database.read, numberIn(ask, 'id'))
  return system && (await findUnit(ask.site.database.read, system.unitId))?.path
}

async function showSystems(ask: Ask): Promise<Answer> {
  const systems = await readSystems(ask.site.database.read, visitorOf(ask).posts, 'systems.read')
  return { page: <SystemsPage reader={ask.reader} systems={systems} /> }
}

async function newSystemPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  const values = valuesOf(ask, status === 200)
  const props = { values, errors, units: await unitsToChoose(ask), longestDays: apiRules.tokens.longestDays }
  return { status, page: <NewSystemPage reader={ask.reader} {...props} /> }
}

async function answerNew(ask: Ask): Promise<Answer> {
  const outcome = await issueToken(ask.site, visitorOf(ask), valuesOf(ask, false))
  if (!outcome.ok) return newSystemPage(ask, errorsFrom(ask, outcome.refusals), 422)
  return { page: <TokenPage reader={ask.reader} {...outcome.value} baseUrl={ask.site.config.baseUrl} /> }
}

async function systemPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  const listed = await systemIn(ask)
  const record = await history(ask.site.database.read, systemSubject(listed.system.id))
  const { scopes } = listed.system
  const usual = { responsible: listed.responsible.login, scopes: [...scopes], expiresOn: usualEnd(ask) }
  const values = status === 200 ? { ...valuesOf(ask, false), ...usual } : valuesOf(ask, false)
  const props = { listed, record, values, reason: field(ask, 'reason'), errors, done: ask.query['done'] }
  return { status, page: <SystemPage reader={ask.reader} {...props} longestDays={apiRules.tokens.longestDays} /> }
}

/** The page holds two forms; which one was sent stands in it. */
async function answerSystem(ask: Ask): Promise<Answer> {
  const id = numberIn(ask, 'id')
  if (field(ask, 'act') === 'renew') {
    const outcome = await renewToken(ask.site, visitorOf(ask), id, valuesOf(ask, false))
    if (!outcome.ok) return systemPage(ask, errorsFrom(ask, outcome.refusals), 422)
    return { page: <TokenPage reader={ask.reader} {...outcome.value} baseUrl={ask.site.config.baseUrl} /> }
  }
  const outcome = await revokeToken(ask.site, visitorOf(ask), id, field(ask, 'reason'))
  if (outcome.ok) return { redirect: `${href(ask.reader, `/desk/systems/${id}`)}?done=revoked` }
  const places = { 'revoked-already': 'reason', 'reason-missing': 'reason' } as const
  return systemPage(ask, errorsOf(ask.reader, outcome.refusals, places), 422)
}

async function systemIn(ask: Ask): Promise<ListedSystem> {
  const systems = await readSystems(ask.site.database.read, visitorOf(ask).posts, 'systems.read')
  const listed = systems.find(({ system }) => system.id === numberIn(ask, 'id'))
  if (listed === undefined) throw new NotFound(ask.reader.path)
  return listed
}

function valuesOf(ask: Ask, isFresh: boolean): SystemValues {
  return {
    name: field(ask, 'name'),
    unit: field(ask, 'unit'),
    responsible: field(ask, 'responsible'),
    scopes: fields(ask, 'scopes'),
    expiresOn: isFresh ? usualEnd(ask) : field(ask, 'expiresOn'),
  }
}

function usualEnd(ask: Ask): string {
  return addDays(ask.site.today(), apiRules.tokens.usualDays)
}

const places = {
  'system-name-missing': 'name',
  'system-name-long': 'name',
  'unit-unknown': 'unit',
  'unit-dissolved': 'unit',
  'responsible-unknown': 'responsible',
  'responsible-without-right': 'responsible',
  'scopes-missing': 'scopes',
  'until-form': 'expiresOn',
  'ended-already': 'expiresOn',
  'lasts-too-long': 'expiresOn',
} as const

function errorsFrom(ask: Ask, refusals: readonly TokenRefusal[]): FieldError[] {
  return errorsOf(ask.reader, refusals, places, { n: apiRules.tokens.longestDays })
}

async function unitsToChoose(ask: Ask): Promise<Unit[]> {
  const paths = reach('systems.manage', visitorOf(ask).posts)
  const units = await listUnits(ask.site.database.read)
  return units.filter((unit) => exists(unit, ask.site.today()) && paths.some((path) => covers(path, unit.path)))
}
