import { expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenDuty } from '../../../test/support/duty.ts'
import { must } from '../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, openDesk } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { registerMatter } from './register-matter.ts'
import { routes } from './routes.tsx'

describeWithDatabase('a line of the catalogue', () => {
  it('lists the tasks of the units within reach only', async () => {
    const site = await freshSite('2026-06-15')
    const city = await givenUnit(site, { code: 'city' })
    const [health, finance] = [await givenUnit(site, { code: 'health' }, city), await givenUnit(site, { code: 'finance' }, city)]
    const rule = { kind: 'within', days: 20, count: 'working', anchor: 'formation' } as const
    const duty = await givenDuty(site, [health, finance], { code: 'charges', rule })
    const matter = { dutyId: duty.id, formedOn: asDay('2026-06-10') }
    must(await registerMatter(site, 'system', { ...matter, unitId: health.id, matter: '挂号收费' }))
    must(await registerMatter(site, 'system', { ...matter, unitId: finance.id, matter: '停车收费' }))
    const desk = await openDesk(site, routes)
    const seenFrom = async (unit: typeof city) => {
      const { text } = await desk.get(givenVisitor(1, ['reviewer', unit]), '/zh/desk/catalogue/duties/charges')
      return ['挂号收费', '停车收费'].filter((words) => text.includes(words))
    }
    expect(await seenFrom(health)).toEqual(['挂号收费'])
    expect(await seenFrom(city)).toEqual(['挂号收费', '停车收费'])
  })
})
