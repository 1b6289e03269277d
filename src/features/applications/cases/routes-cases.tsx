import { randomUUID } from 'node:crypto'
import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import { may } from '../../../kernel/policy.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { writeDayTable } from '../../../platform/paper/write-day-table.ts'
import { href } from '../../../ui/reader.ts'
import { aboutCase } from '../deeds/routes-deeds.tsx'
import { caseAtIn } from '../form-in.ts'
import { officerIn } from '../officer-in.ts'
import { moveLetter } from '../replying/move-letter.ts'
import { composeDayTable } from './day-table.ts'
import { CasePage } from './pages/case-page.tsx'
import { readCase } from './read-case.ts'
import { readDeskCase } from './read-desk-case.ts'

/** One case at the desk, the files in it, and the hands of its letters. */
export const caseRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/applications/:ref', policy: 'applications.read', about: aboutCase, answer: (ask) => casePage(ask, []) },
  { method: 'GET', path: '/desk/applications/:ref/files/:file', policy: 'applications.read', about: aboutCase, answer: download },
  { method: 'GET', path: '/desk/applications/:ref/days.pdf', policy: 'applications.read', about: aboutCase, answer: printDays },
  { method: 'POST', path: '/desk/applications/:ref/letters/:letter', policy: 'applications.read', about: aboutCase, answer: move },
]

const saidWords = /^[a-z-]{1,40}$/

/** The page of the case that is asked for, with what stands in the way of what was just tried. */
export async function casePage(ask: Ask, refusals: readonly string[]): Promise<Answer> {
  const { site, reader } = ask
  const view = await readDeskCase(site, site.database.read, ask.params['ref'] ?? '')
  const typed = field(ask, 'remark')
  const errors = refusals.map((one) => ({
    field: 'remark',
    message: reader.t(`applications.refused.${one}` as 'applications.refused.no-right'),
  }))
  const said = ask.query['said'] ?? ''
  return {
    status: refusals.length > 0 ? 422 : 200,
    page: (
      <CasePage
        {...{ reader, view, errors, typed }}
        calendar={site.calendar}
        once={randomUUID()}
        said={saidWords.test(said) && refusals.length === 0 ? said : ''}
      />
    ),
  }
}

async function move(ask: Ask): Promise<Answer> {
  const { site, reader, params } = ask
  const ref = params['ref'] ?? ''
  const request = { letterId: Number(params['letter']), move: field(ask, 'move'), remark: field(ask, 'remark').trim() }
  const outcome = await moveLetter(site, officerIn(ask), caseAtIn(ask), request)
  if (outcome.ok) return { redirect: `${href(reader, `/desk/applications/${ref}`)}?said=letter-${request.move}` }
  return casePage(ask, outcome.refusals)
}

/** How the due day is counted, day by day, on paper. */
async function printDays({ site, reader, params }: Ask): Promise<Answer> {
  const view = await readCase(site, site.database.read, params['ref'] ?? '')
  const table = composeDayTable(reader, view, site.now())
  if (table === undefined) throw new NotFound(reader.path)
  return { file: (await writeDayTable(table)).pdf, type: 'application/pdf', name: `${view.application.number}-days.pdf` }
}

/**
 * A file of the case that is not under seal; always a download of no particular kind. The original of something that is partly withheld
 * is for the hands that compare it with its copy, not for whoever watches.
 */
async function download(ask: Ask): Promise<Answer> {
  const { files, unit } = await readCase(ask.site, ask.site.database.read, ask.params['ref'] ?? '')
  const file = files.find((one) => String(one.id) === ask.params['file'] && !one.isSealed)
  if (file === undefined) throw new NotFound(ask.reader.path)
  if (file.role === 'original' && !may('applications.original', ask.visitor?.posts, unit.path))
    throw new NotAllowed('applications.original')
  return { file: await filesOf(ask.site.config).read(file.sha256), type: 'application/octet-stream', name: file.name }
}
