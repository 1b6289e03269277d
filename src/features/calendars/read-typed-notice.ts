import { isDay } from '../../kernel/day.ts'
import { noticeKinds, type Notice } from './paper.ts'
import type { HolidayNames } from './reading.ts'
import { readBlocks, readDays, type TypedNotice } from './typed.ts'

/** A line or day of the form that could not be read. */
export interface UnreadLine {
  field: 'off' | 'working'
  text: string
}

/** The notice that the fields make, and the lines in them that say nothing. A year that is none is 0. */
export function readTypedNotice(typed: TypedNotice, names: HolidayNames): { notice: Notice; unread: UnreadLine[] } {
  const { blocks, unread: offUnread } = readBlocks(typed.off, names)
  const { days, unread: workUnread } = readDays(typed.working)
  const { number, source, region, basis } = typed
  return {
    notice: {
      kind: noticeKinds.find((kind) => kind === typed.kind) ?? 'year',
      year: /^(?:19|20|21)\d{2}$/.test(typed.year) ? Number(typed.year) : 0,
      announcedOn: isDay(typed.announcedOn) ? typed.announcedOn : undefined,
      ...{ number, source, region, basis, off: blocks, working: days },
    },
    unread: [
      ...offUnread.map((text) => ({ field: 'off', text }) as const),
      ...workUnread.map((text) => ({ field: 'working', text }) as const),
    ],
  }
}
