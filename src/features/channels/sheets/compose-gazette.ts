import { sayDate } from '../../../kernel/translate.ts'
import { asSvg, drawCode } from '../../../platform/codes/draw-code.ts'
import type { PrintOrder } from '../../../platform/pdf/index.ts'
import type { Site } from '../../../platform/site.ts'
import { blocksOf } from '../../../platform/text/blocks.ts'
import { readVersion } from '../../publishing/index.ts'
import { issueKey } from '../gazettes/issue.ts'
import type { WholeIssue } from '../gazettes/read-issue.ts'

/** A whole issue for the printer: cover, contents, every text as it was printed. What the public may no longer read is named, not printed. */
export async function composeGazette(site: Site, { issue, carrier, unit, lines }: WholeIssue): Promise<PrintOrder> {
  const t = site.words.zh
  const address = `${site.config.baseUrl}/gazettes/${carrier.code}/${issueKey(issue)}`
  const items: Record<string, unknown>[] = []
  for (const { item, document, unit: from } of lines) {
    const text = document.isPublic
      ? await readVersion(site.database.read, document.id, item.version ?? document.publishedVersion)
      : undefined
    items.push({
      section: item.section,
      title: text?.title ?? document.title,
      origin: [from.nameZh, document.documentNumber].filter((part) => part !== ''),
      lang: document.language,
      blocks: text === undefined ? [] : blocksOf(text.body),
      gone: text === undefined ? t('channels.issue.no-longer') : '',
    })
  }
  return {
    template: 'gazette',
    at: issue.publishedAt ?? site.now(),
    content: {
      lang: 'zh',
      name: carrier.nameZh,
      'name-en': carrier.nameEn,
      issue: t('channels.issue.name', { year: issue.year, number: issue.number }),
      day: sayDate(issue.datedOn, 'zh'),
      publisher: unit.nameZh,
      contents: t('channels.gazette.contents'),
      address,
      code: asSvg(await drawCode(address)),
      'code-says': t('channels.sheet.code-says', { address }),
      scan: t('channels.sheet.scan'),
      pages: t('channels.sheet.pages', { n: '#', all: '%' }),
      sections: [...new Set(lines.map((line) => line.item.section))],
      items,
    },
  }
}
