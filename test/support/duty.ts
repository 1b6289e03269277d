import { asDay } from '../../src/kernel/day.ts'
import type { Site } from '../../src/platform/site.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { addCategory } from '../../src/features/catalogue/add-category.ts'
import type { Duty } from '../../src/features/catalogue/duty.ts'
import { layDownDuty } from '../../src/features/catalogue/lay-down-duty.ts'
import { listCategories, type Category, type StoredDuty } from '../../src/features/catalogue/queries.ts'

/** A line of the catalogue with every default, owed by these units, in the category `policies`. */
export async function givenDuty(site: Site, units: readonly Unit[], duty: Partial<Duty> & { code: string }): Promise<StoredDuty> {
  const category = await givenCategory(site, 'policies')
  const laid = await layDownDuty(site, 'system', {
    duty: { ...dutyOf(duty.code), ...duty },
    categoryId: category.id,
    unitIds: units.map((unit) => unit.id),
  })
  if (!laid.ok) throw new Error(laid.refusals.join())
  return laid.value
}

/** A category by its code, made when it is not there. */
export async function givenCategory(site: Site, code: string): Promise<Category> {
  const known = (await listCategories(site.database.read)).find((one) => one.code === code)
  if (known !== undefined) return known
  const added = await addCategory(site, 'system', { code, position: 1, nameZh: `类目${code}`, nameEn: `Category ${code}` })
  if (!added.ok) throw new Error(added.refusals.join())
  return added.value
}

/** A line with every default, not laid down yet. */
export function dutyOf(code: string): Duty {
  return {
    ...{ code, titleZh: `事项${code}`, titleEn: `Matter ${code}`, elementsZh: '标题、正文', elementsEn: 'title, text' },
    ...{
      basisZh: '《中华人民共和国政府信息公开条例》第二十条',
      basisEn: 'Regulations, art. 20',
      guidanceZh: '',
      guidanceEn: '',
      genre: '通知',
      subject: '2',
    },
    rule: { kind: 'within', days: 20, count: 'working', anchor: 'formation' },
    channels: ['portal'],
    audience: 'society',
    mode: 'proactive',
    levels: ['city'],
    isRequired: true,
    sinceOn: asDay('2025-01-01'),
  }
}
