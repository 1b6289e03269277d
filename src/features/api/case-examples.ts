import type { CaseOperationName } from './api-operation.ts'
import type { Example } from './example.ts'

const unit = { code: 'emergency', nameZh: '明川市应急管理局', nameEn: 'Mingchuan Emergency Management Bureau' }
const site = 'https://open.example.gov.cn'
const ref = '7d0c5a1e-9b1f-4c1d-8a57-3f2b60c4d9e1'
const params = { ref }

const standing = {
  ...{ ref, number: 'emergency-2026-0012', unit, state: 'running', receivedOn: '2026-06-10', dueOn: '2026-07-09' },
  ...{ isProvisional: false, waitsUntil: null, endedOn: null, isInTime: null },
  ...{ api: `${site}/api/v1/desk/applications/${ref}`, desk: `${site}/desk/applications/${ref}` },
}

const line = {
  ...standing,
  ...{ kind: 'information', channel: 'counter', arrivedOn: '2026-06-10', innerDueOn: null },
  ...{ applicant: { kind: 'person', masked: '王**' }, wanted: '2025 年全市防汛应急预案', leaf: '' },
}

/** The clock of a case of one day's count, as the description shows it. */
export const clockExample = {
  ...{ edition: 'ogi-2019', state: 'running', receivedOn: '2026-06-10', receivedBy: 'handed-over', startOn: '2026-06-10' },
  ...{ startedBy: 'received', clarifyBy: '2026-06-22', supplementBy: null, payBy: null, baseDueOn: '2026-07-09' },
  ...{ dueOn: '2026-07-09', dueBy: 'term', termDays: 20, isProvisional: false },
  days: [{ on: '2026-06-11', counted: true, why: 'working', consultations: [], forReasons: false }],
  ...{ pauses: [], breaches: [], endedOn: null, isInTime: null },
}

const whole = {
  ...line,
  ...{ documentHint: '', reason: '', form: 'electronic', way: 'email', promisedOn: null, clock: clockExample },
  events: [
    {
      ...{ id: 31, kind: 'received', on: '2026-06-10', at: '2026-06-10T02:00:00.000Z' },
      fields: { channel: 'counter', arrivedOn: '2026-06-10' },
    },
  ],
  items: [
    {
      ...{ position: 1, words: line.wanted, leaf: '', ground: '', facts: '', harm: '', discretion: '', search: '', pointer: '' },
      ...{ withheld: [], missing: ['leaf'], files: [] },
    },
  ],
  outcomes: [{ code: 'G1', labelZh: '予以公开', labelEn: 'Granted' }],
  ...{ reply: null, consultations: [], errands: [], challenges: [] },
  deeds: [
    {
      verb: 'clarify',
      fields: [
        { name: 'words', kind: 'text', isOptional: false, options: null },
        { name: 'sentOn', kind: 'day', isOptional: false, options: null },
        { name: 'answerBy', kind: 'day', isOptional: false, options: null },
      ],
    },
  ],
}

const registration = {
  ...{ unit: unit.code, wanted: line.wanted, form: 'electronic', way: 'email', channel: 'counter', arrivedOn: '2026-06-10' },
  applicant: {
    ...{ kind: 'person', name: '王某某', identityKind: 'passport', identityNumber: 'E00000000', email: 'someone@example.com' },
  },
}

const file = { name: '预案（公开版）.pdf', role: 'hand-over' }

/** What each address about applications is sent and gives. */
export const caseExamples: Record<CaseOperationName, Example> = {
  listApplications: { query: { view: 'week', limit: '20' }, gives: { items: [line], next: null } },
  readApplication: { params, gives: whole },
  registerApplication: {
    body: registration,
    gives: { ...standing, code: '0K3M-9Q4T-ZB7C-1D5F-8H2J-6N0P-RS', follow: `${site}/track` },
  },
  changeApplication: {
    params: { ...params, verb: 'clarify' },
    body: { words: '请说明是市级预案还是各区预案。', sentOn: '2026-06-12', answerBy: '2026-06-29' },
    gives: { ...standing, state: 'awaiting-supplement', dueOn: null, waitsUntil: '2026-06-29' },
  },
  decideItem: {
    params: { ...params, position: '1' },
    body: { leaf: 'G1', pointer: `${site}/documents/MC0000128/2026-00017` },
    gives: standing,
  },
  handFile: { params: { ...params, position: '1' }, query: file, gives: standing },
  writeReply: {
    params,
    body: { number: '明应急公开〔2026〕12号', title: '政府信息公开告知书', body: '您申请的信息属于公开范围，现予以公开。' },
    gives: standing,
  },
  submitReply: { params, body: { remark: '请审核' }, gives: standing },
}
