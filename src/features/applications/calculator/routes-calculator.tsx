import { caseClock, editionOn } from '../../../kernel/case/index.ts'
import type { WordKey } from '../../../kernel/words.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { ClockPage, type ClockPageProps } from './pages/clock-page.tsx'
import { eventsOf, questionFrom, wrongDays } from './question.ts'

/** The public calculator: the same clock that runs on every case. */
export const calculatorRoutes: readonly Route[] = [{ method: 'GET', path: '/clock', policy: 'public.read', answer: showClock }]

async function showClock(ask: Ask): Promise<Answer> {
  const { site, reader, query } = ask
  const question = questionFrom(query)
  const events = eventsOf(question)
  const errors: FieldError[] = wrongDays(question).map((field) => ({ field, message: reader.t('clock.wrong-day') }))
  let answer: ClockPageProps['answer']
  const [received] = events
  if (received?.kind === 'received' && errors.length === 0) {
    const edition = editionOn(site.pack.editions, received.confirmedOn ?? received.arrivedOn)
    if (edition === undefined) errors.push({ field: 'arrived', message: reader.t('clock.too-early') })
    else answer = { edition, clock: caseClock(edition, events, site.calendar, site.pack.choices) }
  }
  for (const fault of answer?.clock.faults ?? []) {
    errors.push({ field: 'arrived', message: reader.t(`applications.refused.${fault}` as WordKey) })
  }
  const choices = Object.values(site.pack.choices.told)
  return { status: errors.length > 0 ? 422 : 200, page: <ClockPage {...{ reader, question, answer, choices, errors }} /> }
}
