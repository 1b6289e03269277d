import { NotFound } from '../../../kernel/faults.ts'
import { type Answer, type Ask, field, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { security } from '../load-security.ts'
import { errorsOf } from '../pages/errors-of.ts'
import { SetUpPage } from '../pages/set-up-page.tsx'
import { hasOperator } from '../posts/queries.ts'
import { createFirstOperator, findRoot } from './create-first-operator.ts'
import { draftOf, personFields } from './routes.tsx'

export const setUpRoutes: readonly Route[] = [
  { method: 'GET', path: '/set-up', policy: 'setup.begin', answer: (ask) => setUpPage(ask, []) },
  { method: 'POST', path: '/set-up', policy: 'setup.begin', answer: answerSetUp },
]

async function setUpPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  await mustBeEmpty(ask)
  const values = { ...draftOf(ask), governmentZh: field(ask, 'governmentZh'), governmentEn: field(ask, 'governmentEn') }
  const asksGovernment = (await findRoot(ask.site)) === undefined
  const { shortest } = security.password
  return {
    status,
    page: <SetUpPage reader={ask.reader} values={values} asksGovernment={asksGovernment} shortest={shortest} errors={errors} />,
  }
}

async function answerSetUp(ask: Ask): Promise<Answer> {
  await mustBeEmpty(ask)
  const outcome = await createFirstOperator(ask.site, {
    ...draftOf(ask),
    secret: field(ask, 'secret'),
    password: field(ask, 'password'),
    governmentZh: field(ask, 'governmentZh'),
    governmentEn: field(ask, 'governmentEn'),
  })
  if (outcome.ok) return { redirect: `${href(ask.reader, '/sign-in')}` }
  const { shortest, longest } = security.password
  return setUpPage(ask, errorsOf(ask.reader, outcome.refusals, setUpFields, { shortest, longest }), 422)
}

/** Once there is an operator nothing is here, for anybody. */
async function mustBeEmpty(ask: Ask): Promise<void> {
  if (await hasOperator(ask.site.database.read)) throw new NotFound('/set-up')
}

const setUpFields = {
  ...personFields,
  'too-short': 'password',
  'too-long': 'password',
  'known-bad': 'password',
  'about-you': 'password',
  'operator-there': 'secret',
  'secret-wrong': 'secret',
  'government-missing': 'governmentZh',
} as const
