import { asDay } from '../../kernel/day.ts'
import type { Site } from '../../platform/site.ts'
import type { Unit } from '../organisations/index.ts'
import { addCategory } from './add-category.ts'
import type { Duty } from './duty.ts'
import { layDownDuty } from './lay-down-duty.ts'
import { listCategories, type Category, type StoredDuty } from './queries.ts'

/** For tests: a line with every default, owed by these units, in a category of its own name or in `policies`. */
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

/** For tests: a category by its code, made when it is not there. */
export async function givenCategory(site: Site, code: string): Promise<Category> {
  const known = (await listCategories(site.database.read)).find((one) => one.code === code)
  if (known !== undefined) return known
  const added = await addCategory(site, 'system', { code, position: 1, nameZh: `类目${code}`, nameEn: `Category ${code}` })
  if (!added.ok) throw new Error(added.refusals.join())
  return added.value
}

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
