import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { listCategories, listDuties } from '../catalogue/index.ts'
import { listUnits } from '../organisations/index.ts'
import { ReasonsPage } from './pages/reasons-page.tsx'
import { listExcused } from './reasons/queries.ts'

/** What the public reads: which columns are empty for a reason that holds today. Every night's run changes the record and renews it. */
export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/catalogue/reasons', policy: 'public.read', keeps: true, answer: showReasons },
]

async function showReasons({ site, reader }: Ask): Promise<Answer> {
  const { read } = site.database
  const [units, categories] = [await listUnits(read), await listCategories(read)]
  const duties = (await listDuties(read)).filter((duty) => duty.audience !== 'staff')
  const rows = (await listExcused(read, reader.today)).flatMap((reason) => {
    const duty = duties.find((one) => one.id === reason.dutyId)
    const unit = units.find((one) => one.id === reason.unitId)
    const category = categories.find((one) => one.id === duty?.categoryId)
    if (duty === undefined || unit === undefined || category === undefined) return []
    return [{ reason, unit, category, line: { code: duty.code, nameZh: duty.titleZh, nameEn: duty.titleEn } }]
  })
  return { page: <ReasonsPage reader={reader} rows={rows} /> }
}
