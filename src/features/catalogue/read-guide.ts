import { yearOf } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { termOn, type TermEdition } from '../../platform/pack.ts'
import type { Site } from '../../platform/site.ts'
import { exists, listUnits, type GuidePageProps, type Unit } from '../organisations/index.ts'
import { branchesOf } from './branch.ts'
import { isPublic } from './duty.ts'
import { listCategories, listDuties } from './queries.ts'
import { findStatute } from './find-statute.ts'

/**
 * Everything that a guide of disclosure says and that is not fixed words: for one unit by its code, or for the whole city. Categories
 * are counted from the lines that the public may read; limits and their provisions come from the pack as in force today.
 * Throws NotFound for a unit that does not exist today.
 */
export async function readGuide(site: Site, code?: string): Promise<Omit<GuidePageProps, 'reader'>> {
  const { read } = site.database
  const [all, categories, duties] = await Promise.all([listUnits(read), listCategories(read), listDuties(read)])
  const units = all.filter((unit) => exists(unit, site.today()))
  const unit = units.find((one) => (code === undefined ? one.parentId === undefined : one.code === code))
  if (unit === undefined) throw new NotFound(`guide of ${code ?? 'the city'}`)
  const owed = duties.filter((duty) => isPublic(duty, site.today()) && (code === undefined || duty.unitIds.includes(unit.id)))
  const { edition } = findStatute(site, site.today())
  const branches = branchesOf(categories, owed)
  return {
    unit,
    isWholeCity: code === undefined,
    categories: branches
      .filter((one) => one.depth === 1)
      .map(({ category, total }) => ({
        ...category,
        count: total,
        parts: branches.filter((one) => one.depth === 2 && one.category.path.startsWith(category.path)).map((one) => one.category),
      })),
    indexExample: exampleOf(site, unit),
    statute: edition,
    ...currentTerms(site, edition),
    guides: code === undefined ? units.filter((one) => duties.some((duty) => duty.unitIds.includes(one.id))) : [],
  }
}

/** The terms in force today: those for publishing unasked, beside the general one, and those of an application. */
function currentTerms(site: Site, general: TermEdition): Pick<GuidePageProps, 'specialTerms' | 'applicationTerms'> {
  const ids = [...new Set(site.pack.terms.map((term) => term.id))]
  const terms = ids.map((id) => termOn(site.pack.terms, id, site.today())).filter((term) => term !== undefined)
  const isApplication = (term: TermEdition): boolean => term.id.startsWith('application-')
  const isSpecial = (term: TermEdition): boolean => term !== general && !isApplication(term) && term.least !== true
  return { specialTerms: terms.filter(isSpecial), applicationTerms: terms.filter(isApplication) }
}

/** What the first index number of this year looks like under the site's pattern. */
function exampleOf(site: Site, unit: Unit): string {
  return site.config.indexPattern
    .replace('{organisation}', unit.organisationCode ?? unit.code)
    .replace('{year}', String(yearOf(site.today())))
    .replace(/\{serial:(\d)\}/, (_, places: string) => '1'.padStart(Number(places), '0'))
}
