import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asDay } from '../../src/kernel/day.ts'
import { openCounter } from '../../src/features/applications/index.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { freshSite, givenUnit, type TestSite } from './site.ts'

/** A city with a bureau that takes applications, on a day; files lie in a folder of their own. */
export async function givenCounter(day = '2026-03-02'): Promise<{ site: TestSite; unit: Unit; city: Unit }> {
  const site = await freshSite(day)
  site.config.dataDir = mkdtempSync(join(tmpdir(), 'gongkai-applications-'))
  const city = await givenUnit(site, { code: 'mc', nameZh: '明川市', nameEn: 'Mingchuan' })
  const unit = await givenUnit(site, { code: 'water', nameZh: '水务局', nameEn: 'Water bureau' }, city)
  await openFor(site, unit)
  return { site, unit, city }
}

/** Lets a unit take applications from long ago on. */
export async function openFor(site: TestSite, unit: Unit, promiseDays?: number): Promise<void> {
  await openCounter(site, unit.id, promiseDays, { sinceOn: asDay('2019-05-15') })
}

/** A whole application as the public form sends it; a test changes what it is about. */
export const typedApplication = {
  ...{ kind: 'information', wanted: '柳溪河2025年水质监测报告', hint: '', reason: '', form: 'electronic', way: 'online' },
  ...{ who: 'person', name: '王小明', paper: 'passport', 'paper-number': 'E12345678', phone: '13800001111', email: '', address: '' },
  ...{ contact: '', agent: '', 'agent-number': '', mailed: '', go: 'send' },
}
