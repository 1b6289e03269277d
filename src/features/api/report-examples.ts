import type { EndpointName } from '../portal/index.ts'
import type { Example } from './example.ts'

const site = 'https://open.example.gov.cn'
const unit = { code: 'emergency', nameZh: '明川市应急管理局', nameEn: 'Mingchuan Emergency Management Bureau' }
const period = { code: '2026', from: '2026-01-01', until: '2026-12-31' }

const report = {
  ...{ year: 2025, unit, cutOff: '2026-01-22', filedAt: '2026-01-22T02:00:00.000Z', filing: 1 },
  fingerprint: '9c7a3f0d1be54d6a8f20c1e6b7d4a5938e2f10c4b6d7a8e9f0a1b2c3d4e5f607',
  indexNumber: 'MC0000231/2026-00001',
  url: `${site}/reports/annual/2025?unit=emergency`,
  api: `${site}/api/v1/reports/annual/2025?unit=emergency`,
}

/** What the addresses of figures and reports are asked and give. */
export const reportExamples: Record<
  Extract<EndpointName, 'listFigures' | 'listFigureRecords' | 'listReports' | 'readAnnualReport'>,
  Example
> = {
  listFigures: {
    query: { unit: 'emergency', period: '2026' },
    gives: {
      ...{ unit: 'emergency', period, cutOff: '2026-06-15' },
      items: [
        {
          ...{ code: 'documents-released', group: 'documents', nameZh: '公布的政府信息', nameEn: 'Documents released' },
          ...{ meansZh: '期间内首次公布的政府信息，在几个载体上公布的算一件。', meansEn: 'Documents first released in the period.' },
          ...{ basisZh: '《条例》第十九条', basisEn: 'OGI-2019, art. 19', origin: 'counted', value: 41, isAtLeast: false },
          ...{ before: { base: 32, difference: 9, share: 0.28125 }, yearBefore: { base: 32, difference: 9, share: 0.28125 } },
          url: `${site}/account/documents-released?unit=emergency&period=2026`,
          records: `${site}/api/v1/figures/documents-released/records?unit=emergency&period=2026`,
        },
      ],
    },
  },
  listFigureRecords: {
    params: { code: 'documents-released' },
    query: { unit: 'emergency', period: '2026', limit: '50' },
    gives: {
      ...{ period, cutOff: '2026-06-15' },
      items: [
        {
          ...{ isInner: false, label: 'MC0000128/2026-00017', titleZh: '明川市防汛应急预案', titleEn: '明川市防汛应急预案' },
          ...{ on: '2026-06-15', unit: 'emergency', url: `${site}/documents/MC0000128/2026-00017` },
        },
      ],
      ...{ total: 1, next: null },
    },
  },
  listReports: { gives: { items: [report] } },
  readAnnualReport: {
    params: { year: '2025' },
    query: { unit: 'emergency' },
    gives: {
      ...report,
      schema: `${site}/reports/annual-report.schema.json`,
      report: {
        ...{ format: 'gongkai-annual-report/1', edition: '2021', year: 2025 },
        unit: { code: 'emergency', name: unit.nameZh, kind: 'department' },
        cells: { 't2/1/person': 13, 't1/charges/amount': 0 },
        text: { 五: '隐患整改信息公开后续跟踪不足。' },
        notes: {},
      },
      textsEn: { 五: 'What became of hazards was not followed up.' },
      cells: [
        {
          ...{ cell: 't2/1/person', origin: 'counted', value: 13, isAtLeast: false, records: 13 },
          fingerprint: '3fbb0c7de1a9f24856d7c0b1a2938475665748392a1b0c9d8e7f60514233241f',
        },
        { cell: 't1/charges/amount', origin: 'by-hand', value: 0, isAtLeast: false, records: null, fingerprint: null },
      ],
      drift: [{ cell: 't2/1/person', kind: 'records', filed: 13, now: 14, added: 1, removed: 0 }],
    },
  },
}
