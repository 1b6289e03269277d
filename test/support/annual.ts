import { cellsOf, type AnnualForm } from '../../src/features/reports/annual/form.ts'
import type { PaperInput } from '../../src/features/reports/annual/lay-out-paper.ts'
import { asDay } from '../../src/kernel/day.ts'

const problems =
  '一是主动公开的时效还不够强，部分单位在政策出台后没有同步发布解读材料；二是依申请公开的答复文书质量不齐，有的没有写明救济途径。\n下一步，市政府将把公开任务列入月度调度，逐项核对期限；对答复文书实行双人审核，并每季度抽查。'
const problemsEn =
  'Publication is not always prompt: some units issue a policy before its interpretation is ready. Replies are of uneven quality, and some do not name the remedies.\nNext year every task of publication is followed month by month, and two people check each reply.'

/** A report of a city for a form: a different number in every cell, texts in both languages, facts. */
export function givenAnnual(form: AnnualForm, more: Partial<PaperInput> = {}): PaperInput {
  const cells = cellsOf(form).map(({ address, measure }, at): [string, number] => [address, measure === 'count' ? 1001 + at : 4821.5 + at])
  const problem = form.id === '2014' ? '六' : '五'
  const numbers = [
    { name: 'received', value: 14069 },
    { name: 'concluded', value: 13845 },
  ]
  return {
    form,
    cells: Object.fromEntries(cells),
    facts: new Map([['一', [{ key: 'reports.fact.received', numbers }]]]),
    texts: { [problem]: problems, [`${problem}/en`]: problemsEn },
    notes: {},
    unit: { nameZh: '明川市人民政府', nameEn: 'Mingchuan Municipal People’s Government' },
    period: String(form.years.from),
    cutOff: asDay('2026-01-20'),
    fingerprint: 'ab'.repeat(32),
    ...more,
  }
}
