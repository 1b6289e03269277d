import { sayDay } from '../../../kernel/translate.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { DecisionRefusal } from '../decision.ts'
import type { Fault, NoticeRefusal, NoticeWarning } from '../notice.ts'
import type { ProposalRefusal } from '../propose-notice.ts'

type AnyFault = Fault<NoticeRefusal | NoticeWarning | ProposalRefusal | DecisionRefusal>

/** One refusal or warning as a sentence. */
export function faultInWords(reader: Reader, { reason, day, name, year, stated, counted }: AnyFault): string {
  return reader.t(`calendars.fault.${reason}`, {
    day: day === undefined ? '' : sayDay(day, reader.lang),
    name: name === undefined ? '' : nameIn(reader, name),
    year: year ?? '',
    stated: stated ?? '',
    counted: counted ?? '',
  })
}
