import type { Translate, WordKey } from '../kernel/words.ts'
import type { ImportedPage } from '../features/publishing/index.ts'
import type { CommandEnd } from './command.ts'

/** What became of one page: it came in, or why not. */
export interface PageReport {
  file: string
  address: string
  page?: ImportedPage
  reasons: string[]
  unreadable?: { key: WordKey; params: Record<string, string | number> }
}

/** One entry per page and the sums; for people or for programs. A page that was passed over makes no failure of the whole. */
export function reportPortal(reports: readonly PageReport[], how: { isDry: boolean; json: boolean; t: Translate }): CommandEnd {
  const { isDry, json, t } = how
  const counts = {
    pages: reports.length,
    imported: reports.filter(({ page }) => page !== undefined).length,
    clean: reports.filter(({ page }) => page?.isClean === true).length,
    unmapped: reports.filter(({ page }) => page?.isMapped === false).length,
    known: reports.filter(({ reasons }) => reasons.includes('address-known')).length,
    refused: reports.filter(({ page, reasons }) => page === undefined && !reasons.includes('address-known')).length,
  }
  const exit = counts.imported === 0 && counts.refused > 0 ? 1 : 0
  if (json) return { exit, out: JSON.stringify({ dryRun: isDry, counts, pages: reports.map((report) => inJson(report, t)) }, null, 2) }
  const sums = t(isDry ? 'commands.portal.tried' : 'commands.portal.done', counts)
  return { exit, out: [...reports.flatMap((report) => inLines(report, t)), '', sums].join('\n') }
}

function inJson(report: PageReport, t: Translate) {
  const { file, address, page } = report
  const result = page !== undefined ? 'imported' : report.reasons.includes('address-known') ? 'known' : 'refused'
  if (page === undefined) return { file, address, result, reasons: saidReasons(report, t) }
  const { indexNumber, isClean, isMapped, filesLeftOut, findings } = page
  return {
    ...{ file, address, result, indexNumber, isClean, isMapped, filesLeftOut },
    findings: findings.map(({ check, weight, because, params, passage }) => ({
      ...{ check, weight, passage },
      reason: t(`checks.${check}.because.${because}` as WordKey, params),
    })),
  }
}

function inLines(report: PageReport, t: Translate): string[] {
  const { file, page } = report
  if (page === undefined) return [`${file}  –  ${saidReasons(report, t).join(' ')}`]
  const marks = [page.isClean ? '' : t('commands.portal.kept-back'), page.isMapped ? '' : t('commands.portal.unmapped')]
  const findings = page.findings.filter(({ weight }) => weight !== 'advice')
  return [
    [file, page.indexNumber, ...marks.filter((mark) => mark !== '')].join('  '),
    ...findings.map(({ check, because, params, weight }) => `  [${weight}] ${t(`checks.${check}.because.${because}` as WordKey, params)}`),
    ...page.filesLeftOut.map((name) => `  ${name}: ${t('publishing.imports.fault.file-missing')}`),
  ]
}

function saidReasons({ reasons, unreadable }: PageReport, t: Translate): string[] {
  const said = reasons.map((reason) => t(`publishing.imports.fault.${reason}` as WordKey))
  return unreadable === undefined ? said : [...said, t(unreadable.key, unreadable.params)]
}
