import { NotFound } from '../../../kernel/faults.ts'
import { inReach, type Action } from '../../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { findUnit, listUnits, type Unit } from '../../organisations/index.ts'
import { before, periodWith } from '../figures/period.ts'
import { mayMapLines } from '../figures/whole-city.ts'
import { officerIn } from '../making/asked-report.ts'
import { beginBulletin } from './begin-bulletin.ts'
import type { Bulletin } from './bulletin.ts'
import { handBulletin } from './hand-bulletin.ts'
import { bulletinForm } from './load-bulletin-form.ts'
import { BulletinPage, type BulletinPageProps } from './pages/bulletin-page.tsx'
import { BulletinsPage, type BulletinsPageProps } from './pages/bulletins-page.tsx'
import { findBulletin, listBulletins, listIssues } from './queries-bulletins.ts'
import { readBulletin } from './read-bulletin.ts'
import { writeBulletin } from './write-bulletin.ts'

const path = '/desk/reports/bulletins'

/** Quarterly bulletins at the desk: begun, written, handed to publishing. */
export const bulletinRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'reports.read', answer: (ask) => showAll(ask) },
  { method: 'POST', path, policy: 'reports.write', answer: begin },
  { method: 'GET', path: `${path}/:id`, policy: 'reports.read', about: pathOfBulletin, answer: (ask) => show(ask) },
  { method: 'POST', path: `${path}/:id/words`, policy: 'reports.write', about: pathOfBulletin, answer: write },
  { method: 'POST', path: `${path}/:id/hand`, policy: 'reports.write', about: pathOfBulletin, answer: hand },
]

async function askedBulletin(ask: Ask): Promise<Bulletin | undefined> {
  const id = ask.params['id'] ?? ''
  return /^\d{1,15}$/.test(id) ? findBulletin(ask.site.database.read, Number(id)) : undefined
}

/** For the edge: the path of the town whose bulletin an address names. */
async function pathOfBulletin(ask: Ask): Promise<string | undefined> {
  const bulletin = await askedBulletin(ask)
  return bulletin && (await findUnit(ask.site.database.read, bulletin.unitId))?.path
}

async function towns(ask: Ask, action: Action): Promise<Unit[]> {
  const units = inReach(await listUnits(ask.site.database.read), action, ask.visitor?.posts ?? [])
  return units.filter(({ kind }) => bulletinForm.kinds.includes(kind))
}

async function showAll(ask: Ask, back: Partial<Pick<BulletinsPageProps, 'typed' | 'errors'>> = {}): Promise<Answer> {
  const db = ask.site.database.read
  const units = await towns(ask, 'reports.read')
  const bulletins = await listBulletins(
    db,
    units.map(({ id }) => id),
  )
  const issues = await listIssues(
    db,
    bulletins.map(({ id }) => id),
  )
  const quarter = periodWith('quarter', ask.reader.today)
  const typed = back.typed ?? { unit: '', quarter: before(quarter).code }
  const writable = await towns(ask, 'reports.write')
  const quarters = [quarter, before(quarter), before(before(quarter)), before(before(before(quarter)))]
  const props = { reader: ask.reader, units, bulletins, issues, writable, quarters, typed, mapsLines: await mayMapLines(ask) }
  return { status: back.errors ? 422 : 200, page: <BulletinsPage {...props} {...(back.errors ? { errors: back.errors } : {})} /> }
}

async function begin(ask: Ask): Promise<Answer> {
  const typed = { unit: field(ask, 'unit').trim(), quarter: field(ask, 'quarter').trim() }
  const unit = (await towns(ask, 'reports.write')).find(({ code }) => code === typed.unit)
  if (unit === undefined) {
    const errors = [{ field: 'unit', message: ask.reader.t('bulletin.refused.no-bulletin') }]
    return showAll(ask, { typed, errors })
  }
  const outcome = await beginBulletin(ask.site, officerIn(ask).personId, unit, typed.quarter)
  if (outcome.ok) return { redirect: href(ask.reader, `${path}/${outcome.value.id}?done=begun`) }
  const errors = outcome.refusals.map((refusal): FieldError => ({
    field: refusal === 'no-bulletin' || refusal === 'unit-ended' ? 'unit' : 'quarter',
    message: ask.reader.t(`bulletin.refused.${refusal}`),
  }))
  return showAll(ask, { typed, errors })
}

async function show(ask: Ask, back: Pick<BulletinPageProps, 'typed' | 'errors'> = {}): Promise<Answer> {
  const bulletin = await askedBulletin(ask)
  if (bulletin === undefined) throw new NotFound(`bulletin ${ask.params['id']}`)
  const view = await readBulletin(ask.site, bulletin)
  const props = { reader: ask.reader, view, ...back, done: ask.query['done'] ?? '' }
  return { status: back.errors ? 422 : 200, page: <BulletinPage {...props} /> }
}

async function write(ask: Ask): Promise<Answer> {
  const texts = Object.fromEntries(
    Object.keys(ask.body)
      .filter((name) => name.startsWith('words-'))
      .map((name) => [name.slice('words-'.length), field(ask, name).trim()]),
  )
  const id = Number(ask.params['id'])
  const outcome = await writeBulletin(ask.site, officerIn(ask).personId, id, { version: Number(field(ask, 'version')), texts })
  if (outcome.ok) return { redirect: href(ask.reader, `${path}/${id}?done=saved`) }
  const [first = ''] = Object.keys(texts)
  const errors = outcome.refusals.map((refusal): FieldError => ({
    field: `words-${first}`,
    message: ask.reader.t(`bulletin.refused.${refusal}`),
  }))
  return show(ask, { typed: texts, errors })
}

async function hand(ask: Ask): Promise<Answer> {
  const id = Number(ask.params['id'])
  const outcome = await handBulletin(ask.site, officerIn(ask), id, Number(field(ask, 'version')))
  if (outcome.ok) return { redirect: href(ask.reader, `${path}/${id}?done=handed`) }
  const errors = outcome.refusals.map((refusal): FieldError => ({ field: 'hand', message: ask.reader.t(`bulletin.refused.${refusal}`) }))
  return show(ask, { errors })
}
