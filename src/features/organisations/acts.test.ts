import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { history, verifyJournal } from '../../platform/journal/index.ts'
import { addUnit } from './add-unit.ts'
import { changeProfile } from './change-profile.ts'
import { closeUnit } from './close-unit.ts'
import { recordedUnits } from './index.ts'
import { findUnit, findUnitByCode, listUnitEvents, listUnitIdsUnder } from './queries.ts'
import { renameUnit } from './rename-unit.ts'
import { emptyProfile, type Unit } from './unit.ts'

let site: TestSite
let city: Unit

describeWithDatabase('the acts of the tree of units', () => {
  beforeAll(async () => {
    site = await freshSite()
    city = await givenUnit(site, { code: 'city' })
  })

  const name = {
    nameZh: '应急管理局',
    nameEn: 'Emergency Bureau',
    shortZh: '应急局',
    shortEn: 'Emergency',
    on: asDay('2026-06-01'),
    reason: '明编〔2026〕3号',
  }
  const child = (code: string) => ({
    ...emptyProfile,
    nameZh: '某局',
    nameEn: 'A bureau',
    shortZh: '某局',
    shortEn: 'A',
    kind: 'department' as const,
    level: 'city' as const,
    code,
    sinceOn: asDay('2020-01-01'),
    parentId: city.id,
  })

  it('a unit gets a path below its parent, and its organisation code loses the hyphen', async () => {
    const added = await addUnit(site, 'person:1', { ...child('health'), organisationCode: '01441633-0' })
    if (!added.ok) throw new Error(added.refusals.join())
    expect(added.value.path).toBe(`${city.path}${added.value.id}/`)
    expect(added.value.organisationCode).toBe('014416330')
    expect(await listUnitIdsUnder(site.database.read, [city.path])).toContain(added.value.id)
  })

  it('a code or an organisation code that is taken is refused, with every other reason', async () => {
    const again = await addUnit(site, 'person:1', { ...child('health'), nameEn: '', organisationCode: '014416330', parentId: 999_999 })
    expect(again).toEqual({ ok: false, refusals: ['name-missing', 'parent-missing', 'code-taken', 'organisation-code-taken'] })
  })

  it('a code that would hide behind another address is refused', async () => {
    expect(await addUnit(site, 'person:1', child('new'))).toEqual({ ok: false, refusals: ['code-wrong'] })
  })

  it('of two that add the same code at the same moment one is told that it is taken', async () => {
    const both = await Promise.all([addUnit(site, 'person:1', child('twin')), addUnit(site, 'person:2', child('twin'))])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, refusals: ['code-taken'] })
  })

  it('of two editors the second sees what the first saved, and nothing is overwritten', async () => {
    const unit = await givenUnit(site, { code: 'edited' }, city)
    const both = await Promise.all(
      ['0999-1', '0999-22'].map((telephone, at) =>
        changeProfile(site, `person:${at + 1}`, unit.id, unit.version, { ...emptyProfile, telephone: `${telephone}11111` }),
      ),
    )
    const winner = both.find((one) => one.ok)
    const loser = both.find((one) => !one.ok)
    if (!winner?.ok || loser === undefined || loser.ok) throw new Error('one of the two must win')
    expect(loser.refusals).toEqual([{ theirs: winner.value }])
    expect(await findUnit(site.database.read, unit.id)).toEqual(winner.value)
    expect(winner.value).toMatchObject({ version: unit.version + 1, profileOn: '2026-06-15' })
  })

  it('a renamed unit keeps its old name in its history and its organisation code for its numbers', async () => {
    const unit = await givenUnit(
      site,
      { code: 'safety', nameZh: '安监局', nameEn: 'Work Safety Bureau', organisationCode: '003110926' },
      city,
    )
    const outcome = await renameUnit(site, 'person:1', unit.id, name)
    expect(outcome).toMatchObject({ ok: true, value: { nameZh: '应急管理局', organisationCode: '003110926' } })
    expect((await listUnitEvents(site.database.read, unit.id)).map((one) => [one.kind, one.nameZh])).toEqual([
      ['renamed', '安监局'],
      ['founded', ''],
    ])
    expect(await renameUnit(site, 'person:1', unit.id, { ...name, on: asDay('2026-07-01'), reason: ' ' })).toEqual({
      ok: false,
      refusals: ['same-name', 'reason-missing', 'date-wrong'],
    })
  })

  it('a merged unit ends, tells where its work went, and cannot end twice', async () => {
    const unit = await givenUnit(site, { code: 'merged' }, city)
    const closing = { on: asDay('2026-06-15'), reason: '机构改革', intoId: city.id }
    const both = await Promise.all([closeUnit(site, 'person:1', unit.id, closing), closeUnit(site, 'person:2', unit.id, closing)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, refusals: ['gone-already'] })
    expect((await listUnitEvents(site.database.read, unit.id))[0]).toMatchObject({ kind: 'merged', intoId: city.id })
  })

  it('a unit with living units below it is not closed, nor merged into one of them', async () => {
    const town = await givenUnit(site, { code: 'town', kind: 'town' }, city)
    const village = await givenUnit(site, { code: 'village', kind: 'village' }, town)
    const outcome = await closeUnit(site, 'person:1', town.id, { on: site.today(), reason: '撤并', intoId: village.id })
    expect(outcome).toEqual({ ok: false, refusals: ['has-units-below', 'into-itself'] })
    expect((await findUnitByCode(site.database.read, 'town'))?.untilOn).toBeUndefined()
  })

  it('a unit that is not there is not found', async () => {
    await expect(renameUnit(site, 'person:1', 999_999, name)).rejects.toThrow(NotFound)
  })

  it('every act is on the record, and the record vouches for every unit', async () => {
    const unit = await findUnitByCode(site.database.read, 'safety')
    expect(
      (await history(site.database.read, `organisations.unit:${unit?.id}`)).map((line) => [line.act, line.actor, line.reason]),
    ).toEqual([
      ['organisations.add', 'system', ''],
      ['organisations.rename', 'person:1', '明编〔2026〕3号'],
    ])
    expect((await verifyJournal(site.database.read, { 'organisations.unit': recordedUnits })).findings).toEqual([])
  })
})
