import { askOpinion } from '../consulting/ask-opinion.ts'
import { noteDelivery, overrideRefusal, takeAnswer } from '../consulting/follow-consultation.ts'
import { livingConsultations } from '../consulting/living.ts'
import { answers } from '../consulting/answer.ts'
import { listConsultations, type Consultation } from '../consulting/queries.ts'
import { listUnits } from '../../organisations/index.ts'
import { livingEvents } from '../cases/application.ts'
import type { CaseView } from '../cases/read-case.ts'
import type { Site } from '../../../platform/site.ts'
import { dayIn } from './clock-deeds.ts'
import type { Deed, DeedField } from './deed.ts'

const sent = (view: CaseView): number => count(view, 'consultation-sent')
const count = (view: CaseView, kind: string): number => livingEvents(view.events).filter((event) => event.kind === kind).length

/** Opinions of people and agencies whose rights or information are touched. */
export const consultingDeeds: readonly Deed[] = [
  {
    verb: 'consult',
    policy: 'applications.handle',
    isOffered: ({ clock }) => clock.state === 'running',
    fields: async ({ today, unit }, site, lang) => [
      { name: 'party', kind: 'choice', options: options(site, lang, 'party', ['third-party', 'co-agency']) },
      { name: 'name', kind: 'line', isOptional: true },
      { name: 'address', kind: 'line', isOptional: true },
      {
        ...{ name: 'unit', kind: 'choice', isOptional: true },
        options: (await listUnits(site.database.read))
          .filter((one) => one.id !== unit.id && one.untilOn === undefined && one.kind !== 'section')
          .map((one) => ({ value: one.code, label: lang === 'zh' ? one.nameZh : one.nameEn })),
      },
      { name: 'words', kind: 'text' },
      { name: 'sentOn', kind: 'day', value: today },
    ],
    act: (site, officer, at, typed) =>
      askOpinion(
        site,
        officer,
        { ...at, once: at.once ?? '' },
        {
          ...{ party: typed.text('party') as 'third-party', unit: typed.text('unit'), words: typed.text('words') },
          ...{ asked: { name: typed.text('name'), address: typed.text('address') }, sentOn: dayIn(typed, 'sentOn') },
        },
      ),
    fieldOf: {
      ...{ 'party-missing': 'party', 'name-missing': 'name', 'unit-unknown': 'unit', 'words-missing': 'words' },
      ...{ 'day-missing': 'sentOn', 'after-today': 'sentOn', 'before-receipt': 'sentOn' },
    },
  },
  {
    verb: 'consultation-delivered',
    policy: 'applications.handle',
    isOffered: (view) => view.application.endedOn === undefined && sent(view) > count(view, 'consultation-delivered'),
    fields: async (view, site, lang) => [
      await which(site, view, lang, (one) => !livingEvents(view.events).some((event) => isAbout(event, 'consultation-delivered', one))),
      { name: 'on', kind: 'day', value: view.today },
    ],
    act: (site, officer, at, typed) =>
      noteDelivery(site, officer, at, { consultationId: Number(typed.text('consultation')), on: dayIn(typed, 'on') }),
    fieldOf: { 'consultation-missing': 'consultation', 'day-missing': 'on', 'delivered-before-sent': 'on', 'after-today': 'on' },
  },
  {
    verb: 'consultation-answered',
    policy: 'applications.handle',
    isOffered: (view) => view.application.endedOn === undefined && sent(view) > count(view, 'consultation-answered'),
    fields: async (view, site, lang) => [
      await which(site, view, lang, (one) => one.answer === undefined),
      { name: 'answer', kind: 'choice', options: options(site, lang, 'answer', answers) },
      { name: 'words', kind: 'text', isOptional: true },
      { name: 'founded', kind: 'choice', isOptional: true, options: options(site, lang, 'founded', ['yes', 'no']) },
      { name: 'on', kind: 'day', value: view.today },
    ],
    act: (site, officer, at, typed) =>
      takeAnswer(site, officer, at, {
        ...{ consultationId: Number(typed.text('consultation')), answer: typed.text('answer'), words: typed.text('words') },
        ...{ isFounded: typed.text('founded') === '' ? undefined : typed.text('founded') === 'yes', on: dayIn(typed, 'on') },
      }),
    fieldOf: {
      ...{ 'consultation-missing': 'consultation', 'answered-before': 'consultation', 'answer-missing': 'answer' },
      ...{ 'reasons-missing': 'words', 'day-missing': 'on', 'answered-before-sent': 'on', 'after-today': 'on' },
    },
  },
  {
    verb: 'override',
    policy: 'applications.lead',
    isOffered: (view) =>
      view.application.endedOn === undefined &&
      livingEvents(view.events).some((event) => event.kind === 'consultation-answered' && event.words !== 'agrees') &&
      count(view, 'override-decided') < count(view, 'consultation-answered'),
    fields: async (view, site, lang) => [
      await which(site, view, lang, (one) => one.answer !== undefined && one.answer !== 'agrees' && one.override === ''),
      { name: 'words', kind: 'text' },
      { name: 'toldOn', kind: 'day', value: view.today },
    ],
    act: (site, officer, at, typed) =>
      overrideRefusal(site, officer, at, {
        ...{ consultationId: Number(typed.text('consultation')), words: typed.text('words'), toldOn: dayIn(typed, 'toldOn') },
      }),
    fieldOf: { 'consultation-missing': 'consultation', 'not-refused': 'consultation', 'reasons-missing': 'words', 'day-missing': 'toldOn' },
    isGrave: true,
  },
]

function options(site: Site, lang: 'zh' | 'en', kind: 'party' | 'answer' | 'founded', values: readonly string[]) {
  return values.map((value) => ({ value, label: site.words[lang](`applications.${kind}.${value}` as 'applications.party.third-party') }))
}

function isAbout(event: CaseView['events'][number], kind: string, one: Consultation): boolean {
  return event.kind === kind && event.fields['consultation'] === String(one.id)
}

async function which(site: Site, view: CaseView, lang: 'zh' | 'en', is: (one: Consultation) => boolean): Promise<DeedField> {
  const units = new Map((await listUnits(site.database.read)).map((unit) => [unit.id, lang === 'zh' ? unit.nameZh : unit.nameEn]))
  const open = livingConsultations(await listConsultations(site.database.read, view.application.id), view.events).filter(is)
  const named = (one: Consultation): string => (one.unitId === undefined ? one.maskedName : (units.get(one.unitId) ?? ''))
  return {
    ...{ name: 'consultation', kind: 'choice', value: open.length === 1 ? String(open[0]?.id) : '' },
    options: open.map((one) => ({ value: String(one.id), label: `${one.id} · ${named(one)}` })),
  }
}
