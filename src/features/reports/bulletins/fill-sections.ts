import type { Fact } from '../../../platform/facts.ts'
import type { Db } from '../../../platform/database/index.ts'
import { listCategories, listDuties } from '../../catalogue/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { documentsThat, listKnown, readVersion } from '../../publishing/index.ts'
import { scopeOf, type Question } from '../figures/count-figures.ts'
import type { Bulletin, Filled, Item } from './bulletin.ts'
import { bulletinForm } from './load-bulletin-form.ts'
import { readMapping } from './map-sections.ts'
import { masked } from './passage.ts'
import { ownLine, sectionOf, sectionsWith, type Section } from './section.ts'

const released = documentsThat({ stand: 'released' })
const page = 500

/** Every section of a bulletin with its words and with the documents that the town released in the quarter and everybody can read now. */
export async function fillSections(
  db: Db,
  bulletin: Pick<Bulletin, 'texts'>,
  unit: Unit,
  { period, cutOff }: Pick<Question, 'period' | 'cutOff'>,
): Promise<Filled[]> {
  const mapping = await readMapping(db)
  const sections = sectionsWith(bulletinForm.sections, mapping)
  const units = (await listUnits(db)).filter((one) => one.path.startsWith(unit.path) && bulletinForm.bodies.includes(one.kind))
  const found = await listReleased(db, scopeOf({ units, period, cutOff }))
  const placed = await placeDocuments(db, sections, mapping.get(ownLine) ?? [], found)
  return sections.map((section) => ({
    ...{ code: section.code, nameZh: section.nameZh, nameEn: section.nameEn },
    ...noteOf(section, period.until),
    words: bulletin.texts[section.code] ?? '',
    items: (placed.get(section.code) ?? []).toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
  }))
}

function noteOf({ historic }: Section, until: Question['period']['until']): Pick<Filled, 'noteZh' | 'noteEn'> {
  if (historic === undefined || until < historic.from) return { noteZh: '', noteEn: '' }
  return { noteZh: historic.noteZh, noteEn: historic.noteEn }
}

async function listReleased(db: Db, scope: Parameters<typeof released.list>[1]): Promise<Fact[]> {
  const facts: Fact[] = []
  for (;;) {
    const found = await released.list(db, scope, facts.at(-1)?.id ?? 0, page)
    facts.push(...found)
    if (found.length < page) return facts
  }
}

async function placeDocuments(
  db: Db,
  sections: readonly Section[],
  own: readonly string[],
  facts: readonly Fact[],
): Promise<Map<string, Item[]>> {
  const known = await listKnown(
    db,
    facts.map(({ id }) => id),
  )
  const codesOf = await readCodes(db)
  const placed = new Map<string, Item[]>()
  for (const { id, on } of facts) {
    const document = known.get(id)
    const codes = codesOf(document?.dutyId)
    if (document === undefined || on === undefined || !document.isPublic || own.includes(codes[0] ?? '')) continue
    const section = sectionOf(sections, codes)
    const version = await readVersion(db, id, document.publishedVersion)
    if (section === undefined || version === undefined) continue
    const shown = section.masked === undefined ? (text: string) => text : masked
    const { indexNumber, publishedVersion, title, language } = document
    const item = { documentId: id, version: publishedVersion, indexNumber, language, on }
    placed.set(section.code, [...(placed.get(section.code) ?? []), { ...item, title: shown(title), summary: shown(version.summary) }])
  }
  return placed
}

/** The codes of a line, of its category and of all above, the nearest first. */
async function readCodes(db: Db): Promise<(dutyId: number | undefined) => string[]> {
  const duties = new Map((await listDuties(db)).map((duty) => [duty.id, duty]))
  const categories = new Map((await listCategories(db)).map((category) => [category.id, category]))
  return (dutyId) => {
    const duty = duties.get(dutyId ?? 0)
    if (duty === undefined) return []
    const codes = [duty.code]
    for (let category = categories.get(duty.categoryId); category; category = categories.get(category.parentId ?? 0))
      codes.push(category.code)
    return codes
  }
}
