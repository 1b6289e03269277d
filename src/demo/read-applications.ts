import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReceiptChannel } from '../kernel/case/event.ts'
import type { Day } from '../kernel/day.ts'
import type { Role } from '../kernel/policy.ts'
import { packageRoot } from '../platform/root.ts'
import type { Applicant } from '../features/applications/index.ts'

/** One step of a script, so many working days after the request arrived. */
export interface DemoStep {
  on: number
  /** The verb of a deed, or one of the acts that have pages of their own; `reply` stands for all hands of a reply. */
  do: string
  by?: Role
  typed?: Record<string, string>
  remark?: string
}

interface DemoText {
  name: string
  text: string
}

/** Something that people ask the units for, with how it ends. */
export interface DemoSubject {
  units: string[]
  wanted: string
  leaf: string
  facts: string
  ground?: string
  harm?: string
  discretion?: string
  search?: string
  pointer?: string
  withheld?: string[]
  lang?: 'en'
  /** Handed over as it stands, or with its redacted copy. */
  file?: DemoText
  part?: { original: DemoText; redacted: DemoText }
}

/** One case told by itself: so many working days before today, or on a day of its own. */
export interface DemoCase {
  unit: string
  script: string
  leaf: string
  ago?: number
  on?: Day
  also?: string[]
  wanted?: string
  channel?: ReceiptChannel
  asker?: 'insistent'
  agency?: string
  section?: string
  /** What follows the reply, by its name among the challenges. */
  then?: string
  /** The last hand that is put to it. */
  until?: string
  handed?: boolean
  correction?: boolean
}

export interface DemoApplications {
  seed: number
  plainCases: number
  plainScripts: string[]
  channels: ReceiptChannel[]
  kinds: Applicant['kind'][]
  surnames: string[]
  givenNames: string[]
  englishNames: string[]
  insistent: { name: string; birthday: string }
  organisations: Record<string, string[]>
  thirdParties: { name: string; address: string }[]
  fillings: Record<string, string[]>
  correctionWanted: string[]
  correctionReason: string
  /** By the outcome of a request for correction. */
  correctionAnswers: Record<string, Pick<DemoSubject, 'ground' | 'facts' | 'pointer'>>
  wordsOfRating: string[]
  /** Which leaf of today gives an answer like one of an earlier form. */
  like: Record<string, string>
  likeWithheld: Record<string, string>
  subjects: DemoSubject[]
  scripts: Record<string, DemoStep[]>
  challenges: Record<string, DemoStep[]>
  cases: DemoCase[]
  earlier: DemoCase[]
}

/** What is asked of the demo city's units, by whom, and what becomes of it. */
export function readApplications(): DemoApplications {
  return JSON.parse(readFileSync(join(packageRoot, 'packs/demo/applications.json'), 'utf8')) as DemoApplications
}
