import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { dutyOf, givenCategory } from '../../../../test/support/duty.ts'
import { must } from '../../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { history, verifyJournal } from '../../../platform/journal/index.ts'
import { recordedUnits, type Unit } from '../../organisations/index.ts'
import { changeDuty } from '../lay-down-duty.ts'
import { planTasks } from '../plan-tasks.ts'
import { findDutyByCode } from '../queries.ts'
import { listTasks } from '../queries-tasks.ts'
import { recorded } from '../read-recorded.ts'
import { dutySubject } from '../subject.ts'
import { announceEdition, type Announcement } from './announce-edition.ts'
import { answerProposal } from './answer-proposal.ts'
import { layDownTemplate } from './lay-down-template.ts'
import { listLines } from './queries.ts'
import { takeEffect } from './take-effect.ts'
import { tightenLine } from './tighten-line.ts'
import type { Columns, Edition, Template } from './template.ts'

let site: TestSite
let city: Unit
let county: Unit
let north: Unit
let south: Unit
let template: Template
let categoryId: number

const office = 'person:9'
const monthly = { kind: 'periodic', every: 'month', within: 10, count: 'working' } as const

function columnsOf(columns: Partial<Columns> = {}): Columns {
  const { code: _code, sinceOn: _since, untilOn: _until, ...duty } = dutyOf('any')
  return { ...duty, categoryId, ...columns }
}

async function announce(code: string, change: Partial<Announcement> = {}): Promise<Edition> {
  const line = (await listLines(site.database.read)).find((one) => one.code === code)
  const announcement = { lineId: line?.id, code, columns: columnsOf(), ends: false, reason: '按省目录', takesEffectOn: site.today() }
  return must(await announceEdition(site, office, template, { ...announcement, ...change }))
}

const dutyFor = (code: string) => findDutyByCode(site.database.read, code)

describeWithDatabase('a catalogue that cascades', () => {
  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    city = await givenUnit(site, { code: 'city' })
    county = await givenUnit(site, { code: 'county', kind: 'county', level: 'county' }, city)
    north = await givenUnit(site, { code: 'north', kind: 'town', level: 'town' }, county)
    south = await givenUnit(site, { code: 'south', kind: 'town', level: 'town' }, county)
    categoryId = (await givenCategory(site, 'policies')).id
    template = must(
      await layDownTemplate(site, office, {
        ...{
          code: 'towns',
          unitId: city.id,
          nameZh: '乡镇公开目录',
          nameEn: 'Town catalogue',
          issuerZh: '省政府',
          issuerEn: 'The province',
        },
        ...{ kinds: ['town'], levels: [] },
      }),
    )
  })

  it('a template without name, issuer and kinds, under a taken code, is refused with all four reasons', async () => {
    const empty = { ...{ code: 'towns', unitId: city.id, nameZh: '', nameEn: '', issuerZh: '', issuerEn: '' }, kinds: [], levels: [] }
    const outcome = await layDownTemplate(site, office, empty)
    expect(outcome).toEqual({ ok: false, refusals: ['name-missing', 'code-taken', 'issuer-missing', 'kinds-missing'] })
  })

  it('a line for today is owed by every unit that inherits it, and a second run changes nothing', async () => {
    await announce('accounts')
    expect(await takeEffect(site)).toBe(1)
    expect(await takeEffect(site)).toBe(0)
    expect(await dutyFor('accounts')).toMatchObject({ unitIds: [north.id, south.id], sinceOn: '2026-06-15' })
  })

  it('a town that is founded later owes the line from then on', async () => {
    await announce('founded')
    await takeEffect(site)
    const east = await givenUnit(site, { code: 'east', kind: 'town', level: 'town' }, county)
    expect(await takeEffect(site)).toBeGreaterThan(0)
    expect((await dutyFor('founded'))?.unitIds).toEqual([north.id, south.id, east.id])
  })

  it('a change is a proposal until its day, and on its day it takes effect by itself', async () => {
    await announce('changed')
    await takeEffect(site)
    await announce('changed', { columns: columnsOf({ titleEn: 'New words' }), takesEffectOn: asDay('2026-07-01') })
    expect(await takeEffect(site)).toBe(0)
    expect((await dutyFor('changed'))?.titleEn).toBe('Matter any')
    await onDay('2026-07-01', async () => {
      expect(await takeEffect(site)).toBe(1)
      const duty = await dutyFor('changed')
      expect(duty).toMatchObject({ titleEn: 'New words', version: 2 })
      const acts = (await history(site.database.read, dutySubject(duty?.id ?? 0))).map((entry) => [entry.act, entry.actor])
      expect(acts).toEqual([
        ['catalogue.inherit', 'system'],
        ['catalogue.take-effect', 'system'],
      ])
    })
  })

  it('two runs at once let a change take effect once', async () => {
    await announce('raced')
    const both = await Promise.all([takeEffect(site), takeEffect(site)])
    expect(both.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0)
    const duty = await dutyFor('raced')
    expect(await history(site.database.read, dutySubject(duty?.id ?? 0))).toHaveLength(1)
  })

  it('a unit may take a change before its day, alone, and the day finds it there', async () => {
    await announce('early')
    await takeEffect(site)
    const change = await announce('early', { columns: columnsOf({ titleEn: 'Early words' }), takesEffectOn: asDay('2026-07-01') })
    const answering = { lineId: change.lineId, editionId: change.id, unit: north, kind: 'accepted', words: '' } as const
    must(await answerProposal(site, 'person:1', answering))
    expect(await dutyFor('early-north')).toMatchObject({ titleEn: 'Early words', unitIds: [north.id] })
    expect((await dutyFor('early'))?.unitIds).not.toContain(north.id)
    expect(await answerProposal(site, 'person:1', answering)).toEqual({ ok: false, refusals: ['accepted-already'] })
    await onDay('2026-07-01', () => takeEffect(site))
    expect(await dutyFor('early')).toMatchObject({ titleEn: 'Early words' })
    expect((await dutyFor('early-north'))?.version).toBe(1)
  })

  it('a comment needs words, and nobody outside the template may answer', async () => {
    const change = await announce('commented', { takesEffectOn: asDay('2026-08-01') })
    const answering = { lineId: change.lineId, editionId: change.id, unit: north, kind: 'comment', words: ' ' } as const
    expect(await answerProposal(site, 'person:1', answering)).toEqual({ ok: false, refusals: ['words-missing'] })
    expect(await answerProposal(site, 'person:1', { ...answering, unit: county, words: '太急' })).toMatchObject({
      refusals: ['not-inherited'],
    })
    expect((await answerProposal(site, 'person:1', { ...answering, words: '太急' })).ok).toBe(true)
  })

  it('nobody takes an inherited line away in the catalogue', async () => {
    await announce('kept')
    await takeEffect(site)
    const duty = await dutyFor('kept')
    const form = { duty: { ...duty!, untilOn: asDay('2026-06-30') }, categoryId, unitIds: [north.id] }
    expect(await changeDuty(site, office, duty!.id, duty!.version, form)).toEqual({ ok: false, refusals: ['laid-down-above'] })
  })

  it('a unit may ask more of itself, and keeps that when the line above changes', async () => {
    await announce('strict')
    await takeEffect(site)
    const duty = (await dutyFor('strict'))!
    const fast = { kind: 'within', days: 5, count: 'working', anchor: 'formation' } as const
    const demands = { version: duty.version, columns: { ...columnsOf(), rule: fast } }
    expect((await tightenLine(site, 'person:1', duty.id, south, demands)).ok).toBe(true)
    await announce('strict', { columns: columnsOf({ basisZh: '新依据' }) })
    await takeEffect(site)
    expect(await dutyFor('strict-south')).toMatchObject({ rule: fast, basisZh: '新依据', unitIds: [south.id] })
    expect((await dutyFor('strict'))?.unitIds).not.toContain(south.id)
  })

  it('a unit may not ask less of itself, nor end the line', async () => {
    await announce('loose')
    await takeEffect(site)
    const duty = (await dutyFor('loose'))!
    const columns = { ...columnsOf(), channels: ['broadcast' as const], isRequired: false }
    const outcome = await tightenLine(site, 'person:1', duty.id, south, { version: duty.version, columns, untilOn: asDay('2026-12-31') })
    expect(outcome).toEqual({
      ok: false,
      refusals: ['inherited-channel-missing', 'inherited-not-required', 'inherited-removed'],
    })
    expect(await dutyFor('loose-south')).toBeUndefined()
  })

  it('what is laid out already is not asked for twice when a unit gets a line of its own', async () => {
    await announce('monthly', { columns: columnsOf({ rule: monthly }) })
    await takeEffect(site)
    await planTasks(site)
    const duty = (await dutyFor('monthly'))!
    must(await tightenLine(site, 'person:1', duty.id, south, { version: 1, columns: { ...columnsOf(), rule: { ...monthly, within: 5 } } }))
    await planTasks(site)
    const own = await dutyFor('monthly-south')
    const tasks = await listTasks(site.database.read, { dutyIds: [duty.id, own!.id], unitIds: [south.id], limit: 50 })
    expect(tasks.map((task) => task.period)).toEqual(['2026-06', '2026-07', '2026-08'])
    await onDay('2026-09-20', () => planTasks(site))
    const later = await listTasks(site.database.read, { dutyIds: [own!.id], limit: 50 })
    expect(later.map((task) => task.period)).toEqual(['2026-09', '2026-10', '2026-11'])
  })

  it('a line that ends above ends below on the day before', async () => {
    await announce('ended')
    await takeEffect(site)
    await announce('ended', { ends: true, takesEffectOn: asDay('2026-07-01') })
    await onDay('2026-07-01', () => takeEffect(site))
    expect(await dutyFor('ended')).toMatchObject({ untilOn: '2026-06-30' })
    const line = (await listLines(site.database.read)).find((one) => one.code === 'ended')
    const again = { lineId: line?.id, code: 'ended', columns: columnsOf({ titleEn: 'Back' }), ends: false, reason: 'x' }
    expect(await announceEdition(site, office, template, { ...again, takesEffectOn: asDay('2026-06-15') })).toEqual({
      ok: false,
      refusals: ['effect-before-last', 'ended-already'],
    })
  })

  it('every row is as the record says', async () => {
    const loaders = { ...recorded, 'organisations.unit': recordedUnits }
    expect((await verifyJournal(site.database.read, loaders)).findings).toEqual([])
  })
})

async function onDay<T>(day: string, work: () => Promise<T>): Promise<T> {
  const before = site.day
  site.day = day
  try {
    return await work()
  } finally {
    site.day = before
  }
}
