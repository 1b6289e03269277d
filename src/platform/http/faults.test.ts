import { expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { freshSite, openDesk, givenVisitor } from '../../../test/support/site.ts'
import { PressBusy } from '../pdf/press.ts'
import type { Route } from './route.ts'

const busy: Route = {
  ...{ method: 'GET', path: '/busy', policy: 'public.read' },
  answer: () => Promise.reject(new PressBusy('the press has too much to do')),
}

describeWithDatabase('a page that the press cannot print now', () => {
  test('says so, and when to ask again, instead of falling over', async () => {
    const site = await freshSite('2026-06-15')
    const logged: unknown[] = []
    site.log = (line) => logged.push(line)
    const desk = await openDesk(site, [busy])
    const answer = await desk.get(givenVisitor(1), '/en/busy')
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toBe('10')
    expect(logged).toEqual([])
  })
})
