import { expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenDuty } from '../../../test/support/duty.ts'
import { freshSite, givenUnit } from '../../../test/support/site.ts'
import { asOwner } from '../../platform/database/index.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { recorded } from './index.ts'

describeWithDatabase('what the record vouches for of a duty', () => {
  it('shows that somebody altered by SQL since when a unit owes it', async () => {
    const site = await freshSite()
    const unit = await givenUnit(site, { code: 'city' })
    await givenDuty(site, [unit], { code: 'charges' })
    const verified = async () => (await verifyJournal(site.database.read, recorded)).findings.map((finding) => finding.kind)
    expect(await verified()).toEqual([])
    await asOwner(site.database, (client) => client.query(`update catalogue.duty_unit set since_on = '2026-06-14'`))
    expect(await verified()).toEqual(['row-changed'])
  })
})
