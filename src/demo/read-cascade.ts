import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredDuty, TimeRule } from '../features/catalogue/index.ts'
import { packageRoot } from '../platform/root.ts'

/** The template that the province laid down for the towns of the demo city, and what became of it. */
export interface DemoCascade {
  template: {
    code: string
    keeper: string
    nameZh: string
    nameEn: string
    issuerZh: string
    issuerEn: string
    kinds: string[]
    levels: string[]
  }
  lines: (Pick<
    StoredDuty,
    'code' | 'titleZh' | 'titleEn' | 'elementsZh' | 'elementsEn' | 'basisZh' | 'basisEn' | 'rule' | 'channels' | 'subject'
  > & {
    category: string
    monthsAgo: number
  })[]
  changes: {
    line: string
    announcedDaysAgo: number
    inDays: number
    reasonZh: string
    rule?: TimeRule
    channels?: StoredDuty['channels']
    ends?: true
  }[]
  stricter: { unit: string; line: string; daysAgo: number; withinDays: number }
  comments: { unit: string; line: string; daysAgo: number; words: string }[]
  early: { unit: string; line: string; daysAgo: number }
}

export function readCascade(): DemoCascade {
  return JSON.parse(readFileSync(join(packageRoot, 'packs/demo/cascade.json'), 'utf8')) as DemoCascade
}
