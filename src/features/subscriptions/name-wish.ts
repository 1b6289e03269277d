import type { Lang } from '../../kernel/translate.ts'
import type { Site } from '../../platform/site.ts'
import { findDutyByCode, listCategories } from '../catalogue/index.ts'
import { findUnitByCode } from '../organisations/index.ts'
import { readPublic } from '../publishing/index.ts'
import type { Wish } from './wish.ts'

/**
 * What a wish is called in a language; undefined when there is no such thing in public: no such document, unit, category or line of the
 * catalogue, or one that is open to staff only.
 */
export async function nameWish(site: Site, lang: Lang, wish: Wish): Promise<string | undefined> {
  const db = site.database.read
  if (wish.kind === 'document') {
    const found = await readPublic(db, wish.indexNumber)
    return typeof found === 'string' ? undefined : found.version.title
  }
  const parts: (string | undefined)[] = [wish.words === '' ? '' : site.words[lang]('subscriptions.wish.words', { words: wish.words })]
  const nameOf = (thing: { nameZh: string; nameEn: string } | undefined) =>
    thing && (lang === 'zh' ? thing.nameZh : thing.nameEn || thing.nameZh)
  if (wish.unit !== undefined) parts.push(nameOf(await findUnitByCode(db, wish.unit)))
  if (wish.category !== undefined) parts.push(nameOf((await listCategories(db)).find((one) => one.code === wish.category)))
  if (wish.duty !== undefined) {
    const duty = await findDutyByCode(db, wish.duty)
    parts.push(duty === undefined || duty.audience === 'staff' ? undefined : nameOf({ nameZh: duty.titleZh, nameEn: duty.titleEn }))
  }
  if (wish.year !== undefined) parts.push(String(wish.year))
  if (parts.includes(undefined)) return undefined
  return parts.filter(Boolean).join(' · ') || site.words[lang]('subscriptions.wish.all')
}
