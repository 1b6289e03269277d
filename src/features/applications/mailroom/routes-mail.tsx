import { NotFound } from '../../../kernel/faults.ts'
import { dayOf } from '../../../kernel/day.ts'
import type { WordKey } from '../../../kernel/words.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { findUnit } from '../../organisations/index.ts'
import { findById } from '../cases/queries.ts'
import { readCase } from '../cases/read-case.ts'
import { longestWanted } from '../cases/wish.ts'
import { fieldOfRefusal } from '../intake/routes-intake.tsx'
import { RegisteredPage } from '../intake/pages/registered-page.tsx'
import { applicantIn, arrivalIn, itemsIn, typedRequest, wishIn, type TypedRequest } from '../intake/typed-form.ts'
import { officerIn } from '../officer-in.ts'
import { unitsInReach } from '../register/units-in-reach.ts'
import { acceptMail } from './accept-mail.ts'
import type { Candidate } from './candidate.ts'
import { lookIntoEnclosures } from './look-into-enclosures.ts'
import { openMail } from './open-mail.ts'
import { MailListPage } from './pages/mail-list-page.tsx'
import { MailPage } from './pages/mail-page.tsx'
import { countWaitingMails, findCandidate, listWaiting } from './queries.ts'
import { pathOfMail } from './reach-mail.ts'
import type { OpenedMail } from './read-mail.ts'
import { refuseMail } from './refuse-mail.ts'

const path = '/desk/applications/mail'
const policy = 'applications.register'
const shared = { policy, about: ({ site, params }: Ask) => pathOfMail(site.database.read, params['id'] ?? '') } as const

/** Letters by mail: those that wait, one of them opened, and what becomes of it. */
export const mailRoutes: readonly Route[] = [
  { method: 'GET', path, policy, answer: showList },
  { ...shared, method: 'GET', path: `${path}/:id`, answer: (ask) => showMail(ask, []) },
  { ...shared, method: 'GET', path: `${path}/:id/files/:file`, answer: download },
  { ...shared, method: 'POST', path: `${path}/:id/accept`, answer: accept },
  { ...shared, method: 'POST', path: `${path}/:id/refuse`, answer: refuse },
]

const mostShown = 200

async function showList(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const { units } = await unitsInReach(site, policy, officerIn(ask).posts)
  const ids = units.map((unit) => unit.id)
  const db = site.database.read
  const letters = await listWaiting(db, ids, false, mostShown)
  const automatic = await listWaiting(db, ids, true, mostShown)
  const said = ask.query['said'] === 'refused' ? 'refused' : ''
  return { page: <MailListPage {...{ reader, units, letters, automatic, said }} count={await countWaitingMails(db, ids)} /> }
}

const idIn = (ask: Ask): number => Number(ask.params['id'])

/** The letter that is asked for, opened, with what stands in the way of what was just tried. Each time it is shown it is opened anew. */
async function showMail(ask: Ask, refusals: readonly string[], typed?: TypedRequest): Promise<Answer> {
  const { site, reader, query } = ask
  const opened = await openMail(site, officerIn(ask), idIn(ask))
  const candidate = await findCandidate(site.database.read, idIn(ask))
  const unit = candidate && (await findUnit(site.database.read, candidate.unitId))
  if (candidate === undefined || unit === undefined) throw new NotFound(reader.path)
  const made = candidate.applicationId === undefined ? undefined : await findById(site.database.read, candidate.applicationId)
  const errors = refusals.map((one) => ({
    ...{ field: fieldOfMail[one] ?? fieldOfRefusal[one] ?? 'wanted', message: reader.t(wordsOfRefusal(one)) },
  }))
  const isAsked = query['look'] === '1' && opened !== undefined
  const looks = isAsked ? await lookIntoEnclosures(site, unit.id, opened.enclosures) : undefined
  return {
    status: refusals.length > 0 ? 422 : 200,
    passes: true,
    page: (
      <MailPage
        {...{ reader, unit, candidate, opened, looks, errors }}
        caseRef={made?.ref}
        typed={typed ?? typedFrom(candidate, opened)}
        items={field(ask, 'item')}
        chosen={fields(ask, 'proof')}
      />
    ),
  }
}

const fieldOfMail: Record<string, string> = { 'refuse-reason-missing': 'refusal', 'unit-missing': 'arrivedOn' }

function wordsOfRefusal(one: string): WordKey {
  return (one === 'refuse-reason-missing' ? 'applications.mail.refuse-reason-missing' : `applications.refused.${one}`) as WordKey
}

/** A request as far as a letter says it. Who asks is for a person to read: anybody can write any name. */
function typedFrom({ arrivedAt }: Candidate, opened: OpenedMail | undefined): TypedRequest {
  const wanted = [...(opened?.mail.text ?? '')].slice(0, longestWanted).join('')
  const email = opened?.mail.faults.includes('unusable-sender') === true ? '' : (opened?.mail.from.address ?? '')
  return {
    ...typedRequest({ body: {} }),
    ...{ kind: 'information', form: 'electronic', way: 'email' },
    ...{ wanted, email, arrivedOn: dayOf(arrivedAt) },
  }
}

/** A file of a letter that still waits, if it is one that is taken; the opening is on the record. Always a download, of no particular kind. */
async function download(ask: Ask): Promise<Answer> {
  const opened = await openMail(ask.site, officerIn(ask), idIn(ask))
  const file = opened?.enclosures.find(({ nth, wrong }) => String(nth) === ask.params['file'] && wrong.length === 0)
  if (file === undefined) throw new NotFound(ask.reader.path)
  return { file: file.bytes, type: 'application/octet-stream', name: file.name }
}

async function accept(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const typed = typedRequest(ask)
  const { arrivedOn, confirmedOn } = arrivalIn(typed)
  const outcome = await acceptMail(site, officerIn(ask), idIn(ask), {
    ...{ wish: wishIn(typed, itemsIn(ask)), applicant: applicantIn(typed), arrivedOn, confirmedOn },
    enclosures: fields(ask, 'proof').map(Number),
  })
  if (outcome.ok) {
    const view = await readCase(site, site.database.read, outcome.value.ref)
    return { passes: true, page: <RegisteredPage reader={reader} view={view} code={outcome.value.code} /> }
  }
  return outcome.refusals.includes('decided') ? toLetter(ask) : showMail(ask, outcome.refusals, typed)
}

/** Decided before, by whomever: its page says how. */
function toLetter(ask: Ask): Answer {
  return { redirect: href(ask.reader, `${path}/${idIn(ask)}`) }
}

async function refuse(ask: Ask): Promise<Answer> {
  const outcome = await refuseMail(ask.site, officerIn(ask), idIn(ask), field(ask, 'refusal'))
  if (outcome.ok) return { redirect: `${href(ask.reader, path)}?said=refused` }
  return outcome.refusals.includes('decided') ? toLetter(ask) : showMail(ask, outcome.refusals)
}
