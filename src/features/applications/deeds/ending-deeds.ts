import { addWorkingDays } from '../../../kernel/calendar.ts'
import { covers } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits } from '../../organisations/index.ts'
import { challengeKinds, challengeResults } from '../challenges/challenge.ts'
import { listChallenges } from '../challenges/queries.ts'
import { decideChallenge, fileChallenge } from '../challenges/file-challenge.ts'
import { askSection } from '../errands/ask-section.ts'
import { noticeFee, takePayment } from '../fees/notice-fee.ts'
import { closeCase, closingLeaves } from '../handling/close-case.ts'
import { clockRules } from '../load-rules.ts'
import { feeLaw } from '../load-fees.ts'
import type { CaseView } from '../cases/read-case.ts'
import { servingWays } from '../replying/serving.ts'
import { sendReply } from '../replying/send-reply.ts'
import { dayIn } from './clock-deeds.ts'
import type { Deed } from './deed.ts'

const isOpen = ({ application }: CaseView): boolean => application.endedOn === undefined
const isChallenged = ({ events }: CaseView): boolean =>
  events.filter((event) => event.kind === 'challenged').length > events.filter((event) => event.kind === 'challenge-decided').length

/** Sections at work, fees, how a reply went out, how a case ends, and what follows it. */
export const endingDeeds: readonly Deed[] = [
  {
    verb: 'ask-section',
    policy: 'applications.handle',
    isOffered: isOpen,
    fields: async ({ unit, today, application }, site, lang) => {
      const inner = application.dueOn && addWorkingDays(site.calendar, application.dueOn, -clockRules().innerDays).on
      const sections = (await listUnits(site.database.read)).filter((one) => covers(unit.path, one.path) && one.untilOn === undefined)
      return [
        {
          ...{ name: 'section', kind: 'choice' },
          options: sections.map((one) => ({ value: String(one.id), label: lang === 'zh' ? one.nameZh : one.nameEn })),
        },
        { name: 'asked', kind: 'text' },
        { name: 'dueOn', kind: 'day', value: inner !== undefined && inner >= today ? inner : '' },
      ]
    },
    act: (site, officer, at, typed) =>
      askSection(
        site,
        officer,
        { ...at, once: at.once ?? '' },
        { unitId: Number(typed.text('section')), asked: typed.text('asked'), dueOn: dayIn(typed, 'dueOn') },
      ),
    fieldOf: {
      ...{ 'unit-missing': 'section', 'words-missing': 'asked', 'due-missing': 'dueOn', 'due-past': 'dueOn', 'due-after-legal': 'dueOn' },
    },
  },
  {
    verb: 'fee',
    policy: 'applications.lead',
    isOffered: (view) => feeLaw.isCharged && view.clock.state === 'running' && view.edition.fee !== undefined,
    fields: ({ today }, site, lang) => [
      { name: 'basis', kind: 'choice', options: named(site, lang, 'basis', ['items', 'pages']) },
      { name: 'pages', kind: 'number', isOptional: true },
      { name: 'howToPay', kind: 'text' },
      { name: 'sentOn', kind: 'day', value: today },
      { name: 'receivedOn', kind: 'day', isOptional: true },
    ],
    act: (site, officer, at, typed) =>
      noticeFee(site, officer, at, {
        ...{ basis: typed.text('basis'), pages: Number(typed.text('pages')), howToPay: typed.text('howToPay') },
        ...{ sentOn: dayIn(typed, 'sentOn'), receivedOn: dayIn(typed, 'receivedOn') },
      }),
    fieldOf: {
      'basis-missing': 'basis',
      'pages-missing': 'pages',
      'how-missing': 'howToPay',
      'day-missing': 'sentOn',
      'after-today': 'sentOn',
    },
  },
  {
    verb: 'paid',
    policy: 'applications.handle',
    isOffered: ({ clock }) => clock.state === 'awaiting-payment',
    fields: ({ today }) => [
      { name: 'on', kind: 'day', value: today },
      { name: 'reference', kind: 'line' },
    ],
    act: (site, officer, at, typed) => takePayment(site, officer, at, { on: dayIn(typed, 'on'), reference: typed.text('reference') }),
    fieldOf: { 'day-missing': 'on', 'after-today': 'on', 'paid-before-notice': 'on', 'reference-missing': 'reference' },
  },
  {
    verb: 'send',
    policy: 'applications.handle',
    isOffered: isOpen,
    fields: ({ today, application }, site, lang) => [
      {
        ...{ name: 'way', kind: 'choice', value: usualWay[application.wayWanted] },
        options: named(site, lang, 'service', servingWays),
      },
      { name: 'sentOn', kind: 'day', value: today, isOptional: true },
      { name: 'servedOn', kind: 'day', isOptional: true },
      { name: 'tracking', kind: 'line', isOptional: true },
    ],
    act: (site, officer, at, typed) =>
      sendReply(site, officer, at, {
        ...{ way: typed.text('way') as 'hand', sentOn: dayIn(typed, 'sentOn'), servedOn: dayIn(typed, 'servedOn') },
        tracking: typed.text('tracking'),
      }),
    fieldOf: {
      ...{ 'way-missing': 'way', 'sent-missing': 'sentOn', 'served-missing': 'servedOn', 'tracking-missing': 'tracking' },
      ...{ 'served-before-sent': 'servedOn', 'reply-before-receipt': 'sentOn', 'after-today': 'sentOn' },
    },
  },
  {
    verb: 'close',
    policy: 'applications.lead',
    isOffered: isOpen,
    fields: ({ application }, _site, lang) => [
      {
        ...{ name: 'leaf', kind: 'choice' },
        options: closingLeaves(application).map((leaf) => ({ value: leaf.code, label: lang === 'zh' ? leaf.labelZh : leaf.labelEn })),
      },
      { name: 'words', kind: 'text' },
    ],
    act: (site, officer, at, typed) => closeCase(site, officer, at, { leaf: typed.text('leaf'), words: typed.text('words') }),
    fieldOf: { 'leaf-missing': 'leaf', 'not-lapsed': 'leaf', 'words-missing': 'words' },
    isGrave: true,
  },
  {
    verb: 'challenge',
    policy: 'applications.handle',
    isOffered: (view) => !isOpen(view) || (view.clock.dueOn !== undefined && view.clock.dueOn < view.today),
    fields: ({ today }, site, lang) => [
      { name: 'kind', kind: 'choice', options: named(site, lang, 'challenge', challengeKinds) },
      { name: 'body', kind: 'line' },
      { name: 'number', kind: 'line', isOptional: true },
      { name: 'filedOn', kind: 'day', value: today },
      { name: 'acceptedOn', kind: 'day', isOptional: true },
    ],
    act: (site, officer, at, typed) =>
      fileChallenge(
        site,
        officer,
        { ...at, once: at.once ?? '' },
        {
          ...{ kind: typed.text('kind'), body: typed.text('body'), number: typed.text('number') },
          ...{ filedOn: dayIn(typed, 'filedOn'), acceptedOn: dayIn(typed, 'acceptedOn') },
        },
      ),
    fieldOf: {
      ...{ 'kind-missing': 'kind', 'not-reconsidered': 'kind', 'body-missing': 'body', 'day-missing': 'filedOn' },
      ...{ 'after-today': 'filedOn', 'accepted-before-filed': 'acceptedOn' },
    },
  },
  {
    verb: 'challenge-result',
    policy: 'applications.handle',
    isOffered: isChallenged,
    fields: async ({ application, today }, site, lang) => [
      {
        ...{ name: 'challenge', kind: 'choice' },
        options: (await listChallenges(site.database.read, application.id))
          .filter((one) => one.result === 'pending')
          .map((one) => ({ value: String(one.id), label: `${one.filedOn} ${one.body}` })),
      },
      { name: 'result', kind: 'choice', options: named(site, lang, 'result', challengeResults) },
      { name: 'decidedOn', kind: 'day', value: today },
      { name: 'consequence', kind: 'text', isOptional: true },
    ],
    act: (site, officer, at, typed) =>
      decideChallenge(site, officer, at, {
        ...{ challengeId: Number(typed.text('challenge')), result: typed.text('result'), decidedOn: dayIn(typed, 'decidedOn') },
        consequence: typed.text('consequence'),
      }),
    fieldOf: {
      ...{ 'challenge-missing': 'challenge', 'result-missing': 'result', 'day-missing': 'decidedOn', 'decided-before': 'decidedOn' },
      ...{ 'after-today': 'decidedOn', 'consequence-missing': 'consequence' },
    },
  },
]

const usualWay = { online: 'portal', email: 'email', post: 'post', collect: 'hand' } as const

function named(site: Site, lang: 'zh' | 'en', kind: 'basis' | 'service' | 'challenge' | 'result', values: readonly string[]) {
  return values.map((value) => ({ value, label: site.words[lang](`applications.${kind}.${value}` as 'applications.basis.items') }))
}
