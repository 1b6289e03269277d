import { routes } from '../../src/features/catalogue/routes.tsx'
import { givenCategory } from './duty.ts'
import { freshSite, givenUnit, givenVisitor, openDesk } from './site.ts'

/** A city with two departments, in June 2026. */
export async function givenDepartments() {
  const site = await freshSite('2026-06-15')
  const city = await givenUnit(site, { code: 'city' })
  const health = await givenUnit(site, { code: 'health', nameEn: 'Health Commission' }, city)
  const finance = await givenUnit(site, { code: 'finance', nameEn: 'Finance Bureau' }, city)
  return { site, city, health, finance }
}

/** The same with two towns and a category, its desk pages, and whoever comes to them: the office, an officer of one department and one of the other. */
export async function givenCatalogueDesk() {
  const departments = await givenDepartments()
  const { site, city, health, finance } = departments
  for (const code of ['town-a', 'town-b']) await givenUnit(site, { code, kind: 'town' }, city)
  await givenCategory(site, 'policies')
  return {
    ...departments,
    office: givenVisitor(1, ['office', city]),
    officer: givenVisitor(2, ['information-officer', health]),
    stranger: givenVisitor(3, ['information-officer', finance]),
    desk: await openDesk(site, routes),
  }
}
