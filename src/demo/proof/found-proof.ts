import { asDay, type Day } from '../../kernel/day.ts'
import type { Role } from '../../kernel/policy.ts'
import { addPerson, grantPost } from '../../features/accounts/index.ts'
import { openCounter } from '../../features/applications/index.ts'
import { addCategory, layDownDuty } from '../../features/catalogue/index.ts'
import { addUnit, changeProfile, type Profile, type Unit, type UnitKind, type UnitLevel } from '../../features/organisations/index.ts'
import type { Officer } from '../../features/publishing/index.ts'
import { mustSucceed, type Stage } from '../stage.ts'
import type { ProofLine, ProofPack, ProofUnit } from './read-proof.ts'

/** Who does the work in the proof, each with a post in the whole city. */
export interface Hands {
  writer: Officer
  head: Officer
  secrecy: Officer
  signer: Officer
}

/** A line of the catalogue as it was laid down. */
export interface LaidLine extends ProofLine {
  dutyId: number
  unit: Unit
}

export interface Founded {
  hands: Hands
  units: ReadonlyMap<string, Unit>
  lines: readonly LaidLine[]
}

const blank: Profile = {
  ...{ functionsZh: '', functionsEn: '', addressZh: '', addressEn: '', hoursZh: '', hoursEn: '', telephone: '', fax: '', email: '' },
  ...{ web: '', responsibleZh: '', responsibleEn: '', contactZh: '', contactEn: '' },
}

/** Units, people, the catalogue and the renewed profiles of the proof, all by the acts of people. */
export async function foundProof(stage: Stage, pack: ProofPack, sinceOn: Day): Promise<Founded> {
  const units = new Map<string, Unit>()
  const add = async (unit: ProofUnit, kind: UnitKind, level: UnitLevel, parent?: string) => {
    const { code, nameZh, nameEn, shortZh, shortEn } = unit
    const names = { code, nameZh, nameEn, shortZh, shortEn }
    const parentId = parent === undefined ? undefined : units.get(parent)?.id
    const added = await addUnit(stage.site, 'system', { ...blank, ...names, kind, level, parentId, sinceOn: asDay('2008-05-01') })
    units.set(code, mustSucceed(added, code))
  }
  const { root, departments, counties, town } = pack
  await add(root, 'city', 'city')
  for (const unit of departments) await add(unit, 'department', 'city', root.code)
  for (const unit of counties) await add(unit, 'county', 'county', root.code)
  await add(town, 'town', 'town', town.parent)
  for (const unit of town.sections) await add(unit, 'section', 'town', town.code)
  for (const unit of town.villages) await add(unit, 'village', 'village', town.code)
  for (const code of new Set(pack.applications.map(({ unit }) => unit))) await openCounter(stage.site, units.get(code)?.id ?? 0)
  const hands = await welcomeHands(stage, root.code, units.get(root.code)?.path ?? '/', sinceOn)
  return { hands, units, lines: await layDownLines(stage, pack, units, sinceOn) }
}

/** Every section and every village of the town renews its profile. */
export async function renewProfiles({ site }: Stage, { town }: ProofPack, units: ReadonlyMap<string, Unit>): Promise<void> {
  for (const [nth, { code, shortZh, shortEn }] of [...town.sections, ...town.villages].entries()) {
    const unit = units.get(code)
    if (unit === undefined) continue
    const profile: Profile = {
      ...blank,
      ...{ functionsZh: `办理${shortZh}事务。`, functionsEn: `Does the work of ${shortEn}.` },
      ...{ addressZh: `河西镇${nth + 1}号`, addressEn: `${nth + 1} Hexi`, hoursZh: '工作日 9:00–17:00', hoursEn: 'Weekdays 9:00–17:00' },
      ...{
        telephone: `0999-555${String(7000 + nth)}`,
        responsibleZh: '负责人',
        responsibleEn: 'Head',
        contactZh: '联络员',
        contactEn: 'Clerk',
      },
    }
    mustSucceed(await changeProfile(site, 'system', unit.id, unit.version, profile), `profile of ${code}`)
  }
}

async function welcomeHands(stage: Stage, unit: string, unitPath: string, sinceOn: Day): Promise<Hands> {
  const welcome = async (login: string, nameZh: string, nameEn: string, role: Role): Promise<Officer> => {
    const person = { login, nameZh, nameEn, email: '', isDemo: true }
    const { person: added } = mustSucceed(await addPerson(stage.site, 'system', person), login)
    const post = { unit, role, sinceOn, untilOn: '', reason: '' }
    mustSucceed(await grantPost(stage.site, 'system', added.id, post), `${login} as ${role}`)
    return { personId: added.id, posts: [{ role, unitPath }] }
  }
  await welcome('suwen', '苏文', 'Su Wen', 'office')
  await welcome('luoan', '罗安', 'Luo An', 'operator')
  return {
    writer: await welcome('linxiao', '林晓', 'Lin Xiao', 'information-officer'),
    head: await welcome('zhouming', '周明', 'Zhou Ming', 'reviewer'),
    secrecy: await welcome('hanxue', '韩雪', 'Han Xue', 'secrecy-reviewer'),
    signer: await welcome('gaoyuan', '高远', 'Gao Yuan', 'signer'),
  }
}

/** The town's catalogue: categories, a sub-category for each line; and the column of the department. */
async function layDownLines(
  { site }: Stage,
  { town, column }: ProofPack,
  units: ReadonlyMap<string, Unit>,
  sinceOn: Day,
): Promise<LaidLine[]> {
  const lines: LaidLine[] = []
  const category = async (named: { code: string; nameZh: string; nameEn: string }, position: number, parentCode?: string) => {
    const { code, nameZh, nameEn } = named
    return mustSucceed(await addCategory(site, 'system', { code, nameZh, nameEn, position, parentCode }), code).id
  }
  const line = async (told: ProofLine, categoryId: number, unit: Unit) => {
    const laid = await layDownDuty(site, 'system', { categoryId, unitIds: [unit.id], duty: dutyOf(told, sinceOn) })
    lines.push({ ...told, dutyId: mustSucceed(laid, told.code).id, unit })
  }
  const owing = (code: string): Unit => {
    const unit = units.get(code)
    if (unit === undefined) throw new Error(`the proof has no unit ${code}`)
    return unit
  }
  await category({ code: 'catalogue', nameZh: '政府信息公开目录', nameEn: 'Catalogue' }, 0)
  for (const [at, one] of town.categories.entries()) {
    await category(one, at, 'catalogue')
    for (const [nth, told] of one.lines.entries())
      await line(told, await category({ ...told, code: `${told.code}-of-town` }, nth, one.code), owing(town.code))
  }
  const columnId = await category(column, town.categories.length, 'catalogue')
  for (const told of column.lines) await line(told, columnId, owing(column.unit))
  return lines
}

/** Lines that come round once a year: what is written under them answers no event, so no task is made for each document. */
function dutyOf({ code, nameZh, nameEn, isRequired }: ProofLine, sinceOn: Day): Parameters<typeof layDownDuty>[2]['duty'] {
  return {
    ...{ code, titleZh: nameZh, titleEn: nameEn, elementsZh: '', elementsEn: '', guidanceZh: '', guidanceEn: '' },
    ...{ basisZh: '《中华人民共和国政府信息公开条例》第二十条', basisEn: 'Regulations on Open Government Information, art. 20' },
    ...{ rule: { kind: 'periodic', every: 'year', by: '12-31' }, channels: ['portal'], levels: ['town'] },
    ...{ audience: 'society', mode: 'proactive', genre: 'notice', subject: '2', isRequired, sinceOn },
  }
}
