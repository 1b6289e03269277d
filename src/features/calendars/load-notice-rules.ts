import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../platform/pack.ts'

const days = z.number().int().positive()
const form = z.object({
  usualMonth: z.number().int().min(1).max(12),
  legalDays: z.array(z.object({ fromYear: z.number().int(), days, basisZh: z.string(), basisEn: z.string() })).min(1),
  exceptions: z.array(z.object({ year: z.number().int(), days, why: z.string() })),
})
const namesForm = z.object({ holidays: z.record(z.string(), z.object({ nameZh: z.string(), nameEn: z.string() })) })

export type NoticeRules = z.infer<typeof form> & z.infer<typeof namesForm>

let rules: NoticeRules | undefined

/** What a notice is measured against, `holiday-notices.json` of the pack, and the names of the holidays in its `calendar.json`. */
export function loadNoticeRules(): NoticeRules {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(nationalPack, file), 'utf8'))
  rules ??= { ...form.parse(read('holiday-notices.json')), ...namesForm.parse(read('calendar.json')) }
  return rules
}
