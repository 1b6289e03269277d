import { basename } from 'node:path'
import { caseClock, type CaseEvent, type CaseEventKind } from '../kernel/case/index.ts'
import type { Lang } from '../kernel/translate.ts'
import type { Translate } from '../kernel/words.ts'
import type { Pack } from '../platform/pack.ts'
import { caseTable } from './case-table.ts'
import { type CommandEnd, wrongUsage } from './command.ts'
import { eventKinds, type EventsRead, readEvents } from './read-events.ts'

/** How the clock of a whole case is called. */
export interface CaseCall {
  edition?: string
  events?: string
  json?: boolean
}

/**
 * The clock of the case whose events stand in a file: a table, or the CaseClock as JSON. Ends with 1 where the events contradict each
 * other, with 2 and one line that says what to write where the call or the file is wrong.
 */
export function runCaseClock(call: CaseCall, pack: Pack, lang: Lang, t: Translate): CommandEnd {
  const ids = pack.editions.map(({ id }) => id)
  const edition = pack.editions.find(({ id }) => id === call.edition)
  if (edition === undefined) return wrongUsage(t('caseclock.wrong.edition', { editions: ids.join(' / '), example: ids.at(-1) ?? '' }))
  if (!call.events) return wrongUsage(t('caseclock.wrong.events'))
  const read = readEvents(call.events)
  if (!('events' in read)) return wrongUsage(wrongFile(read, basename(call.events), t))
  const { calendar, choices } = pack
  const clock = caseClock(edition, read.events, calendar, choices)
  const exit = clock.faults.length > 0 ? 1 : 0
  if (call.json) return { exit, out: JSON.stringify(clock) }
  return { exit, out: caseTable({ clock, edition, events: read.events, calendar, choices, lang, t }) }
}

function wrongFile(read: Exclude<EventsRead, { events: CaseEvent[] }>, file: string, t: Translate): string {
  if (read.wrong === 'kind') return t('caseclock.wrong.kind', { file, n: read.number, kinds: eventKinds.join(', ') })
  if (read.wrong === 'form')
    return t('caseclock.wrong.form', { file, n: read.number, field: read.field, example: exampleOf(read.kind ?? 'received') })
  return t(`caseclock.wrong.${read.wrong}`, { file, example: exampleOf('received') })
}

function exampleOf(kind: CaseEventKind): string {
  return JSON.stringify({ kind, ...examples[kind] })
}

const examples: Record<CaseEventKind, Record<string, string>> = {
  received: { channel: 'ordinary-post', arrivedOn: '2025-03-03', confirmedOn: '2025-03-03' },
  'clarification-asked': { on: '2025-03-06', answerBy: '2025-03-31' },
  supplemented: { on: '2025-03-14' },
  'consultation-sent': { consultation: 'a', with: 'third-party', on: '2025-03-17' },
  'consultation-delivered': { consultation: 'a', on: '2025-03-19' },
  'consultation-answered': { consultation: 'a', on: '2025-03-28' },
  extended: { decidedOn: '2025-04-08', toldOn: '2025-04-09' },
  'fee-noticed': { sentOn: '2025-03-20', receivedOn: '2025-03-24' },
  'fee-paid': { on: '2025-04-02' },
  'reasons-asked': { on: '2025-03-20' },
  'reasons-given': { on: '2025-03-27' },
  'date-set': { toldOn: '2025-04-08', dueOn: '2025-09-30' },
  replied: { on: '2025-05-06' },
  closed: { on: '2025-04-01' },
}
