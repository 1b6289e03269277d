import { type CaseClock, type CaseDay, type CaseEdition, type CaseEvent, type CasePause, editionOn } from '../kernel/case/index.ts'
import type { Day } from '../kernel/day.ts'
import { type Lang, sayDay } from '../kernel/translate.ts'
import type { Translate } from '../kernel/words.ts'
import type { ToldChoices } from '../platform/pack-applications.ts'
import { dayRow, type Telling } from './day-row.ts'

/** A case to be told: its clock, and what it was reckoned from. */
export interface CaseTold extends Telling {
  clock: CaseClock
  edition: CaseEdition
  events: readonly CaseEvent[]
  choices: ToldChoices
}

/** The clock of a case for people: its dates, what came too late, what the law leaves open, and every day with its reason. */
export function caseTable(told: CaseTold): string {
  const { clock, edition, lang, t } = told
  if (clock.faults.length > 0) return clock.faults.map((fault) => t('caseclock.fault', { what: t(`caseclock.fault.${fault}`) })).join('\n')
  const name = lang === 'zh' ? edition.nameZh : edition.nameEn
  const lines = [
    t('caseclock.title', { edition: name, state: t(`caseclock.state.${clock.state}`) }),
    ...receiptLines(told, name),
    ...dueLines(told),
    ...clock.pauses.map((pause) => pauseLine(pause, told)),
    ...clock.breaches.map((breach) => t('caseclock.breach', { what: t(`caseclock.breach.${breach}`) })),
    ...choiceLines(told),
  ]
  return [...lines, ...(clock.days.length > 0 ? ['', ...dayLines(told)] : [])].join('\n')
}

function receiptLines({ clock, edition, lang, t }: CaseTold, name: string): string[] {
  const { receivedOn, receivedBy, startOn, startedBy } = clock
  return [
    ...(receivedOn && receivedBy
      ? [t('caseclock.received', { day: sayDay(receivedOn, lang), rule: t(`caseclock.rule.${receivedBy}`) })]
      : []),
    ...(receivedOn && !editionOn([edition], receivedOn) ? [t('caseclock.other-edition', { edition: name })] : []),
    ...dayLine('caseclock.clarify-by', clock.clarifyBy, lang, t),
    ...dayLine('caseclock.supplement-by', clock.supplementBy, lang, t),
    ...dayLine('caseclock.pay-by', clock.payBy, lang, t),
    ...(startOn && startedBy && startedBy !== 'received' ? [t(`caseclock.start.${startedBy}`, { day: sayDay(startOn, lang) })] : []),
  ]
}

function dayLine(
  key: 'caseclock.clarify-by' | 'caseclock.supplement-by' | 'caseclock.pay-by',
  day: Day | undefined,
  lang: Lang,
  t: Translate,
) {
  return day === undefined ? [] : [t(key, { day: sayDay(day, lang) })]
}

function dueLines({ clock, calendar, lang, t }: CaseTold): string[] {
  const { baseDueOn, dueOn, dueBy, endedOn, isInTime, isProvisional, termDays: n = 0 } = clock
  const without = baseDueOn ? sayDay(baseDueOn, lang) : t('caseclock.unknown')
  const isEndless = dueOn === undefined && clock.termDays !== undefined
  const ended = clock.state === 'closed' ? 'closed' : isInTime ? 'replied-in-time' : 'replied-late'
  return [
    ...(dueOn && dueBy ? [t(`caseclock.due.${dueBy}`, { day: sayDay(dueOn, lang), n, without })] : []),
    ...(isEndless ? [t('caseclock.due.none')] : []),
    ...(isProvisional ? [t('caseclock.provisional', { from: calendar.announcedFrom, until: calendar.announcedUntil })] : []),
    ...(endedOn ? [t(`caseclock.ended.${ended}`, { day: sayDay(endedOn, lang) })] : []),
  ]
}

function pauseLine({ after, until, isOpen, ...causes }: CasePause, { lang, t }: CaseTold): string {
  const names = namesOf(causes, lang, t)
  if (until === undefined) return t('caseclock.pause.endless', { after: sayDay(after, lang), names })
  return t(isOpen ? 'caseclock.pause.open' : 'caseclock.pause.closed', { after: sayDay(after, lang), until: sayDay(until, lang), names })
}

function namesOf({ consultations = [], forReasons }: Pick<CaseDay, 'consultations' | 'forReasons'>, lang: Lang, t: Translate): string {
  const names = consultations.map((name) => t('caseclock.consultation', { name }))
  return [...names, ...(forReasons ? [t('caseclock.reasons')] : [])].join(lang === 'zh' ? '、' : ', ')
}

/** The sentence of each open point that this case touches. */
function choiceLines({ clock, edition, events, choices, lang, t }: CaseTold): string[] {
  const touches = {
    pauseBegins: events.some((event) => event.kind === 'consultation-sent' && edition.consultation[event.with].pauses),
    lateClarificationRestarts: clock.breaches.includes('clarification-late'),
    askingReasonsPauses: events.some(({ kind }) => kind === 'reasons-asked'),
  }
  return (Object.keys(touches) as (keyof typeof touches)[]).flatMap((choice) => {
    const { saysZh, saysEn } = choices.told[choice]
    return touches[choice] ? [t('caseclock.choice', { says: lang === 'zh' ? saysZh : saysEn })] : []
  })
}

function dayLines({ clock, ...telling }: CaseTold): string[] {
  const { lang, t } = telling
  let number = 0
  return clock.days.map((row) => {
    if (row.counted) number++
    return dayRow(row, number, telling, row.why === 'paused' ? t('caseclock.paused', { names: namesOf(row, lang, t) }) : undefined)
  })
}
