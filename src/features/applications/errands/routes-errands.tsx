import { randomUUID } from 'node:crypto'
import { NotFound } from '../../../kernel/faults.ts'
import type { WordKey } from '../../../kernel/words.ts'
import type { Db } from '../../../platform/database/index.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { findUnit } from '../../organisations/index.ts'
import { findById } from '../cases/queries.ts'
import { onceIn } from '../form-in.ts'
import { officerIn } from '../officer-in.ts'
import { unitsInReach } from '../register/units-in-reach.ts'
import { answerErrand } from './ask-section.ts'
import { ErrandPage } from './pages/errand-page.tsx'
import { ErrandsPage } from './pages/errands-page.tsx'
import { findErrand, listOpenErrands, type Errand } from './queries.ts'

const policy = 'applications.errand'

/** What sections were asked for the sake of a case. They see what is wanted, and never who asks. */
export const errandRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/errands', policy, answer: showErrands },
  { method: 'GET', path: '/desk/errands/:id', policy, about: aboutErrand, answer: (ask) => showErrand(ask, []) },
  { method: 'POST', path: '/desk/errands/:id', policy, about: aboutErrand, answer },
]

async function errandIn({ params }: Ask, db: Db): Promise<Errand | undefined> {
  const id = params['id'] ?? ''
  return /^\d{1,15}$/.test(id) ? findErrand(db, Number(id)) : undefined
}

/** The path of the section that was asked. */
async function aboutErrand(ask: Ask): Promise<string | undefined> {
  const db = ask.site.database.read
  const errand = await errandIn(ask, db)
  return errand && (await findUnit(db, errand.unitId))?.path
}

async function showErrands(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const { units } = await unitsInReach(site, policy, officerIn(ask).posts)
  const errands = await listOpenErrands(
    site.database.read,
    units.map((unit) => unit.id),
  )
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return { page: <ErrandsPage {...{ reader, errands }} units={byId} isAnswered={ask.query['said'] === 'answered'} /> }
}

async function showErrand(ask: Ask, refusals: readonly string[]): Promise<Answer> {
  const { site, reader } = ask
  const db = site.database.read
  const errand = await errandIn(ask, db)
  const application = errand && (await findById(db, errand.applicationId))
  if (errand === undefined || application === undefined) throw new NotFound(reader.path)
  const errors = refusals.map((one) => ({ field: 'words', message: reader.t(`applications.refused.${one}` as WordKey) }))
  const { wanted, number } = application
  return {
    status: refusals.length > 0 ? 422 : 200,
    page: <ErrandPage {...{ reader, errand, wanted, number, errors }} typed={field(ask, 'words')} once={randomUUID()} />,
  }
}

async function answer(ask: Ask): Promise<Answer> {
  const words = field(ask, 'words').trim()
  const outcome = await answerErrand(ask.site, officerIn(ask), Number(ask.params['id']), { words, once: onceIn(ask) })
  return outcome.ok ? { redirect: `${href(ask.reader, '/desk/errands')}?said=answered` } : showErrand(ask, outcome.refusals)
}
