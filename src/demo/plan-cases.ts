import type { ReceiptChannel } from '../kernel/case/event.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom } from '../kernel/calendar.ts'
import { addDays, addMonths, daysBetween, yearOf, type Day } from '../kernel/day.ts'
import type { Applicant, Wish } from '../features/applications/index.ts'
import { askerOf, foreignerOf, insistentOf } from './asker.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { DemoApplications, DemoCase, DemoStep, DemoSubject } from './read-applications.ts'
import type { Setting } from './setting.ts'
import { monthsOfPast } from './stage.ts'
import { stepsOf } from './steps-of.ts'

/** A case of the play, with everything that will happen in it by working days after its arrival. */
export interface PlannedCase {
  nth: number
  told: DemoCase
  arrivedOn: Day
  channel: ReceiptChannel
  applicant: Applicant
  wish: Wish
  /** What each requested thing ends with. */
  answers: { leaf: string; subject: DemoSubject }[]
  steps: DemoStep[]
  thirdParty: { name: string; address: string }
}

/** How long before today the first of them arrives, in months. */
const monthsBack = 24

const everyDay: readonly ReceiptChannel[] = ['online', 'email']
const ways: Record<ReceiptChannel, Wish['way']> = {
  ...{
    counter: 'collect',
    'registered-post': 'post',
    'ordinary-post': 'post',
    fax: 'post',
    online: 'online',
    email: 'email',
    oral: 'collect',
  },
}

/** All cases of the play in the order of their arrival: those told one by one, the earlier ones, and the plain run of two years. */
export function planCases(setting: Setting, pack: DemoApplications): PlannedCase[] {
  const chance = chanceOf(pack.seed)
  const { today, stage } = setting
  const first = addMonths(today, -monthsBack)
  const calendar = stage.site.calendar
  const told = [...pack.cases, ...pack.earlier].map((one) => ({
    one,
    on: one.on ?? addWorkingDays(calendar, today, -(one.ago ?? 0)).on,
  }))
  const plain = Array.from({ length: pack.plainCases }, (_, nth) => ({
    one: plainCase(pack, chance, nth),
    on: addDays(first, Math.floor((daysBetween(first, today) * nth) / pack.plainCases)),
  }))
  return [...told, ...plain]
    .map(({ one, on }, nth) => planCase(setting, pack, chance, one, on, nth))
    .sort((a, b) => (a.arrivedOn < b.arrivedOn ? -1 : a.arrivedOn > b.arrivedOn ? 1 : a.nth - b.nth))
}

/** Outcomes that need nothing but words. */
const wordy = ['G1', 'D1', 'D2', 'D3', 'D5', 'D6', 'D7', 'D8', 'U1', 'U2', 'P1', 'P2', 'P3', 'P5']

function plainCase({ subjects, plainScripts }: DemoApplications, chance: Chance, nth: number): DemoCase {
  const subject = chance.of(subjects.filter((one) => wordy.includes(one.leaf) && one.file === undefined))
  const script = plainScripts[nth % plainScripts.length] ?? 'plain'
  return { unit: chance.of(subject.units), script, leaf: subject.leaf, wanted: subject.wanted }
}

function planCase(setting: Setting, pack: DemoApplications, chance: Chance, told: DemoCase, on: Day, nth: number): PlannedCase {
  const { calendar } = setting.stage.site
  const proposed = told.channel ?? pack.channels[nth % pack.channels.length] ?? 'counter'
  const answers = told.correction ? [correctionOf(pack, chance, told)] : answersOf(pack, chance, told, yearOf(on))
  const inEnglish = answers[0]?.subject.lang === 'en'
  // Before the portal there was none to ask through.
  const hasPortal = on >= addMonths(setting.today, -monthsOfPast)
  const channel = inEnglish && hasPortal ? 'online' : proposed === 'online' && !hasPortal ? 'counter' : proposed
  const isOff = !everyDay.includes(channel) && !isWorkingDay(calendar, on)
  const arrivedOn = isOff ? workingDayFrom(calendar, on) : on
  const way = ways[channel]
  return {
    ...{ nth, told, channel, answers, thirdParty: chance.of(pack.thirdParties) },
    arrivedOn: arrivedOn > setting.today ? setting.today : arrivedOn,
    applicant: told.asker ? insistentOf(pack, way) : inEnglish ? foreignerOf(pack, chance, nth, way) : asker(pack, chance, told, nth, way),
    wish: wishOf(pack, told, answers, way),
    steps: stepsOf(pack, chance, told),
  }
}

function asker(pack: DemoApplications, chance: Chance, told: DemoCase, nth: number, way: string): Applicant {
  const kind = told.correction ? 'person' : (pack.kinds[nth % pack.kinds.length] ?? 'person')
  return askerOf(pack, chance, nth, kind, way)
}

/** What a unit is asked for that ends with a leaf; a leaf of an earlier form is like one of today. */
function subjectFor({ subjects, like }: DemoApplications, chance: Chance, told: DemoCase, leaf: string): DemoSubject {
  const wordless = ['', 'O1'].includes(leaf) ? 'G1' : (like[leaf] ?? leaf)
  const fitting = subjects.filter((one) => one.leaf === wordless && (one.file !== undefined) === (told.handed === true))
  const own = fitting.filter((one) => one.units.includes(told.unit) && (one.lang === undefined || told.wanted !== undefined))
  const named = subjects.find((one) => one.wanted === told.wanted && one.leaf === wordless)
  return named ?? chance.of(own.length > 0 ? own : fitting.filter((one) => one.lang === undefined))
}

function answersOf(pack: DemoApplications, chance: Chance, told: DemoCase, year: number): PlannedCase['answers'] {
  return [told.leaf, ...(told.also ?? [])].map((leaf) => ({
    ...{ leaf, subject: filled(pack, chance, subjectFor(pack, chance, told, leaf), year - 1) },
  }))
}

function correctionOf(pack: DemoApplications, chance: Chance, told: DemoCase): PlannedCase['answers'][number] {
  const said = pack.correctionAnswers[told.leaf]
  if (said === undefined) throw new Error(`nobody wrote how a correction ends as ${told.leaf}`)
  const subject = { units: [told.unit], wanted: chance.of(pack.correctionWanted), leaf: told.leaf, ...said }
  return { leaf: told.leaf, subject }
}

function wishOf(pack: DemoApplications, told: DemoCase, answers: PlannedCase['answers'], way: Wish['way']): Wish {
  const asked = answers.map(({ subject }) => subject.wanted)
  return {
    ...{ kind: told.correction ? 'correction' : 'information', wanted: asked.join('；'), documentHint: '', way },
    ...{ reason: told.correction ? pack.correctionReason : '', form: way === 'online' || way === 'email' ? 'electronic' : 'paper' },
    items: asked.length > 1 ? asked : [],
  }
}

function filled({ fillings }: DemoApplications, chance: Chance, subject: DemoSubject, year: number): DemoSubject {
  const words = new Map([['year', String(year)], ...Object.entries(fillings).map(([name, list]) => [name, chance.of(list)] as const)])
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => words.get(name) ?? whole)
  const told = Object.entries(subject).map(([name, text]) => [name, typeof text === 'string' ? fill(text) : text] as const)
  return Object.fromEntries(told) as unknown as DemoSubject
}
