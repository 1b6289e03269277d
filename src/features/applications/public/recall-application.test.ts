import { expect, it } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { findByRef } from '../cases/queries.ts'
import { readTableFacts } from '../figures/facts.ts'
import { faultsIn } from '../figures/table.ts'
import { givenCases } from '../given-cases.ts'
import { leafByCode } from '../law/leaf.ts'
import { outcomes } from '../load-outcomes.ts'
import { recallApplication } from './recall-application.ts'

describeWithDatabase('an application that is taken back in the first minutes', () => {
  it('is counted in the statutory table once, under anything else', async () => {
    const given = await givenCases('2026-06-15')
    const { site, safety } = given
    const { id, ref } = await given.enter(safety, '2026-06-15')
    must(await recallApplication(site, { ref }))
    const application = await findByRef(site.database.read, ref)
    expect(application).toMatchObject({ state: 'closed', endedOn: '2026-06-15', isSealed: false })
    expect(leafByCode(outcomes, application?.leaf ?? '')?.rows['2021']).toBe('3.6.3')
    const table = await readTableFacts(site.database.read, [safety.id], 2026)
    expect(table && faultsIn(table)).toEqual([])
    expect(table?.outcomes.find(({ row }) => row === '3.6.3')?.cells.total).toEqual([id])
  })
})
