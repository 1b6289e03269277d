import type { OperationName } from './api-operation.ts'
import { caseExamples } from './case-examples.ts'
import { deskReportExamples } from './desk-report-examples.ts'
import type { Example } from './example.ts'

const unit = { code: 'emergency', nameZh: '明川市应急管理局', nameEn: 'Mingchuan Emergency Management Bureau' }
const site = 'https://open.example.gov.cn'

const text = {
  ...{ title: '关于开展汛期安全检查的通知', summary: '汛期前检查各类场所。', body: '请各单位于六月底前完成自查。', language: 'zh' },
  ...{ attribute: 'proactive', ground: '', groundReason: '', audience: 'society', documentNumber: '明应急〔2026〕15号' },
  ...{ subject: '20', genre: 'notice', served: 'enterprises', keywords: ['防汛'], formedOn: '2026-06-10' },
}

const line = {
  ...{ id: 412, reference: 'OA-2026-0615-3', indexNumber: 'MC0000128/2026-00019', unit, title: text.title, stage: 'draft' },
  ...{ standing: 'unpublished', version: 1, savedAt: '2026-06-15T02:00:00.000Z' },
  ...{ api: `${site}/api/v1/drafts/412`, desk: `${site}/desk/documents/412`, url: null },
}

const draft = {
  ...line,
  ...{ duty: 'emergency-plan', task: 88, ...text, validUntil: null, files: [], sentBack: null },
  findings: [
    {
      ...{ check: 'landline', weight: 'advice', isAnswered: false, passage: '0999-6600119' },
      place: { in: 'text', line: 1, column: 4, start: 3, end: 15 },
      reason: '这是一个固定电话号码，本单位概况中没有登记。',
      advice: '确认是否为对外公开的号码。',
    },
  ],
  obstacles: [],
}

const file = {
  ...{ id: 7, name: '检查表.pdf', mediaType: 'application/pdf', sizeBytes: 48213 },
  sha256: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26',
}

const task = {
  ...{ id: 88, duty: { code: 'emergency-plan', titleZh: '应急预案', titleEn: 'Emergency plans' }, unit, period: 'event-4' },
  ...{ matter: '防汛应急预案（2026 年修订）', formedOn: '2026-06-10', opensOn: '2026-06-10', dueOn: '2026-07-09' },
  ...{ isProvisional: false, state: 'open' },
}

const profile = {
  ...{ functionsZh: '承担全市应急管理工作。', functionsEn: 'Leads emergency management in the city.' },
  ...{ addressZh: '明川市滨河路 12 号', addressEn: '12 Binhe Road', hoursZh: '工作日 9:00—17:00', hoursEn: 'Working days 9:00–17:00' },
  ...{ responsibleZh: '高远', responsibleEn: 'Gao Yuan', contactZh: '政务公开科', contactEn: 'Open-affairs section' },
  ...{ telephone: '0999-6600119', fax: '0999-6600120', email: 'open@example.gov.cn', web: 'https://www.example.gov.cn' },
}

/** What each address for systems is sent and gives. A test holds every one against its form. */
export const writeExamples: Record<OperationName, Example> = {
  listDrafts: { query: { limit: '20' }, gives: { items: [line], next: null } },
  readDraft: { params: { id: '412' }, gives: draft },
  createDraft: { body: { unit: 'emergency', reference: line.reference, duty: 'emergency-plan', ...text }, gives: draft },
  changeDraft: {
    params: { id: '412' },
    body: { ...text, keywords: ['防汛', '安全'] },
    gives: { ...draft, version: 2, keywords: ['防汛', '安全'] },
  },
  attachFile: { params: { id: '412' }, query: { name: '检查表.pdf' }, gives: file },
  submitDraft: {
    params: { id: '412' },
    body: { remark: '请审核' },
    gives: { ...draft, stage: 'with-head', files: [{ ...file, state: 'looked', findings: [] }] },
  },
  listTasks: { query: { limit: '20' }, gives: { items: [task], next: null } },
  registerTask: { body: { duty: 'emergency-plan', unit: 'emergency', matter: task.matter, formedOn: '2026-06-10' }, gives: task },
  readProfile: { params: { code: 'emergency' }, gives: { code: 'emergency', ...profile, profileOn: '2026-03-02' } },
  saveProfile: { params: { code: 'emergency' }, body: profile, gives: { code: 'emergency', ...profile, profileOn: '2026-06-15' } },
  layDownDuty: {
    body: {
      ...{ code: 'flood-drills', category: 'plans', titleZh: '防汛演练', titleEn: 'Flood drills', elementsZh: '演练安排和总结' },
      ...{ basisZh: '《中华人民共和国突发事件应对法》', basisEn: 'Emergency Response Law', channels: ['portal'], levels: ['city'] },
      ...{ rule: { kind: 'within', days: 20, count: 'working', anchor: 'formation' }, units: ['emergency'], sinceOn: '2026-07-01' },
    },
    gives: { code: 'flood-drills', api: `${site}/api/v1/duties/flood-drills` },
  },
  ...caseExamples,
  ...deskReportExamples,
}
