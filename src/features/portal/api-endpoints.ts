import type { z } from 'zod'
import { kindOfDay } from '../../kernel/calendar.ts'
import { addDays, asDay, dayOf, yearOf, type Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import type { Site } from '../../platform/site.ts'
import { profileKeys } from '../organisations/index.ts'
import { countCap } from '../publishing/index.ts'
import { accountEndpoints } from './api-account.ts'
import { changesEndpoint } from './api-changes.ts'
import type { Endpoint } from './api-endpoint.ts'
import { figuresEndpoint } from './api-figures.ts'
import * as clockForms from './api-forms-clock.ts'
import * as forms from './api-forms.ts'
import { reportEndpoints } from './api-reports.ts'
import { givePromises } from './api-promises.ts'
import { asDocument, asDocumentLine, asDuty, asDutyLine, asUnitLine, asUnitRest } from './api-views.ts'
import { findDocuments } from './find-documents.ts'
import { promisesPage, promisesQuery } from './promise-forms.ts'
import { readPlace, writePlace } from './question.ts'
import { readPage } from './read-page.ts'
import { readPlaces } from './read-places.ts'
import { readUnit } from './read-unit.ts'
import { runClock } from './run-clock.ts'

export const endpoints: readonly Endpoint[] = [
  {
    name: 'listDocuments',
    path: '/api/v1/documents',
    query: forms.documentsQuery,
    gives: forms.documentsPage,
    answer: listDocuments,
  },
  {
    name: 'readDocument',
    path: '/api/v1/documents/*',
    params: forms.numberParams,
    gives: forms.documentWhole,
    answer: readDocument,
  },
  changesEndpoint,
  { name: 'listUnits', path: '/api/v1/units', gives: forms.unitsPage, answer: listUnits },
  {
    name: 'readUnit',
    path: '/api/v1/units/:code',
    params: forms.codeParams,
    gives: forms.unitWhole,
    answer: readOneUnit,
  },
  {
    name: 'readCatalogue',
    path: '/api/v1/catalogue',
    gives: forms.cataloguePage,
    answer: readCatalogue,
  },
  {
    name: 'readDuty',
    path: '/api/v1/duties/:code',
    params: forms.codeParams,
    gives: forms.dutyWhole,
    answer: readDuty,
  },
  {
    name: 'listPromises',
    path: '/api/v1/promises',
    query: promisesQuery,
    gives: promisesPage,
    answer: givePromises,
  },
  {
    name: 'readCalendar',
    path: '/api/v1/calendar/:year',
    params: clockForms.yearParams,
    gives: clockForms.calendarYear,
    answer: readCalendar,
  },
  {
    name: 'countTerm',
    path: '/api/v1/clock',
    query: clockForms.clockQuery,
    gives: clockForms.clockAnswer,
    answer: runClock,
  },
  figuresEndpoint,
  ...accountEndpoints,
  ...reportEndpoints,
]

async function listDocuments(site: Site, asked: z.infer<typeof forms.documentsQuery>, query: Record<string, string>) {
  const { baseUrl } = site.config
  const { limit, q, before, ...filters } = asked
  const found = await findDocuments(site, { ...filters, words: (q ?? '').trim(), isCut: false, before: readPlace(before ?? '') }, limit)
  const next = found.next && `${baseUrl}/api/v1/documents?${new URLSearchParams({ ...query, before: writePlace(found.next) })}`
  const items = found.documents.map((line) => asDocumentLine(baseUrl, found.places, line))
  return { json: { items, total: Math.min(found.total, countCap), totalCap: countCap, next: next ?? null }, next }
}

async function readDocument(site: Site, asked: z.infer<typeof forms.numberParams>) {
  const view = await readPage(site, asked.indexNumber)
  return {
    json: asDocument(site.config.baseUrl, view, view.older?.publishedOn ?? dayOf(view.document.publishedAt ?? view.document.createdAt)),
  }
}

async function listUnits(site: Site) {
  const places = await readPlaces(site, site.database.read)
  return { json: { items: [...places.units.values()].map((unit) => asUnitLine(site.config.baseUrl, places, unit)) } }
}

async function readOneUnit(site: Site, asked: z.infer<typeof forms.codeParams>) {
  const { unit, places, duties, kept, events } = await readUnit(site, asked.code)
  const profile = Object.fromEntries(profileKeys.map((key) => [key, unit[key]]))
  const line = { ...asUnitLine(site.config.baseUrl, places, unit), ...profile, profileOn: unit.profileOn }
  return { json: { ...line, ...asUnitRest(places, { duties, kept, events }) } }
}

async function readCatalogue(site: Site) {
  const places = await readPlaces(site, site.database.read)
  const codes = new Map(places.categories.map((one) => [one.id, one.code]))
  const categories = places.categories.map(({ code, parentId, nameZh, nameEn }) => ({
    code,
    parent: (parentId && codes.get(parentId)) || null,
    nameZh,
    nameEn,
  }))
  return { json: { categories, duties: places.duties.map((duty) => asDutyLine(site.config.baseUrl, places, duty)) } }
}

async function readDuty(site: Site, asked: z.infer<typeof forms.codeParams>) {
  const places = await readPlaces(site, site.database.read)
  const duty = places.everyDuty.find((one) => one.code === asked.code)
  if (duty === undefined) throw new NotFound(`duty ${asked.code}`)
  return { json: asDuty(site.config.baseUrl, places, duty) }
}

async function readCalendar(site: Site, { year }: z.infer<typeof clockForms.yearParams>) {
  const days: { on: Day; kind: string }[] = []
  for (let on = asDay(`${year}-01-01`); yearOf(on) === year; on = addDays(on, 1)) days.push({ on, kind: kindOfDay(site.calendar, on) })
  return { json: { year, isAnnounced: days.every((day) => day.kind !== 'unannounced'), days } }
}
