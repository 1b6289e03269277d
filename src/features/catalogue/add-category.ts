import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { isCode } from './duty.ts'
import { insertCategory, listCategories, type Category } from './queries.ts'

export type CategoryRefusal = 'name-missing' | 'code-wrong' | 'code-taken' | 'parent-missing'

export interface NewCategory {
  code: string
  parentCode?: string
  position: number
  nameZh: string
  nameEn: string
}

/** Adds a category to the catalogue, at the top or below another, to any depth. */
export async function addCategory(site: Site, actor: string, category: NewCategory): Promise<Outcome<Category, CategoryRefusal>> {
  return site.database.transaction(async (db) => {
    const known = await listCategories(db)
    const parent = known.find((one) => one.code === category.parentCode)
    const refusals: CategoryRefusal[] = []
    if (category.nameZh.trim() === '' || category.nameEn.trim() === '') refusals.push('name-missing')
    if (!isCode(category.code)) refusals.push('code-wrong')
    if (known.some((one) => one.code === category.code)) refusals.push('code-taken')
    if (category.parentCode !== undefined && parent === undefined) refusals.push('parent-missing')
    if (refusals.length > 0) return refused(...refusals)
    const { parentCode: _, ...rest } = category
    const added = await insertCategory(db, { ...rest, parentId: parent?.id, parentPath: parent?.path ?? '/' })
    if (added === undefined) return refused('code-taken')
    await record(db, {
      at: site.now(),
      actor,
      act: 'catalogue.add-category',
      subject: `catalogue.category:${added.id}`,
      content: categoryContent(added),
    })
    return done(added)
  })
}

/** What the record fingerprints of a category. */
export function categoryContent(category: Category): Record<string, unknown> {
  return { ...category, parentId: category.parentId ?? null }
}
