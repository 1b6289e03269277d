import { NotFound } from '../../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { officerIn } from '../officer-in.ts'
import { writeLedger } from '../../../platform/paper/write-ledger.ts'
import { findByIdentity } from './find-by-identity.ts'
import { ledgerPaper } from './ledger-rows.ts'
import { listingFrom, orderOf, readKey } from './listing.ts'
import { IdentityPage } from './pages/identity-page.tsx'
import { LedgerPage, ledgerYear } from './pages/ledger-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { listCases } from './queries.ts'
import { listLedger } from './queries-work.ts'
import { readLines } from './read-lines.ts'
import { questionOf, readRegister } from './read-register.ts'
import { registerTable } from './register-table.ts'
import { unitsInReach } from './units-in-reach.ts'

const policy = 'applications.read'

/** The register at the desk: its list, the same to take away, one year of it to print, and the search by identity number. */
export const listRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/applications', policy, answer: showRegister },
  { method: 'GET', path: '/desk/applications.csv', policy, answer: download },
  { method: 'GET', path: '/desk/applications/ledger', policy, answer: showLedger },
  { method: 'GET', path: '/desk/applications/ledger.pdf', policy, answer: printLedger },
  { method: 'POST', path: '/desk/applications/identity', policy, answer: searchByIdentity },
]

const mostDownloaded = 50_000
const ledgerLength = 1_000

async function showRegister(ask: Ask): Promise<Answer> {
  const { site, reader, query } = ask
  const listing = listingFrom(query, reader.may('applications.handle') ? 'mine' : 'open')
  const after = readKey(query['after'] ?? '', orderOf(listing.view))
  const register = await readRegister(site, officerIn(ask), listing, after)
  return { page: <RegisterPage {...{ reader, register, listing }} calendar={site.calendar} isLater={after !== undefined} /> }
}

async function download(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const officer = officerIn(ask)
  const reached = await unitsInReach(site, policy, officer.posts)
  const { units } = reached
  const question = questionOf(site, officer, listingFrom(ask.query), reached)
  const lines = await readLines(site, await listCases(site.database.read, question, { limit: mostDownloaded }), units)
  const name = `${reader.t('applications.register.title')} ${reader.today}.csv`
  return { file: Buffer.from(registerTable(reader, lines)), type: 'text/csv; charset=utf-8', name }
}

async function showLedger(ask: Ask): Promise<Answer> {
  return { page: <LedgerPage reader={ask.reader} {...await readLedger(ask)} /> }
}

async function printLedger(ask: Ask): Promise<Answer> {
  const { unit, year, lines } = await readLedger(ask)
  if (unit === undefined) return { redirect: href(ask.reader, '/desk/applications/ledger') }
  const paper = await writeLedger(ledgerPaper(ask.reader, { unit, year, lines, at: ask.site.now() }))
  return { file: paper.pdf, type: 'application/pdf', name: `${unit.code}-${year}.pdf` }
}

/** The part of a unit's register that an address asks for; no unit where it names none. Throws NotFound for one out of reach. */
async function readLedger(ask: Ask) {
  const { site, reader, query } = ask
  const { units } = await unitsInReach(site, policy, officerIn(ask).posts)
  const code = query['unit'] ?? ''
  const unit = units.find((one) => one.code === code)
  if (code !== '' && unit === undefined) throw new NotFound('no such unit in reach')
  const year = ledgerYear(reader, query['year'])
  const from = /^\d{1,9}$/.test(query['from'] ?? '') ? Number(query['from']) : 1
  const found = unit === undefined ? [] : await listLedger(site.database.read, unit.id, year, from, ledgerLength + 1)
  const lines = await readLines(site, found.slice(0, ledgerLength), units)
  return { units, unit, year, lines, from, next: found[ledgerLength]?.serial }
}

/** Answers directly, so that the number stands in no address; it is forgotten with the request, the search is on the record. */
async function searchByIdentity(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const number = field(ask, 'identity').trim()
  const { units } = await unitsInReach(site, policy, officerIn(ask).posts)
  const unitIds = units.map((unit) => unit.id)
  const found = number === '' ? [] : await findByIdentity(site, officerIn(ask), unitIds, number)
  const errors = number === '' ? [{ field: 'identity', message: reader.t('applications.register.identity.missing') }] : []
  const lines = await readLines(site, found, units)
  return { status: errors.length > 0 ? 422 : 200, page: <IdentityPage {...{ reader, lines, errors }} calendar={site.calendar} /> }
}
