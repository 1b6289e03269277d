import {
  arrangeIssue,
  composeIssue,
  keepCarrier,
  postDocuments,
  publishIssue,
  type Carrier,
  type CarrierDraft,
} from '../../src/features/channels/index.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import type { StoredDocument } from '../../src/features/publishing/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import type { Site } from '../../src/platform/site.ts'
import { must } from './given.ts'

/** A carrier with every default: a column in front of the gate, since 2020. */
export async function givenCarrier(site: Site, unit: Unit, draft: Partial<CarrierDraft> = {}): Promise<Carrier> {
  return must(
    await keepCarrier(site, 'system', {
      ...{ unitId: unit.id, kind: 'public-column', nameZh: '村务公开栏', nameEn: 'Village column', web: '', kindSaid: '' },
      ...{ placeZh: '村委会门前', placeEn: 'Before the gate', rhythm: 'quarterly', sinceOn: asDay('2020-01-01'), ...draft },
    }),
  )
}

/** What a posting says, with every default: now, without proof. */
export const givenPosting = (site: Site) => ({
  ...{ postedAt: site.now(), issue: '', page: '', note: '', earlyReason: '', isOpenProof: false, once: '' },
})

/** One of everything that a carrier's addresses can name. */
export async function givenChannels(site: Site, unit: Unit, released: StoredDocument) {
  const column = await givenCarrier(site, unit)
  const screen = await givenCarrier(site, unit, { kind: 'screen', nameZh: '大厅屏', nameEn: 'Hall screen', rhythm: 'weekly' })
  const gazette = await givenCarrier(site, unit, { kind: 'gazette', nameZh: '公报', nameEn: 'Gazette' })
  const [posting] = must(await postDocuments(site, {}, column.id, { ...givenPosting(site), documentIds: [released.id] }))
  const datedOn = asDay(site.today())
  const items = [{ place: 1, section: '文件', documentId: released.id }]
  const begin = async (number: number) => {
    const begun = must(await composeIssue(site, 'system', gazette.id, { year: 2026, number, datedOn }))
    return must(await arrangeIssue(site, 'system', begun.id, { version: begun.version, datedOn, items }))
  }
  const printed = await begin(1)
  must(await publishIssue(site, {}, printed.id, printed.version))
  return { column, screen, gazette, posting, draft: await begin(2), printed }
}
