import { sayDate } from '../../../kernel/translate.ts'
import { asSvg, drawCode } from '../../../platform/codes/draw-code.ts'
import type { PrintOrder } from '../../../platform/pdf/index.ts'
import type { Site } from '../../../platform/site.ts'
import { blocksOf } from '../../../platform/text/blocks.ts'
import type { Carrier } from '../carriers/carrier.ts'
import type { Printed } from './read-printed.ts'

/**
 * A document as a sheet for the wall, in the language of its text. With a carrier the sheet says where it is meant to hang and carries
 * the code behind which the posting is recorded.
 */
export async function composeSheet(site: Site, printed: Printed, paper: 'a4' | 'a3', carrier?: Carrier): Promise<PrintOrder> {
  const { document, version, unit, address } = printed
  const { language } = version
  const t = site.words[language]
  const inLanguage = (thing: { nameZh: string; nameEn: string }) => (language === 'zh' ? thing.nameZh : thing.nameEn || thing.nameZh)
  const day = sayDate(printed.publishedOn, language)
  return {
    template: 'sheet',
    at: printed.publishedAt,
    content: {
      lang: language,
      paper,
      city: t('channels.sheet.head', { city: inLanguage(site.city) }),
      number: t('channels.sheet.number', { number: document.indexNumber }),
      title: version.title,
      origin: [inLanguage(unit), version.documentNumber, day].filter((part) => part !== ''),
      blocks: blocksOf(version.body),
      code: asSvg(await drawCode(address)),
      'code-says': t('channels.sheet.code-says', { address }),
      scan: t('channels.sheet.scan'),
      address,
      unit: inLanguage(unit),
      day,
      seal: t('channels.sheet.seal'),
      posted: t('channels.sheet.posted'),
      foot: t('channels.sheet.foot'),
      pages: t('channels.sheet.pages', { n: '#', all: '%' }),
      ...(carrier === undefined ? {} : { carrier: await clerkPart(site, printed, carrier) }),
    },
  }
}

/** For whoever puts the sheet up: where, and the code that opens the form with everything chosen. */
async function clerkPart(site: Site, { document, version }: Printed, carrier: Carrier) {
  const t = site.words[version.language]
  const name = version.language === 'zh' ? carrier.nameZh : carrier.nameEn
  const path = `/desk/channels/${carrier.code}/post?document=${encodeURIComponent(document.indexNumber)}`
  const code = asSvg(await drawCode(`${site.config.baseUrl}${path}`))
  return { words: t('channels.sheet.clerk', { name }), says: t('channels.sheet.clerk-says', { name }), code }
}
