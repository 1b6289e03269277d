import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { StoredDuty } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { showsText, type PublicChange, type PublicDocument, type PublicLine } from '../publishing/index.ts'
import { documentPath, filePath } from './address.ts'
import type { documentLine, documentWhole, dutyLine, dutyWhole, unitLine } from './api-forms.ts'
import type { DocumentView } from './read-page.ts'
import type { Places } from './read-places.ts'
import type { UnitView } from './read-unit.ts'

/* Rows as the API gives them. Everything that an outsider may rely on is named here and nothing else is given. */

export function asDocumentLine(baseUrl: string, places: Places, line: PublicLine): z.infer<typeof documentLine> {
  const unit = places.units.get(line.unitId)
  return {
    indexNumber: line.indexNumber,
    title: line.title,
    summary: line.summary,
    language: line.language,
    documentNumber: line.documentNumber,
    unit: unit === undefined ? { code: '', nameZh: '', nameEn: '' } : nameOf(unit),
    duty: places.everyDuty.find((duty) => duty.id === line.dutyId)?.code ?? null,
    standing: line.standing as z.infer<typeof documentLine>['standing'],
    publishedOn: line.publishedOn,
    publishedAt: line.publishedAt.toISOString(),
    ...addresses(baseUrl, line.indexNumber),
  }
}

export function asDocument(baseUrl: string, view: DocumentView, publishedOn: Day): z.infer<typeof documentWhole> {
  const { document, version, unit, line, pledge } = view
  const isShown = showsText(document.standing)
  const link = (one: PublicDocument['related'][number]) => ({
    indexNumber: one.indexNumber,
    title: one.title,
    url: `${baseUrl}${documentPath(one.indexNumber)}`,
  })
  return {
    indexNumber: document.indexNumber,
    title: version.title,
    summary: isShown ? version.summary : '',
    language: version.language,
    documentNumber: version.documentNumber,
    unit: nameOf(unit),
    duty: line?.code ?? null,
    standing: document.standing as z.infer<typeof documentWhole>['standing'],
    publishedOn,
    publishedAt: (document.publishedAt ?? document.createdAt).toISOString(),
    ...addresses(baseUrl, document.indexNumber),
    body: isShown ? version.body : null,
    formedOn: version.formedOn ?? null,
    validUntil: version.validUntil ?? null,
    subject: version.subject,
    genre: version.genre,
    served: version.served,
    audience: version.audience === 'group' ? 'group' : 'society',
    keywords: isShown ? version.keywords : [],
    files: isShown ? view.files.map((file) => asFile(baseUrl, document.id, file)) : [],
    changes: view.changes.map(asPastChange),
    hands: view.hands.map((hand) => ({ ...hand, at: hand.at.toISOString() })),
    coIssuers: view.jointUnits.map(nameOf),
    emergency: view.emergency === undefined ? null : { ...view.emergency, reviewedOn: view.emergency.reviewedOn ?? null },
    olderSite: view.older ? { name: view.older.siteName, address: view.older.address, publishedOn: view.older.publishedOn } : null,
    related: view.related.map(link),
    replaces: view.replaces.map(link),
    replacedBy: view.replacedBy === undefined ? null : link(view.replacedBy),
    promise: pledge === undefined ? null : { ...pick(pledge), formedOn: pledge.formedOn ?? null },
  }
}

export function asPastChange({ kind, reason, at, isMinor, effectiveOn }: PublicChange) {
  return { kind, reason, at: at.toISOString(), isMinor: isMinor ?? false, effectiveOn: effectiveOn ?? null }
}

function asFile(baseUrl: string, documentId: number, file: PublicDocument['files'][number]) {
  const { name, mediaType, sizeBytes, sha256 } = file
  return { name, mediaType, sizeBytes: Number(sizeBytes), sha256, url: `${baseUrl}${filePath(documentId, file)}` }
}

function pick({ dueOn, publishedOn, workingDaysLate, isProvisional }: NonNullable<DocumentView['pledge']>) {
  return { dueOn, publishedOn, workingDaysLate, isProvisional }
}

export function asUnitLine(baseUrl: string, places: Places, unit: Unit): z.infer<typeof unitLine> {
  return {
    code: unit.code,
    kind: unit.kind,
    level: unit.level,
    parent: (unit.parentId === undefined ? undefined : places.units.get(unit.parentId)?.code) ?? null,
    organisationCode: unit.organisationCode ?? null,
    nameZh: unit.nameZh,
    nameEn: unit.nameEn,
    sinceOn: unit.sinceOn,
    untilOn: unit.untilOn ?? null,
    url: `${baseUrl}/units/${unit.code}`,
    api: `${baseUrl}/api/v1/units/${unit.code}`,
  }
}

/** What a unit owes, how it kept its word, and what happened to it. */
export function asUnitRest(places: Places, { duties, kept, events }: Pick<UnitView, 'duties' | 'kept' | 'events'>) {
  return {
    duties: duties.map((duty) => duty.code),
    kept,
    history: events.map(({ kind, happenedOn, nameZh, nameEn, intoId, reason }) => ({
      ...{ kind, happenedOn, nameZh, nameEn, reason },
      into: (intoId === undefined ? undefined : places.units.get(intoId)?.code) ?? null,
    })),
  }
}

export function asDutyLine(baseUrl: string, places: Places, duty: StoredDuty): z.infer<typeof dutyLine> {
  return {
    code: duty.code,
    category: places.categories.find((one) => one.id === duty.categoryId)?.code ?? '',
    titleZh: duty.titleZh,
    titleEn: duty.titleEn,
    audience: duty.audience === 'group' ? 'group' : 'society',
    mode: duty.mode,
    api: `${baseUrl}/api/v1/duties/${duty.code}`,
  }
}

export function asDuty(baseUrl: string, places: Places, duty: StoredDuty): z.infer<typeof dutyWhole> {
  return {
    ...asDutyLine(baseUrl, places, duty),
    elementsZh: duty.elementsZh,
    elementsEn: duty.elementsEn,
    basisZh: duty.basisZh,
    basisEn: duty.basisEn,
    rule: duty.rule,
    channels: duty.channels,
    levels: duty.levels,
    isRequired: duty.isRequired,
    sinceOn: duty.sinceOn,
    untilOn: duty.untilOn ?? null,
    units: duty.unitIds.flatMap((id) => places.units.get(id) ?? []).map(nameOf),
    documents: `${baseUrl}/api/v1/documents?duty=${duty.code}`,
  }
}

function nameOf(unit: Unit): { code: string; nameZh: string; nameEn: string } {
  return { code: unit.code, nameZh: unit.nameZh, nameEn: unit.nameEn }
}

function addresses(baseUrl: string, indexNumber: string): { url: string; api: string } {
  const path = documentPath(indexNumber)
  return { url: `${baseUrl}${path}`, api: `${baseUrl}/api/v1${path}` }
}
