import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '../kernel/policy.ts'
import { packageRoot } from '../platform/root.ts'
import type { TimeRule } from '../features/catalogue/index.ts'
import type { UnitKind, UnitLevel } from '../features/organisations/index.ts'

export interface DemoUnit {
  code: string
  kind: UnitKind
  parent: string | null
  level: UnitLevel
  nameZh: string
  nameEn: string
  shortZh: string
  shortEn: string
  organisationCode?: string
  functionsZh?: string
  functionsEn?: string
  addressZh?: string
  addressEn?: string
  hoursZh?: string
  hoursEn?: string
  telephone?: string
  fax?: string
  email?: string
  web?: string
  responsibleZh?: string
  responsibleEn?: string
  contactZh?: string
  contactEn?: string
  sinceYearsAgo: number
  history?: { kind: 'renamed' | 'merged' | 'dissolved'; monthsAgo: number; fromNameZh: string; fromNameEn: string; reasonZh: string }[]
}

export interface DemoPerson {
  login: string
  nameZh: string
  nameEn: string
  email: string
  posts: { unit: string; role: Role }[]
  standIn?: { for: string; unit: string; role: Role; fromDays: number; untilDays: number }
}

export interface DemoDuty {
  code: string
  category: string
  titleZh: string
  titleEn: string
  elementsZh: string
  elementsEn: string
  basisZh: string
  basisEn: string
  rule: TimeRule
  channels: string[]
  audience: 'society' | 'group' | 'staff'
  mode: 'proactive' | 'on-application'
  levels: string[]
  owes: string[] | { kinds: string[]; under: string }
  isRequired?: boolean
  genre: string
  subject: string
  guidanceZh?: string
  guidanceEn?: string
  sinceMonthsAgo?: number
}

export interface DemoPublication {
  duty: string
  unit: string
  formedDaysAgo: number
  period?: { every: 'month' | 'quarter' | 'half-year' | 'year'; ago: number; formedAfter: number; publishedAfter: number }
  publishedDaysAgo?: number
  language: 'zh' | 'en'
  title: string
  summary?: string
  body: string
  documentNumber?: string
  genre?: string
  subject?: string
  keywords?: string[]
  audience?: 'society' | 'group' | 'staff'
  /** Its name within the play, for others to refer to. */
  key?: string
  change?: {
    kind: 'corrected' | 'changed' | 'withdrawn' | 'replaced' | 'cancelled' | 'ended'
    daysAgo: number
    reason: string
    /** The key of what takes its place. */
    replacedBy?: string
    /** What the first version said wrongly, and what the body says rightly. */
    earlier?: { wrong: string; right: string }
  }
  /** Files that go with it: their names, and the text in them. */
  files?: { name: string; text: string }[]
  state?: 'draft' | 'submitted' | 'head-approved' | 'secrecy-reviewed'
  /** It is an annual report that the records write: what no record shows by the address of its cell, and what people say of problems. */
  report?: { cells: Record<string, number>; evidence: string; problems: string; problemsEn: string }
  /** It is the quarterly bulletin of a town: the records list what was published, and each part of the body is the words of a section. */
  isBulletin?: true
}

export interface DemoCarrier {
  unit: string
  kind: string
  nameZh: string
  nameEn: string
  placeZh: string
  placeEn: string
  web?: string
  kindSaid?: string
  keeper?: string
  rhythm?: string
  /** How often what is due is put up; and since when nobody does it any more. */
  putsUp?: 'monthly' | 'quarterly'
  stopsMonthsAgo?: number
}

/** Something that is released besides the ordinary way, or that circulates. */
export interface DemoRelease {
  kind: 'kept' | 'joint' | 'scheduled' | 'asked' | 'emergency' | 'rumour'
  daysAgo: number
  /** Whose text it is, when not the emergency bureau's; who issues it too; who is asked. */
  unit?: string
  with?: string
  of?: string
  title: string
  summary?: string
  body?: string
  genre?: string
  ground?: string
  reason?: string
  secretForDays?: number
  claim?: string
  place?: string
  isMajor?: boolean
  powers?: string
  finding?: string
}

/** Why a column is empty: who says it, for how many days from today, and who accepted it. */
interface DemoReason {
  duty: string
  unit: string
  by: string
  wordsZh: string
  untilDays: number
  acceptedBy?: string
}

export interface DemoPack {
  reasons: DemoReason[]
  city: { nameZh: string; nameEn: string; siteCode: string }
  units: DemoUnit[]
  people: DemoPerson[]
  catalogue: { categories: { code: string; parent: string | null; nameZh: string; nameEn: string }[]; duties: DemoDuty[] }
  publications: DemoPublication[]
  carriers: DemoCarrier[]
  releases: DemoRelease[]
}

/** Reads the demo city. Everything in it is relative to today, so the same files give the same city on every day. */
export function readDemoPack(): DemoPack {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(packageRoot, 'packs/demo', `${name}.json`), 'utf8'))
  return {
    city: read('city'),
    units: read('units'),
    people: read('people'),
    catalogue: read('catalogue'),
    publications: read('publications'),
    carriers: read('channels'),
    releases: read('release'),
    reasons: read('reasons'),
  } as DemoPack
}
