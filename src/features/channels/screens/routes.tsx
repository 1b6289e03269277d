import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { isInUse } from '../carriers/carrier.ts'
import { kindOf } from '../load-kinds.ts'
import { ScreenPage } from '../pages/screen-page.tsx'
import { askedCarrier } from '../routes-asked.ts'
import { readScreen } from './read-screen.ts'

/** What a screen in a hall shows. Not kept ready-made: the time of day stands on it. */
export const screenRoutes: readonly Route[] = [{ method: 'GET', path: '/screen/:code', policy: 'public.read', answer: show }]

async function show(ask: Ask): Promise<Answer> {
  const { carrier, unit } = await askedCarrier(ask)
  if (kindOf(carrier.kind)?.isScreen !== true || !isInUse(carrier, ask.reader.today)) throw new NotFound(`screen ${carrier.code}`)
  return { page: <ScreenPage reader={ask.reader} view={await readScreen(ask.site, carrier, unit, ask.query['page'])} /> }
}
