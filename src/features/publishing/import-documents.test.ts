import { expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { freshSite, givenUnit } from '../../../test/support/site.ts'
import { limits } from './document.ts'
import { importDocuments } from './import-documents.ts'
import { listForDesk } from './queries-desk.ts'

describeWithDatabase('an import', () => {
  test('names the file whose text is too long in words of both languages, and leaves no draft behind', async () => {
    const site = await freshSite()
    const unit = await givenUnit(site, { code: 'mc' })
    const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
    const long = `# 年度报告\n\n${'长'.repeat(limits.body + 1)}\n`
    const outcome = await importDocuments(site, unit, [file('短.md', '# 通知\n\n全文。\n'), file('长.md', long)])
    const refusal = { file: '长.md', key: 'publishing.import.body-too-long', params: { most: limits.body } } as const
    expect(outcome).toEqual({ ok: false, refusals: [refusal] })
    expect(site.words.zh(refusal.key, refusal.params)).toContain('正文超过')
    expect(site.words.en(refusal.key, refusal.params)).toContain('longer than')
    expect(await listForDesk(site.database.read, { unitIds: [unit.id], limit: 10 })).toEqual([])
  })
})
