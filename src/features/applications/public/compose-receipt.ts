import type { Receipt, ReceiptLabels } from '../../../platform/paper/receipt.ts'
import type { Site } from '../../../platform/site.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { countedInWords, dayTableLabels } from '../cases/day-table.ts'
import type { CaseView } from '../cases/read-case.ts'
import { clockRules } from '../load-rules.ts'
import { stripDays } from './strip-days.ts'

/**
 * The receipt as it goes on paper: of the day of sending, whatever has happened since. It names neither who asked nor what, and needs the code again, which
 * is kept nowhere. Throws where the case has no day of receipt or no due day yet, such as one that waits.
 */
export function composeReceipt(site: Site, reader: Reader, view: CaseView, code: string): Receipt | undefined {
  const { t, lang } = reader
  const { application, unit, edition, clock } = view
  const { receivedOn, dueOn } = clock
  if (receivedOn === undefined || dueOn === undefined) return undefined
  const rule = edition.receipt[application.channel]
  const basis = (cited: { basisZh: string; basisEn: string }): string => (lang === 'zh' ? cited.basisZh : cited.basisEn)
  const days = stripDays(reader, view)
  return {
    ...{ language: lang, at: application.typedAt, title: t('apply.receipt.paper-title'), unit: nameIn(reader, unit), days },
    ...{ number: application.number, codeGroups: code.split('-'), receivedOn, dueOn, hasDayTable: true },
    receivedBy: t('apply.receipt.rule', { basis: basis(rule) }),
    dueBy: t('apply.receipt.term', { n: edition.reply.term.days, basis: basis(edition.reply) }),
    provisional: clock.isProvisional ? t('ui.strip.provisional') : '',
    counted: countedInWords(reader, days, dueOn),
    address: `${site.config.baseUrl}/${lang}/track`,
    follow: t('apply.receipt.follow'),
    next: [t('apply.receipt.next-read'), t('apply.receipt.next-answer'), t('apply.receipt.next-recall', { n: clockRules().recallMinutes })],
    labels: labelsOf(reader),
  }
}

function labelsOf(reader: Reader): ReceiptLabels {
  const { t } = reader
  return {
    ...dayTableLabels(reader),
    ...{ number: t('apply.receipt.number'), code: t('apply.receipt.code'), keep: t('apply.receipt.lead') },
    ...{ received: t('apply.receipt.received'), due: t('apply.receipt.due'), counted: t('apply.receipt.counted') },
    ...{ follow: t('apply.track.title'), next: t('apply.receipt.next'), codeSays: t('apply.receipt.code-says') },
  }
}
