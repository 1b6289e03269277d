import { NotFound } from '../../../kernel/faults.ts'
import type { Fact, Facts, Scope } from '../../../platform/facts.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { findDocument, listKnown, readVersion, type StoredDocument } from '../../publishing/index.ts'
import { figureOf } from '../figures/all-figures.ts'
import { scopeOf, type Figure } from '../figures/count-figures.ts'
import { periodFrom } from '../figures/period.ts'
import { changedRecords, type Drift } from '../making/drift.ts'
import { goesOn } from '../making/publication-of.ts'
import { passRefusals, type Circular, type CircularIssue, type CircularRow, type PassRefusal } from './circular.ts'
import { countRows, governmentOf, readCell, type Told } from './count-rows.ts'
import { circularPack } from './load-circular-pack.ts'
import { proposalsFor, type Proposal } from './proposal.ts'
import { listCircularCells, listCircularIssues, type CircularCell } from './queries-circulars.ts'
import { circularSubject } from './subject.ts'

/**
 * What a circular is about, with what is known today; `frozen`: its method, should the pack have it no more. Throws NotFound where its unit,
 * its period or its method is gone.
 */
export async function readTold(
  site: Site,
  { id, unitId, peers, period, method }: Circular,
  frozen?: Told['method'],
): Promise<Told & { unit: Unit }> {
  const units = await listUnits(site.database.read)
  const unit = units.find((one) => one.id === unitId)
  const span = periodFrom(period)
  const way = circularPack.methods.find(({ code }) => code === method) ?? frozen
  if (unit === undefined || span === undefined || way === undefined) throw new NotFound(circularSubject(id))
  return { units, unit, government: governmentOf(unit, units), peers, period: span, cutOff: site.today(), method: way }
}

/** A circular with everything that its page at the desk says: as it would be today, and as it was handed over. */
export interface CircularView {
  circular: Circular
  told: Told & { unit: Unit }
  rows: readonly CircularRow[]
  proposals: readonly Proposal[]
  issues: readonly CircularIssue[]
  document?: StoredDocument | undefined
  /** Why it cannot be handed over today. */
  obstacles: readonly PassRefusal[]
}

export async function readCircular(site: Site, circular: Circular): Promise<CircularView> {
  const db = site.database.read
  const told = await readTold(site, circular)
  const rows = await countRows(db, told)
  const document = circular.documentId === undefined ? undefined : await findDocument(db, circular.documentId)
  const asked = { version: circular.version, until: told.period.until, today: site.today(), stage: goesOn(document)?.stage }
  return {
    ...{ circular, told, rows, proposals: proposalsFor(rows, told.method, circularPack.proposals) },
    issues: await listCircularIssues(db, [circular.id]),
    ...{ document, obstacles: passRefusals(circular, asked) },
  }
}

/** A circular that everybody can read. */
export interface PublicCircular {
  circular: Circular
  told: Told & { unit: Unit }
  document: StoredDocument
  /** The text that was signed. */
  body: string
  title: string
  /** The frozen circular of which that text was made; undefined where hands of the chain changed the text, which then stands alone. */
  issue?: CircularIssue | undefined
}

/** The published circulars among some, in their order. */
export async function listPublicCirculars(site: Site, circulars: readonly Circular[]): Promise<PublicCircular[]> {
  const db = site.database.read
  const known = await listKnown(
    db,
    circulars.flatMap(({ documentId }) => documentId ?? []),
  )
  const published: PublicCircular[] = []
  for (const circular of circulars) {
    if (known.get(circular.documentId ?? 0)?.isPublic !== true) continue
    const document = await findDocument(db, circular.documentId ?? 0)
    const version = document && (await readVersion(db, document.id, document.publishedVersion ?? 0))
    if (document === undefined || version === undefined) continue
    const issues = await listCircularIssues(db, [circular.id])
    const issue = issues.find(({ content }) => content.body === version.body)
    const { body, title } = version
    // A method that a city no longer uses stays that of the circulars that it ranked.
    const told = await readTold(site, circular, (issue ?? issues[0])?.content.method)
    published.push({ circular, told, document, body, title, issue })
  }
  return published
}

/** One number of a circular that was handed over: the records behind it then, and what is different now. */
export interface CellView {
  unit: Unit
  figure: Figure
  cell: CircularCell
  /** A part of those records that still count. */
  facts: readonly Fact[]
  next?: number | undefined
  drift?: Drift | undefined
  /** Where those records are read. */
  source?: { facts: Facts; scope: Scope } | undefined
}

/** Reads one number of an issue. Undefined where the issue has none of that name. */
export async function readIssueCell(
  site: Site,
  told: Told,
  issue: CircularIssue,
  asked: { unit: string; figure: string; after: number; limit: number },
): Promise<CellView | undefined> {
  const db = site.database.read
  const unit = told.units.find(({ code }) => code === asked.unit)
  const figure = figureOf(asked.figure)
  const cell = (await listCircularCells(db, issue.id)).find((one) => one.unitId === unit?.id && one.figure === asked.figure)
  if (unit === undefined || figure === undefined || cell === undefined) return undefined
  const then = { units: told.units, period: told.period, cutOff: issue.cutOff }
  const frozen = new Set(cell.ids)
  const scope = scopeOf({ ...then, unit }, figure.unitKinds)
  const found = (await figure.facts?.list(db, scope, asked.after, asked.limit + 1)) ?? []
  const page = found.slice(0, asked.limit)
  const now = await readCell(db, then, unit, figure)
  return {
    ...{ source: figure.facts && { facts: figure.facts, scope } },
    ...{ unit, figure, cell, facts: page.filter(({ id }) => frozen.has(id)) },
    next: found.length > asked.limit ? page.at(-1)?.id : undefined,
    drift: changedRecords(figure.code, cell.ids, now.ids)[0],
  }
}
