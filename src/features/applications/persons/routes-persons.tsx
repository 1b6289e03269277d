import { NotFound } from '../../../kernel/faults.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { unsealBytes } from '../../../platform/seal/index.ts'
import { readCase } from '../cases/read-case.ts'
import { aboutCase } from '../deeds/routes-deeds.tsx'
import { aboutFile } from '../intake/attach-sent.ts'
import { officerIn } from '../officer-in.ts'
import { RevealPage } from './pages/reveal-page.tsx'
import type { RevealRefusal } from './open-on-record.ts'
import { revealApplicant } from './reveal-applicant.ts'
import type { Applicant } from '../cases/applicant.ts'

const shared = { policy: 'applications.reveal', about: aboutCase } as const

/** Who asked: opened by duty, with a reason, and never by a link alone. */
export const personRoutes: readonly Route[] = [
  { ...shared, method: 'GET', path: '/desk/applications/:ref/applicant', answer: (ask) => revealPage(ask, []) },
  { ...shared, method: 'POST', path: '/desk/applications/:ref/applicant', answer: reveal },
  { ...shared, method: 'GET', path: '/desk/applications/:ref/proofs/:file', answer: openProof },
]

async function revealPage(ask: Ask, refusals: readonly RevealRefusal[], applicant?: Applicant): Promise<Answer> {
  const view = await readCase(ask.site, ask.site.database.read, ask.params['ref'] ?? '')
  const errors = refusals.map((one) => ({ field: 'reason', message: ask.reader.t(`applications.refused.${one}`) }))
  return {
    status: refusals.length > 0 ? 422 : 200,
    passes: true,
    page: <RevealPage reader={ask.reader} view={view} applicant={applicant} typed={field(ask, 'reason')} errors={errors} />,
  }
}

async function reveal(ask: Ask): Promise<Answer> {
  const outcome = await revealApplicant(ask.site, officerIn(ask), ask.params['ref'] ?? '', field(ask, 'reason').trim())
  return outcome.ok ? revealPage(ask, [], outcome.value) : revealPage(ask, outcome.refusals)
}

/** A proof of identity, opened; the opening is on the record. Always a download, of no particular kind. */
async function openProof(ask: Ask): Promise<Answer> {
  const { site, params } = ask
  const ref = params['ref'] ?? ''
  const { files } = await readCase(site, site.database.read, ref)
  const file = files.find((one) => String(one.id) === params['file'] && one.isSealed)
  if (file === undefined) throw new NotFound(ask.reader.path)
  const outcome = await revealApplicant(site, officerIn(ask), ref, ask.reader.t('applications.reveal.file', { name: file.name }))
  if (!outcome.ok) throw new NotFound(ask.reader.path)
  const sealed = await filesOf(site.config).read(file.sha256)
  return { file: unsealBytes(site.keys, sealed, aboutFile(ref)), type: 'application/octet-stream', name: file.name }
}
