import type { Role } from '../../src/kernel/policy.ts'
import { packRows } from '../../src/platform/sheets/packed-rows.ts'

/** Forms that name their unit in a field, so that the edge cannot know it: complete ones, which whoever may do it in that unit can send. */
export const namingForms: { path: string; role: Role; form: Record<string, string> }[] = [
  {
    path: '/desk/catalogue/templates/new',
    role: 'office',
    form: {
      ...{ unit: 'safety', code: 'named', nameZh: '安全生产目录', nameEn: 'Work safety', kinds: 'department' },
      ...{ issuerZh: '省政府', issuerEn: 'The province' },
    },
  },
  {
    path: '/desk/documents/new',
    role: 'information-officer',
    form: {
      ...{ unit: 'safety', title: '关于开展消防检查的通知', body: '各单位自查。', formedOn: '2026-06-10', attribute: 'proactive' },
      ...{ audience: 'society', language: 'zh', subject: '2', genre: 'notice', served: 'citizens' },
    },
  },
  {
    path: '/desk/people/:id/posts',
    role: 'operator',
    form: { unit: 'safety', role: 'reviewer', sinceOn: '2026-06-15', untilOn: '', reason: '' },
  },
  {
    path: '/desk/clarifications/new',
    role: 'information-officer',
    form: { unit: 'safety', claim: '矿山要塌', place: '微信群', reportedOn: '2026-06-14', reportedTime: '09:00' },
  },
  {
    path: '/desk/applications/mailboxes',
    role: 'office',
    form: { unit: 'safety', address: 'imaps://open:secret@mail.example.org/INBOX' },
  },
  { path: '/desk/applications/counters', role: 'office', form: { unit: 'safety', promise: '10' } },
  { path: '/desk/waivers', role: 'office', form: { unit: 'safety', reason: '只有两个人', sinceOn: '2026-06-15', untilOn: '2026-12-31' } },
  {
    path: '/desk/systems/new',
    role: 'office',
    form: { name: '档案系统', unit: 'safety', responsible: 'clerk', scopes: 'read:desk', expiresOn: '2026-12-31' },
  },
  { path: '/desk/summaries', role: 'information-officer', form: { unit: 'safety', period: '2025' } },
  {
    path: '/desk/figures/sheet/enter',
    role: 'information-officer',
    form: {
      sheet: packRows([
        ['单位代码', '指标代码', '期间', '数量', '依据'],
        ['safety', 'trainings', '2026-Q1', '3', '签到表'],
      ]),
    },
  },
  {
    path: '/desk/figures/enter',
    role: 'information-officer',
    form: { unit: 'safety', figure: 'phone-enquiries', period: '2026-Q1', value: '1,204', evidence: '来电登记表' },
  },
  { path: '/desk/reports', role: 'information-officer', form: { unit: 'safety', period: '2026' } },
  {
    path: '/desk/catalogue/duties/new',
    role: 'office',
    form: {
      ...{ category: 'plans', code: 'drills', titleZh: '应急演练', titleEn: 'Drills', units: 'safety', kind: 'within' },
      ...{ withinDays: '10', withinCount: 'working', withinAnchor: 'formation', channels: 'portal', levels: 'city' },
      ...{ audience: 'society', mode: 'proactive', required: 'yes', sinceOn: '2026-06-15', genre: 'notice', subject: '2' },
      ...{ basisZh: '《政府信息公开条例》第二十条', basisEn: 'Regulations on Open Government Information, art. 20' },
    },
  },
]
