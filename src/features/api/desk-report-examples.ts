import type { ReportOperationName } from './api-operation.ts'
import type { Example } from './example.ts'

const unit = { code: 'emergency', nameZh: '明川市应急管理局', nameEn: 'Mingchuan Emergency Management Bureau' }
const site = 'https://open.example.gov.cn'
const params = { id: '31' }
const fingerprint = '9c7a3f0d1be54d6a8f20c1e6b7d4a5938e2f10c4b6d7a8e9f0a1b2c3d4e5f607'
const filing = { filing: 1, cutOff: '2026-01-22', filedAt: '2026-01-22T02:00:00.000Z', fingerprint }

const line = {
  ...{ id: 31, unit, year: 2025, state: 'in-making', filedAt: null, remark: null, publishBy: '2026-01-31' },
  ...{ api: `${site}/api/v1/desk/reports/31`, desk: `${site}/desk/reports/31` },
}

const standing = {
  ...{ ...line, withBelow: false, errors: 1, warnings: 0, document: null },
  obstacles: [{ code: 'breaches', message: 'Errors are left in what the identities find: mend them first' }],
}

const draft = (id: number) => ({
  ...{ indexNumber: 'MC0000231/2026-00001', stage: 'draft', standing: 'unpublished', desk: `${site}/desk/documents/${id}` },
})
const filed = { ...standing, state: 'filed', filedAt: filing.filedAt, errors: 0, obstacles: [], document: draft(412) }

const whole = {
  ...standing,
  ...{ edition: '2021', texts: { 五: '隐患整改信息公开后续跟踪不足。' }, notes: {} },
  sections: [{ numeral: '五', nameZh: '存在的主要问题及改进情况', nameEn: 'Main problems and improvement', isJudgement: true }],
  cells: [
    { cell: 't2/1/person', origin: 'counted', value: 13, isAtLeast: false, measure: 'count', evidence: [] },
    { cell: 't1/charges/amount', origin: 'empty', value: null, isAtLeast: false, measure: 'money-10k', evidence: [] },
  ],
  breaches: [
    {
      ...{
        id: 'I6',
        kind: 'I6-blank',
        severity: 'error',
        cells: ['t1/charges/amount'],
        left: 0,
        right: 0,
        row: 'charges',
        column: 'amount',
      },
      words: 'Table 1, row “administrative charges”, column “amount”: the cell is blank.',
    },
  ],
  ...{ filings: [], drift: [] },
}

const summaryLine = {
  ...{ id: 31, unit, year: 2025, state: 'in-making' },
  ...{ api: `${site}/api/v1/desk/summaries/31`, desk: `${site}/desk/summaries/31` },
}
const summary = { ...summaryLine, silent: ['problems'], document: null }

const summaryWhole = {
  ...summary,
  headings: [
    {
      ...{ code: 'content', nameZh: '公开内容', nameEn: 'What was published', isRequired: false, textZh: '', textEn: '' },
      facts: [
        {
          words: '41 documents were made public in the year.',
          numbers: [{ name: 'n', value: 41, figure: 'documents-released', isByHand: false, isAtLeast: false }],
        },
      ],
    },
  ],
  problems: [
    {
      words: 'Some things came late: of 41 tasks that fell due, 3 were done after the day.',
      numbers: [{ name: 'part', value: 3, figure: 'tasks-late', isByHand: false, isAtLeast: false }],
      ...{ code: 'late', isTaken: false },
    },
  ],
  ...{ filings: [], drift: [] },
}

const number = { value: 1204, isAtLeast: false, evidence: '来电登记表' }
const entry = {
  ...{ id: 77, unit, figure: 'phone-enquiries', from: '2026-01-01', until: '2026-03-31', ...number },
  ...{ enteredAt: '2026-04-02T02:00:00.000Z', struckAt: null },
}

/** What each address about reports, work summaries and numbers by hand is sent and gives. */
export const deskReportExamples: Record<ReportOperationName, Example> = {
  listUnitReports: { query: { year: '2025' }, gives: { items: [line], next: null } },
  readReport: { params, gives: whole },
  beginReport: { body: { unit: unit.code, year: 2025, withBelow: false }, gives: standing },
  writeReport: {
    params,
    body: {
      texts: { 五: '隐患整改信息公开后续跟踪不足。', '五/en': 'What became of hazards was not followed up.' },
      notes: { I4: '机构改革划入。' },
    },
    gives: standing,
  },
  enterCells: {
    params,
    body: { numbers: [{ cell: 't1/charges/amount', value: 12.5, isAtLeast: false, evidence: '非税收入台账' }] },
    gives: { ...standing, errors: 0, obstacles: [] },
  },
  fileReport: { params, body: {}, gives: filed },
  listSummaries: { query: { year: '2025' }, gives: { items: [summaryLine], next: null } },
  readSummary: { params, gives: summaryWhole },
  beginSummary: { body: { unit: unit.code, year: 2025 }, gives: summary },
  writeSummary: {
    params,
    body: { texts: { problems: '个别栏目更新不够及时。', 'next-year': '逐栏目明确责任人。' }, taken: ['late'] },
    gives: { ...summary, silent: [] },
  },
  fileSummary: { params, body: {}, gives: { ...summary, state: 'filed', silent: [], document: draft(413) } },
  listEntries: { query: { unit: unit.code, period: '2026' }, gives: { items: [entry], next: null } },
  enterFigure: { body: { unit: unit.code, figure: entry.figure, period: '2026-Q1', ...number }, gives: entry },
  strikeFigure: { params: { id: '77' }, body: {}, gives: { ...entry, struckAt: '2026-04-03T02:00:00.000Z' } },
}
