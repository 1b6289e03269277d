import { NotFound } from '../../../kernel/faults.ts'
import type { Site } from '../../../platform/site.ts'
import { isHandedIn, listDuties, listMaterials, listTasks, type Material, type StoredTask } from '../../catalogue/index.ts'
import { findUnit, listUnits, type Unit } from '../../organisations/index.ts'
import { findDocument, listKnown, readVersion, type StoredDocument } from '../../publishing/index.ts'
import { periodFrom, type Period } from '../figures/period.ts'
import { goesOn } from '../making/publication-of.ts'
import { handRefusals, type Bulletin, type Filled, type HandRefusal, type Issue } from './bulletin.ts'
import { fillSections } from './fill-sections.ts'
import { listIssues } from './queries-bulletins.ts'
import { bulletinSubject } from './subject.ts'

/** What was to be handed in for the quarter, by whom, and how far it has come. */
export interface HandedIn {
  unit: Unit
  task: StoredTask
  material: Material | undefined
}

/** A bulletin with everything that its page at the desk says. */
export interface BulletinView {
  bulletin: Bulletin
  unit: Unit
  period: Period
  /** As it would be handed over today. */
  sections: readonly Filled[]
  materials: readonly HandedIn[]
  issues: readonly Issue[]
  document?: StoredDocument | undefined
  /** Why it cannot be handed over today. */
  obstacles: readonly HandRefusal[]
}

/** Reads a bulletin as it is now. Throws NotFound where its unit is gone. */
export async function readBulletin(site: Site, bulletin: Bulletin): Promise<BulletinView> {
  const db = site.database.read
  const unit = await findUnit(db, bulletin.unitId)
  const period = periodFrom(bulletin.quarter)
  if (unit === undefined || period === undefined) throw new NotFound(bulletinSubject(bulletin.id))
  const sections = await fillSections(db, bulletin, unit, { period, cutOff: site.today() })
  const document = bulletin.documentId === undefined ? undefined : await findDocument(db, bulletin.documentId)
  const asked = { version: bulletin.version, until: period.until, today: site.today(), sections, stage: goesOn(document)?.stage }
  return {
    ...{ bulletin, unit, period, sections, document, obstacles: handRefusals(bulletin, asked) },
    materials: await readMaterials(site, unit, period),
    issues: await listIssues(db, [bulletin.id]),
  }
}

/** The material of the quarter that the town and all below it owe: it is handed in with two signatures before the quarter ends. */
async function readMaterials(site: Site, unit: Unit, { code }: Period): Promise<HandedIn[]> {
  const db = site.database.read
  const units = (await listUnits(db)).filter(({ path }) => path.startsWith(unit.path))
  const dutyIds = (await listDuties(db)).filter((duty) => isHandedIn(duty.rule)).map(({ id }) => id)
  const tasks = (await listTasks(db, { unitIds: units.map(({ id }) => id), dutyIds, limit: 10_000 })).filter(
    ({ period }) => period === code,
  )
  const materials = await listMaterials(
    db,
    tasks.map(({ id }) => id),
  )
  return tasks.flatMap((task) => {
    const owner = units.find(({ id }) => id === task.unitId)
    return owner === undefined ? [] : [{ unit: owner, task, material: materials.find(({ taskId }) => taskId === task.id) }]
  })
}

/** A bulletin that everybody can read. */
export interface PublicBulletin {
  bulletin: Bulletin
  unit: Unit
  period: Period
  document: StoredDocument
  /** The text that was signed. */
  body: string
  /** The frozen bulletin of which that text was made; undefined where hands of the chain changed the text, which then stands alone. */
  issue?: Issue | undefined
}

/** The published bulletins among some, in their order. */
export async function listPublicBulletins(site: Site, bulletins: readonly Bulletin[]): Promise<PublicBulletin[]> {
  const db = site.database.read
  const units = await listUnits(db)
  const known = await listKnown(
    db,
    bulletins.flatMap(({ documentId }) => documentId ?? []),
  )
  const published: PublicBulletin[] = []
  for (const bulletin of bulletins) {
    if (known.get(bulletin.documentId ?? 0)?.isPublic !== true) continue
    const document = await findDocument(db, bulletin.documentId ?? 0)
    const version = document && (await readVersion(db, document.id, document.publishedVersion ?? 0))
    const unit = units.find(({ id }) => id === bulletin.unitId)
    const period = periodFrom(bulletin.quarter)
    if (document === undefined || version === undefined || unit === undefined || period === undefined) continue
    const issue = (await listIssues(db, [bulletin.id])).find(({ content }) => content.body === version.body)
    published.push({ bulletin, unit, period, document, body: version.body, issue })
  }
  return published
}

/** Of the documents in a bulletin, those that everybody can still read. */
export async function listStillOpen(site: Site, { content }: Issue): Promise<Set<number>> {
  const ids = content.sections.flatMap(({ items }) => items.map(({ documentId }) => documentId))
  const known = await listKnown(site.database.read, ids)
  return new Set([...known.values()].filter(({ isPublic }) => isPublic).map(({ id }) => id))
}
