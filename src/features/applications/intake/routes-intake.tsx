import { randomUUID } from 'node:crypto'
import { covers, reach } from '../../../kernel/policy.ts'
import { loadHouseRules } from '../../../platform/house-rules.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { WordKey } from '../../../kernel/words.ts'
import { readCase } from '../cases/read-case.ts'
import { onceOrNew } from '../form-in.ts'
import { officerIn } from '../officer-in.ts'
import { listTakers } from './find-taker.ts'
import { RegisterPage } from './pages/register-page.tsx'
import { RegisteredPage } from './pages/registered-page.tsx'
import { deskChannels, registerApplication } from './register-application.ts'
import { applicantIn, arrivalIn, itemsIn, typedRequest, wishIn, type TypedRequest } from './typed-form.ts'

const path = '/desk/applications/new'

/** What comes on paper, by telephone or to the counter is entered here. */
export const intakeRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'applications.register', answer: showNew },
  {
    method: 'POST',
    path,
    policy: 'applications.register',
    takesFiles: true,
    bodyLimit: loadHouseRules().files.formBytes,
    answer: register,
  },
]

async function showNew(ask: Ask): Promise<Answer> {
  const units = await unitsFor(ask)
  const only = units.length === 1 ? (units[0]?.code ?? '') : ''
  const typed = { ...typedRequest({ body: {} }), unit: only, kind: 'information', arrivedOn: ask.site.today() }
  return newPage(ask, typed, randomUUID(), [])
}

async function unitsFor(ask: Ask) {
  const paths = reach('applications.register', officerIn(ask).posts)
  const units = await listTakers(ask.site.database.read, ask.site.today())
  return units.filter((unit) => paths.some((one) => covers(one, unit.path)))
}

async function newPage(ask: Ask, typed: TypedRequest, once: string, refusals: readonly string[]): Promise<Answer> {
  const { reader } = ask
  const errors = refusals.map((one) => ({
    ...{ field: fieldOfRefusal[one] ?? 'wanted', message: reader.t(`applications.refused.${one}` as WordKey) },
  }))
  return {
    status: refusals.length > 0 ? 422 : 200,
    passes: true,
    page: (
      <RegisterPage {...{ reader, typed, once, errors }} units={await unitsFor(ask)} channels={deskChannels} items={field(ask, 'item')} />
    ),
  }
}

async function register(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const typed = typedRequest(ask)
  const once = onceOrNew(ask)
  const outcome = await registerApplication(site, officerIn(ask), {
    ...{ unit: typed.unit, wish: wishIn(typed, itemsIn(ask)), applicant: applicantIn(typed), arrival: arrivalIn(typed), formKey: once },
    files: ask.files.filter((file) => file.field === 'proof' && file.bytes.length > 0),
  })
  if (!outcome.ok) return newPage(ask, typed, once, outcome.refusals)
  const view = await readCase(site, site.database.read, outcome.value.ref)
  return { passes: true, page: <RegisteredPage reader={reader} view={view} code={outcome.value.code} /> }
}

/** Which field mends a refusal of a request; shared by the form at the desk and the public one. */
export const fieldOfRefusal: Record<string, string> = {
  ...{ 'unit-missing': 'unit', 'channel-missing': 'channel', 'arrived-missing': 'arrivedOn', 'arrived-ahead': 'arrivedOn' },
  ...{ 'arrived-before-law': 'arrivedOn', 'confirmed-ahead': 'confirmedOn', 'confirmed-before-arrival': 'confirmedOn' },
  ...{ 'wanted-missing': 'wanted', 'wanted-too-short': 'wanted', 'wanted-too-long': 'wanted', 'hint-too-long': 'documentHint' },
  ...{ 'reason-missing': 'reason', 'reason-too-long': 'reason', 'form-missing': 'form', 'way-missing': 'way', 'too-many-items': 'item' },
  ...{ 'kind-missing': 'applicantKind', 'name-missing': 'name', 'name-too-long': 'name', 'identity-kind-missing': 'identityKind' },
  ...{ 'identity-missing': 'identityNumber', 'identity-wrong': 'identityNumber', 'contact-missing': 'phone', 'email-wrong': 'email' },
  ...{ 'address-missing': 'address', 'contact-name-missing': 'contactName', 'agent-identity-missing': 'agentIdentityNumber' },
  ...{ 'file-too-many': 'proof', 'file-empty': 'proof', 'file-too-large': 'proof', 'file-kind-not-allowed': 'proof' },
  'file-not-what-it-says': 'proof',
}
