import { addWorkingDays } from '../../../kernel/calendar.ts'
import { isDay, type Day } from '../../../kernel/day.ts'
import { askClarification } from '../handling/ask-clarification.ts'
import { extendDeadline } from '../handling/extend-deadline.ts'
import { askReasons, setDate, takeReasons } from '../handling/set-date.ts'
import { strikeEvent } from '../handling/strike-event.ts'
import { takeSupplement } from '../handling/take-supplement.ts'
import { changeReceipt, confirmReceipt } from '../intake/confirm-receipt.ts'
import { clockRules } from '../load-rules.ts'
import { fileEvents, livingEvents } from '../cases/application.ts'
import type { CaseView } from '../cases/read-case.ts'
import type { Deed, Typed } from './deed.ts'

/** A day as it was typed; undefined when it is none. */
export function dayIn(typed: Typed, name: string): Day | undefined {
  const text = typed.text(name)
  return isDay(text) ? text : undefined
}

const runs = ({ clock }: CaseView): boolean => clock.state === 'running'
const happened = (view: CaseView, kind: string): boolean => livingEvents(view.events).some((event) => event.kind === kind)

/** Receipt, clarification, extension, the day of art. 35, and slips: everything that moves the due day and is no consultation or fee. */
export const clockDeeds: readonly Deed[] = [
  {
    verb: 'confirm',
    policy: 'applications.register',
    isOffered: ({ clock }) => clock.state === 'unconfirmed',
    fields: ({ today }) => [
      { name: 'on', kind: 'day', value: today },
      { name: 'how', kind: 'line' },
    ],
    act: (site, officer, at, typed) => confirmReceipt(site, officer, at, { on: dayIn(typed, 'on'), how: typed.text('how') }),
    fieldOf: { 'day-missing': 'on', 'how-missing': 'how', 'confirmed-before-arrival': 'on', 'after-today': 'on' },
  },
  {
    verb: 'clarify',
    policy: 'applications.handle',
    isOffered: (view) => runs(view) && !(view.edition.clarification.isOnce && happened(view, 'clarification-asked')),
    fields: ({ today }, site) => [
      { name: 'words', kind: 'text' },
      { name: 'sentOn', kind: 'day', value: today },
      { name: 'answerBy', kind: 'day', value: addWorkingDays(site.calendar, today, clockRules().supplementDays).on },
    ],
    act: (site, officer, at, typed) =>
      askClarification(site, officer, at, {
        ...{ words: typed.text('words'), sentOn: dayIn(typed, 'sentOn'), answerBy: dayIn(typed, 'answerBy') },
      }),
    fieldOf: {
      ...{ 'words-missing': 'words', 'day-missing': 'sentOn', 'after-today': 'sentOn', 'before-receipt': 'sentOn' },
      ...{ 'answer-by-missing': 'answerBy', 'answer-by-too-soon': 'answerBy' },
    },
  },
  {
    verb: 'supplement',
    policy: 'applications.handle',
    isOffered: ({ clock }) => clock.state === 'awaiting-supplement',
    fields: ({ today }) => [
      { name: 'words', kind: 'text' },
      { name: 'arrivedOn', kind: 'day', value: today },
      { name: 'files', kind: 'file', isOptional: true },
    ],
    act: (site, officer, at, typed) =>
      takeSupplement(site, officer, at, { words: typed.text('words'), arrivedOn: dayIn(typed, 'arrivedOn'), files: typed.files('files') }),
    fieldOf: { 'words-missing': 'words', 'day-missing': 'arrivedOn', 'after-today': 'arrivedOn', 'supplement-before-notice': 'arrivedOn' },
  },
  {
    verb: 'extend',
    policy: 'applications.lead',
    isOffered: (view) => runs(view) && !happened(view, 'extended'),
    fields: ({ today }) => [
      { name: 'reason', kind: 'text' },
      { name: 'decidedOn', kind: 'day', value: today },
      { name: 'toldOn', kind: 'day', value: today },
    ],
    act: (site, officer, at, typed) =>
      extendDeadline(site, officer, at, {
        ...{ reason: typed.text('reason'), decidedOn: dayIn(typed, 'decidedOn'), toldOn: dayIn(typed, 'toldOn') },
      }),
    fieldOf: {
      ...{ 'reason-missing': 'reason', 'decided-missing': 'decidedOn', 'told-missing': 'toldOn' },
      ...{ 'told-before-decided': 'toldOn', 'too-late': 'decidedOn', 'after-today': 'toldOn' },
    },
  },
  {
    verb: 'ask-reasons',
    policy: 'applications.handle',
    isOffered: (view) => runs(view) && view.edition.maySetDate && !happened(view, 'reasons-asked'),
    fields: () => [{ name: 'words', kind: 'text' }],
    act: (site, officer, at, typed) => askReasons(site, officer, at, typed.text('words')),
    fieldOf: { 'words-missing': 'words' },
  },
  {
    verb: 'take-reasons',
    policy: 'applications.handle',
    isOffered: (view) => happened(view, 'reasons-asked') && !happened(view, 'reasons-given') && view.application.endedOn === undefined,
    fields: () => [{ name: 'words', kind: 'text' }],
    act: (site, officer, at, typed) => takeReasons(site, officer, at, typed.text('words')),
    fieldOf: { 'words-missing': 'words' },
  },
  {
    verb: 'set-date',
    policy: 'applications.lead',
    isOffered: (view) => runs(view) && happened(view, 'reasons-asked') && !happened(view, 'date-set'),
    fields: () => [
      { name: 'dueOn', kind: 'day' },
      { name: 'reason', kind: 'text' },
    ],
    act: (site, officer, at, typed) => setDate(site, officer, at, { dueOn: dayIn(typed, 'dueOn'), reason: typed.text('reason') }),
    fieldOf: { 'due-missing': 'dueOn', 'date-not-later': 'dueOn', 'reason-missing': 'reason' },
  },
  {
    verb: 'receipt',
    policy: 'applications.lead',
    isOffered: ({ application }) => application.endedOn === undefined,
    fields: ({ application }) => [
      { name: 'arrivedOn', kind: 'day', value: application.arrivedOn },
      { name: 'confirmedOn', kind: 'day', value: application.confirmedOn ?? '', isOptional: true },
      { name: 'reason', kind: 'text' },
    ],
    act: (site, officer, at, typed) =>
      changeReceipt(site, officer, at, {
        ...{ arrivedOn: dayIn(typed, 'arrivedOn'), confirmedOn: dayIn(typed, 'confirmedOn'), reason: typed.text('reason') },
      }),
    fieldOf: {
      'day-missing': 'arrivedOn',
      'after-today': 'arrivedOn',
      'reason-missing': 'reason',
      'confirmed-before-arrival': 'confirmedOn',
    },
  },
  {
    verb: 'strike',
    policy: 'applications.lead',
    isOffered: (view) => view.application.endedOn === undefined && strikable(view).length > 0,
    fields: (view, site, lang) => [
      {
        ...{ name: 'event', kind: 'choice' },
        options: strikable(view).map((event) => ({
          ...{ value: String(event.id), label: `${event.on} ${site.words[lang](`applications.event.${event.kind}`)}` },
        })),
      },
      { name: 'reason', kind: 'text' },
    ],
    act: (site, officer, at, typed) =>
      strikeEvent(site, officer, at, { eventId: Number(typed.text('event')), reason: typed.text('reason') }),
    fieldOf: { 'event-missing': 'event', 'struck-before': 'event', 'reason-missing': 'reason' },
    isGrave: true,
  },
]

function strikable(view: CaseView) {
  const isClocked = (kind: string): boolean => !['received', 'replied', 'closed', ...fileEvents].includes(kind)
  return livingEvents(view.events).filter((event) => isClocked(event.kind))
}
