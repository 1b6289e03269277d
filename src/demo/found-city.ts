import { addMonths, type Day } from '../kernel/day.ts'
import { addCategory, layDownDuty } from '../features/catalogue/index.ts'
import { addPerson, grantPost } from '../features/accounts/index.ts'
import { addUnit, closeUnit, findUnitByCode, listUnits, renameUnit, type Unit } from '../features/organisations/index.ts'
import { genreOf } from './genre.ts'
import { momentOn, monthsOfPast, mustSucceed, type Stage } from './stage.ts'
import type { DemoDuty, DemoPack, DemoUnit } from './read-pack.ts'

/** Units with their history, people with their posts, and the catalogue. Gives the ids of the posts by `login unit role`. */
export async function foundCity(stage: Stage, pack: DemoPack, today: Day): Promise<Map<string, number>> {
  const posts = new Map<string, number>()
  const start = addMonths(today, -monthsOfPast)
  stage.moveTo(momentOn(start, 9 * 60))
  for (const unit of pack.units) await foundUnit(stage, unit, today)
  for (const person of pack.people) await welcome(stage, person, start, posts)
  await layDownCatalogue(stage, pack, today, start)
  return posts
}

async function foundUnit(stage: Stage, unit: DemoUnit, today: Day): Promise<void> {
  const { site } = stage
  const renamed = unit.history?.find((event) => event.kind === 'renamed')
  const names = renamed
    ? { nameZh: renamed.fromNameZh, nameEn: renamed.fromNameEn, shortZh: renamed.fromNameZh, shortEn: renamed.fromNameEn }
    : unit
  const added = mustSucceed(
    await addUnit(site, 'system', await newUnit(stage, unit, names, addMonths(today, -12 * unit.sinceYearsAgo))),
    unit.code,
  )
  if (renamed) {
    const { nameZh, nameEn, shortZh, shortEn } = unit
    const name = { nameZh, nameEn, shortZh, shortEn, on: addMonths(today, -renamed.monthsAgo), reason: renamed.reasonZh }
    mustSucceed(await renameUnit(site, 'system', added.id, name), `rename ${unit.code}`)
  }
  for (const event of unit.history ?? []) {
    if (event.kind === 'merged') await foundMerged(stage, unit, added, event, today)
    if (event.kind === 'dissolved') {
      const closing = { on: addMonths(today, -event.monthsAgo), reason: event.reasonZh }
      mustSucceed(await closeUnit(site, 'system', added.id, closing), `dissolve ${unit.code}`)
    }
  }
}

/** The unit that was merged into this one: it is there, with its last day, so that its name leads on. */
async function foundMerged(
  stage: Stage,
  unit: DemoUnit,
  into: Unit,
  event: NonNullable<DemoUnit['history']>[number],
  today: Day,
): Promise<void> {
  const names = { nameZh: event.fromNameZh, nameEn: event.fromNameEn, shortZh: event.fromNameZh, shortEn: event.fromNameEn }
  const former: DemoUnit = {
    code: `${unit.code}-former`,
    kind: unit.kind,
    parent: unit.parent,
    level: unit.level,
    sinceYearsAgo: unit.sinceYearsAgo,
    ...names,
  }
  const added = mustSucceed(await addUnit(stage.site, 'system', await newUnit(stage, former, names, into.sinceOn)), former.code)
  const closing = { on: addMonths(today, -event.monthsAgo), reason: event.reasonZh, intoId: into.id }
  mustSucceed(await closeUnit(stage.site, 'system', added.id, closing), `merge ${former.code}`)
}

async function newUnit(stage: Stage, unit: DemoUnit, names: Pick<DemoUnit, 'nameZh' | 'nameEn' | 'shortZh' | 'shortEn'>, sinceOn: Day) {
  const parent = unit.parent === null ? undefined : await findUnitByCode(stage.site.database.read, unit.parent)
  const profile = {
    functionsZh: unit.functionsZh ?? '',
    functionsEn: unit.functionsEn ?? '',
    addressZh: unit.addressZh ?? '',
    addressEn: unit.addressEn ?? '',
    hoursZh: unit.hoursZh ?? '',
    hoursEn: unit.hoursEn ?? '',
    telephone: unit.telephone ?? '',
    fax: unit.fax ?? '',
    email: unit.email ?? '',
    web: unit.web ?? '',
    responsibleZh: unit.responsibleZh ?? '',
    responsibleEn: unit.responsibleEn ?? '',
    contactZh: unit.contactZh ?? '',
    contactEn: unit.contactEn ?? '',
  }
  const { nameZh, nameEn, shortZh, shortEn } = names
  const { code, kind, level, organisationCode } = unit
  return { code, kind, level, organisationCode, parentId: parent?.id, nameZh, nameEn, shortZh, shortEn, ...profile, sinceOn }
}

async function welcome(stage: Stage, person: DemoPack['people'][number], start: Day, posts: Map<string, number>): Promise<void> {
  const { login, nameZh, nameEn, email } = person
  const added = mustSucceed(await addPerson(stage.site, 'system', { login, nameZh, nameEn, email, isDemo: true }), login)
  for (const { unit, role } of person.posts) {
    const post = { unit, role, sinceOn: start, untilOn: '', reason: '' }
    const granted = mustSucceed(await grantPost(stage.site, 'system', added.person.id, post), `${login} in ${unit}`)
    posts.set(`${login} ${unit} ${role}`, granted.id)
  }
}

async function layDownCatalogue(stage: Stage, pack: DemoPack, today: Day, start: Day): Promise<void> {
  const units = await listUnits(stage.site.database.read)
  const ids = new Map<string, number>()
  for (const [position, { code, parent, nameZh, nameEn }] of pack.catalogue.categories.entries()) {
    const category = { code, parentCode: parent ?? undefined, position, nameZh, nameEn }
    ids.set(code, mustSucceed(await addCategory(stage.site, 'system', category), code).id)
  }
  for (const duty of pack.catalogue.duties) {
    const since = addMonths(today, -(duty.sinceMonthsAgo ?? monthsOfPast))
    const form = {
      duty: dutyOf(duty, since < start ? start : since),
      categoryId: ids.get(duty.category) ?? 0,
      unitIds: owing(duty, units),
    }
    mustSucceed(await layDownDuty(stage.site, 'system', form), duty.code)
  }
}

function dutyOf(duty: DemoDuty, sinceOn: Day) {
  const { code, titleZh, titleEn, elementsZh, elementsEn, basisZh, basisEn, rule, audience, mode, subject } = duty
  return {
    ...{ code, titleZh, titleEn, elementsZh, elementsEn, basisZh, basisEn, rule, audience, mode, subject, sinceOn },
    channels: duty.channels as Parameters<typeof layDownDuty>[2]['duty']['channels'],
    levels: duty.levels as Parameters<typeof layDownDuty>[2]['duty']['levels'],
    isRequired: duty.isRequired ?? true,
    genre: genreOf(duty.genre),
    guidanceZh: duty.guidanceZh ?? '',
    guidanceEn: duty.guidanceEn ?? '',
  }
}

function owing(duty: DemoDuty, units: readonly Unit[]): number[] {
  const owes = duty.owes
  if (Array.isArray(owes)) return units.filter((unit) => owes.includes(unit.code)).map((unit) => unit.id)
  const above = units.find((unit) => unit.code === owes.under)
  return units
    .filter(
      (unit) => owes.kinds.includes(unit.kind) && unit.untilOn === undefined && above !== undefined && unit.path.startsWith(above.path),
    )
    .map((unit) => unit.id)
}
