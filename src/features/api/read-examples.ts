import { countNames } from '../applications/index.ts'
import type { EndpointName } from '../portal/index.ts'
import type { Example } from './example.ts'
import { reportExamples } from './report-examples.ts'

const unit = { code: 'emergency', nameZh: '明川市应急管理局', nameEn: 'Mingchuan Emergency Management Bureau' }
const site = 'https://open.example.gov.cn'

const document = {
  indexNumber: 'MC0000128/2026-00017',
  title: '明川市防汛应急预案',
  summary: '汛期的预警、响应和救援安排。',
  language: 'zh',
  documentNumber: '明应急〔2026〕12号',
  unit,
  duty: 'emergency-plan',
  standing: 'published',
  publishedOn: '2026-06-15',
  publishedAt: '2026-06-15T02:00:00.000Z',
  url: `${site}/documents/MC0000128/2026-00017`,
  api: `${site}/api/v1/documents/MC0000128/2026-00017`,
}

const unitLine = {
  ...{ ...unit, kind: 'department', level: 'city', parent: 'mc', organisationCode: 'MC0000128', sinceOn: '2010-01-01', untilOn: null },
  ...{ url: `${site}/units/emergency`, api: `${site}/api/v1/units/emergency` },
}

const dutyLine = {
  ...{ code: 'emergency-plan', category: 'plans', titleZh: '应急预案', titleEn: 'Emergency plans', audience: 'society', mode: 'proactive' },
  api: `${site}/api/v1/duties/emergency-plan`,
}

const cells = Object.fromEntries(countNames.map((name) => [name, { state: 'shown', count: 0 }]))

/** What each address for reading is asked and gives, as the description shows it. A test holds every one against its form. */
export const readExamples: Record<EndpointName, Example> = {
  listDocuments: {
    query: { q: '防汛', unit: 'emergency', limit: '20' },
    gives: { items: [document], total: 1, totalCap: 2000, next: null },
  },
  readDocument: {
    params: { indexNumber: 'MC0000128/2026-00017' },
    gives: {
      ...document,
      ...{ body: '## 总则\n\n本预案适用于全市防汛工作。', formedOn: '2026-06-01', validUntil: null, subject: '20', genre: 'plan' },
      ...{ served: 'citizens', audience: 'society', keywords: ['防汛', '应急'] },
      files: [
        {
          ...{
            name: '联系表.pdf',
            mediaType: 'application/pdf',
            sizeBytes: 48213,
            url: `${site}/files/17/4/%E8%81%94%E7%B3%BB%E8%A1%A8.pdf`,
          },
          sha256: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26',
        },
      ],
      changes: [{ kind: 'released', reason: '', at: '2026-06-15T02:00:00.000Z', isMinor: false, effectiveOn: null }],
      ...{ coIssuers: [], emergency: null },
      hands: [{ move: 'sign', post: 'signer', at: '2026-06-15T02:00:00.000Z' }],
      ...{ olderSite: null, related: [], replaces: [], replacedBy: null },
      promise: { formedOn: '2026-06-01', dueOn: '2026-07-01', publishedOn: '2026-06-15', workingDaysLate: 0, isProvisional: false },
    },
  },
  listChanges: {
    query: { after: '4182' },
    gives: {
      items: [
        {
          ...{ number: 4183, kind: 'ended', reason: '预案已由新版代替。', at: '2026-06-20T02:00:00.000Z', isMinor: false },
          ...{ effectiveOn: '2026-06-30', indexNumber: document.indexNumber, title: document.title, unit: unit.code },
          ...{ duty: document.duty, standing: 'ended', other: null, url: document.url, api: document.api },
        },
      ],
      ...{ last: 4183, next: null },
    },
  },
  listUnits: { gives: { items: [unitLine] } },
  readUnit: {
    params: { code: 'emergency' },
    gives: {
      ...unitLine,
      ...{ functionsZh: '承担全市应急管理工作。', functionsEn: 'Leads emergency management in the city.' },
      ...{ addressZh: '明川市滨河路 12 号', addressEn: '12 Binhe Road', hoursZh: '工作日 9:00—17:00', hoursEn: 'Working days 9:00–17:00' },
      ...{ telephone: '0999-6600119', fax: '', email: 'open@example.gov.cn', web: '', responsibleZh: '高远', responsibleEn: 'Gao Yuan' },
      ...{ contactZh: '政务公开科', contactEn: 'Open-affairs section', profileOn: '2026-03-02', duties: ['emergency-plan'] },
      kept: { onTime: 11, late: 1, empty: 0 },
      history: [{ kind: 'founded', happenedOn: '2010-01-01', nameZh: '', nameEn: '', reason: '', into: null }],
    },
  },
  readCatalogue: {
    gives: { categories: [{ code: 'plans', parent: null, nameZh: '规划计划', nameEn: 'Plans' }], duties: [dutyLine] },
  },
  readDuty: {
    params: { code: 'emergency-plan' },
    gives: {
      ...dutyLine,
      ...{ elementsZh: '预案全文', elementsEn: 'The whole plan' },
      ...{ basisZh: '《中华人民共和国政府信息公开条例》第二十条', basisEn: 'Regulations on Open Government Information, art. 20' },
      rule: { kind: 'within', days: 20, count: 'working', anchor: 'formation' },
      ...{ channels: ['portal'], levels: ['city'], isRequired: true, sinceOn: '2020-01-01', untilOn: null, units: [unit] },
      documents: `${site}/api/v1/documents?duty=emergency-plan`,
    },
  },
  listPromises: {
    query: { ending: 'late', unit: 'emergency' },
    gives: {
      items: [
        {
          ...{ duty: 'emergency-plan', unit, period: 'event-3', matter: '新预案', formedOn: '2026-04-01', dueOn: '2026-04-30' },
          ...{ publishedOn: '2026-05-06', ending: 'late', document: 'MC0000128/2026-00011' },
        },
      ],
      next: null,
    },
  },
  readCalendar: {
    params: { year: '2026' },
    gives: { year: 2026, isAnnounced: true, days: [{ on: '2026-01-01', kind: 'holiday' }] },
  },
  countTerm: {
    query: { days: '20', count: 'working', start: '2025-09-28' },
    gives: { due: '2025-10-31', provisional: false, days: [{ on: '2025-09-29', counted: true, why: 'working' }] },
  },
  readApplicationFigures: {
    query: { unit: 'emergency', year: '2026' },
    gives: {
      ...{ year: 2026, years: [2026, 2025], smallest: 3 },
      units: [
        { unit, counts: { ...cells, received: { state: 'shown', count: 41 }, late: { state: 'small', count: null } }, medianDays: 11 },
      ],
      total: { ...cells, received: { state: 'shown', count: 260 } },
    },
  },
  ...reportExamples,
}
