import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { listCategories, listDuties } from '../../catalogue/index.ts'
import { pathOfCity } from '../figures/whole-city.ts'
import { officerIn } from '../making/asked-report.ts'
import { bulletinForm } from './load-bulletin-form.ts'
import { mapSections, readMapping } from './map-sections.ts'
import { SectionsPage, type SectionsPageProps } from './pages/sections-page.tsx'
import { ownLine } from './section.ts'

const path = '/desk/reports/bulletins/sections'

/** Which lines and categories of the catalogue fill the sections of the bulletin. */
export const sectionRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'reports.lines', about: pathOfCity, answer: (ask) => show(ask) },
  { method: 'POST', path, policy: 'reports.lines', about: pathOfCity, answer: save },
]

async function show(ask: Ask, back: Pick<SectionsPageProps, 'typed' | 'errors'> = {}): Promise<Answer> {
  const db = ask.site.database.read
  const duties = (await listDuties(db)).map(({ code, titleZh, titleEn }) => ({ code, nameZh: titleZh, nameEn: titleEn }))
  const categories = (await listCategories(db)).map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }))
  const names = new Map([...categories, ...duties].map((one) => [one.code, one]))
  const props = { reader: ask.reader, form: bulletinForm, mapping: await readMapping(db), names, ...back, done: ask.query['done'] ?? '' }
  return { status: back.errors ? 422 : 200, page: <SectionsPage {...props} /> }
}

async function save(ask: Ask): Promise<Answer> {
  const asked = [...bulletinForm.sections.filter(({ isRest }) => isRest !== true).map(({ code }) => code), ownLine]
  const typed = Object.fromEntries(asked.map((code) => [code, field(ask, `codes-${code}`)]))
  const wanted = new Map(asked.filter((code) => ask.body[`codes-${code}`] !== undefined).map((code) => [code, codesIn(typed[code] ?? '')]))
  const outcome = await mapSections(ask.site, officerIn(ask).personId, wanted)
  if (outcome.ok) return { redirect: href(ask.reader, `${path}?done=saved`) }
  const errors = outcome.refusals.map(({ section, refusal, codes }): FieldError => ({
    field: `codes-${section}`,
    message: ask.reader.t(`bulletin.refused.${refusal}`, { codes: codes.join(', ') }),
  }))
  return show(ask, { typed, errors })
}

function codesIn(text: string): string[] {
  return text
    .split(/[\s,，、;；]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
}
