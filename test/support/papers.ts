import { isWorkingDay, kindOfDay } from '../../src/kernel/calendar.ts'
import { addDays, asDay } from '../../src/kernel/day.ts'
import { loadPack } from '../../src/platform/pack.ts'
import type { PaperDay } from '../../src/platform/paper/days.ts'
import type { Ledger } from '../../src/platform/paper/ledger.ts'
import type { DayTable, Receipt, ReceiptLabels } from '../../src/platform/paper/receipt.ts'

const { calendar } = loadPack()

/** The days of a term of working days, which stands still after `paused[0]` up to and including `paused[1]`. */
export function givenDays(term: number, start: string, paused?: readonly [string, string], act = ''): PaperDay[] {
  const days: PaperDay[] = []
  for (let [on, left] = [asDay(start), term]; left > 0;) {
    on = addDays(on, 1)
    const isPaused = paused !== undefined && on > paused[0] && on <= paused[1]
    const counted = !isPaused && isWorkingDay(calendar, on)
    if (counted) left -= 1
    days.push({ on, counted, why: isPaused ? 'paused' : kindOfDay(calendar, on), ...(isPaused && act !== '' ? { act } : {}) })
  }
  return days
}

const receiptLabelsZh: ReceiptLabels = {
  number: '申请编号',
  code: '查询码',
  keep: '查询码只在本回执上出现一次，请妥善保管，不要告诉他人。',
  received: '收到日期',
  due: '答复期限',
  counted: '期限如何计算',
  follow: '如何查询',
  next: '接下来',
  codeSays: '二维码：查询网址',
  pages: '第 # 页 共 % 页',
  legend: { counted: '计入', free: '不计入', makeUp: '调休上班', paused: '期限中止', due: '到期日' },
  marks: { makeUp: '班', holiday: '放假', due: '到期' },
  table: {
    title: '逐日说明',
    day: '日期',
    weekday: '星期',
    nth: '计入',
    because: '说明',
    why: {
      working: '工作日',
      'make-up': '调休上班',
      weekend: '周末',
      holiday: '法定节假日',
      unannounced: '放假安排尚未公布',
      calendar: '按自然日计算',
      rolled: '顺延至此',
      paused: '期限中止',
    },
    due: '到期',
  },
}

const receiptLabelsEn: ReceiptLabels = {
  number: 'Application number',
  code: 'Query code',
  keep: 'The code is shown on this receipt only. Keep it, and tell it to nobody.',
  received: 'Received on',
  due: 'Reply due by',
  counted: 'How the days are counted',
  follow: 'How to follow',
  next: 'What happens next',
  codeSays: 'Code with the address for following',
  pages: 'Page # of %',
  legend: { counted: 'counts', free: 'does not count', makeUp: 'make-up working day', paused: 'clock stands still', due: 'due day' },
  marks: { makeUp: 'work', holiday: 'holiday', due: 'due' },
  table: {
    title: 'Day by day',
    day: 'Day',
    weekday: 'Weekday',
    nth: 'Counted',
    because: 'Why',
    why: {
      working: 'working day',
      'make-up': 'make-up working day',
      weekend: 'weekend',
      holiday: 'public holiday',
      unannounced: 'holidays not announced yet',
      calendar: 'every day counts',
      rolled: 'moved here from a day off',
      paused: 'the clock stood still',
    },
    due: 'due',
  },
}

const plainDays = givenDays(20, '2026-09-15')
const pausedDays = givenDays(40, '2026-09-15', ['2026-10-12', '2026-10-30'], 'A third party was asked')

/** A receipt of an application that came before the National Day holidays of 2026. */
export const receiptZh: Receipt = {
  language: 'zh',
  at: new Date('2026-09-15T02:00:00Z'),
  title: '政府信息公开申请回执',
  unit: '明川市自然资源和规划局',
  number: 'MC0000012-2026-0012',
  codeGroups: ['7F3K', '9QWX', '2M8D', 'HT5R', 'VB6N', 'C4PJ', '8S'],
  receivedOn: asDay('2026-09-15'),
  receivedBy: '当面提交的，以提交之日为收到申请之日（《条例》第三十一条第（一）项）',
  dueOn: plainDays.at(-1)!.on,
  dueBy: '自收到申请之日起20个工作日内答复（《条例》第三十三条第二款）',
  provisional: '',
  days: plainDays,
  counted: '收到当日不计入，自次日起计算；周末和国庆节、中秋节放假不计入，调休上班的周末计入，第20个工作日为答复期限的最后一日。',
  address: 'https://mingchuan.example.org/follow',
  follow: '扫描二维码或者打开下面的网址，输入申请编号和查询码，即可查看办理进度、期限和文书。没有网络的，可以致电0000-7654321查询。',
  next: [
    '申请内容不明确的，我们将在7个工作日内一次性告知你作出补正，期限自收到补正之日起重新计算。',
    '需要征求第三方意见的，征求意见所需时间不计入期限，我们会告知你。',
    '需要延长答复期限的，我们会在期限届满前告知你，最长延长20个工作日。',
  ],
  hasDayTable: true,
  labels: receiptLabelsZh,
}

/** A receipt in English whose clock was extended and stood still: a long strip, with a due day that may still move. */
export const receiptEn: Receipt = {
  ...receiptZh,
  language: 'en',
  title: 'Receipt of an application for information',
  unit: 'Mingchuan Bureau of Natural Resources and Planning',
  receivedBy: 'Handed over in person: received on that day (Regulations, art. 31 (1))',
  dueOn: pausedDays.at(-1)!.on,
  dueBy: '20 working days from receipt, extended by 20 (Regulations, art. 33 (2))',
  provisional: 'The due day may move: the holidays of next year are not announced yet.',
  days: pausedDays,
  counted: 'The day of receipt is day 0; 40 working days are counted after it, make-up days too, and the days of the consultation are not.',
  follow: 'Scan the code, or open the address below, and enter number and query code. Without the internet, telephone 0000-7654321.',
  next: [
    'If something is unclear, we ask you once, within 7 working days; the count begins again when your answer comes.',
    'If others must be asked, the days of asking do not count, and we tell you.',
  ],
  labels: receiptLabelsEn,
}

/** The days of the long clock, alone. */
export const dayTableEn: DayTable = {
  language: 'en',
  at: receiptEn.at,
  about: 'Mingchuan Bureau of Natural Resources and Planning, MC0000012-2026-0012',
  counted: receiptEn.counted,
  dueOn: receiptEn.dueOn,
  days: pausedDays,
  labels: receiptLabelsEn,
}

const columnTitles = ['编号', '收到日期', '申请人', '申请内容', '接收方式', '答复期限', '答复日期', '结果']

/** A register of 60 applications. */
export const ledgerZh: Ledger = {
  language: 'zh',
  at: new Date('2026-12-31T02:00:00Z'),
  title: '依申请公开登记簿',
  unit: '明川市自然资源和规划局',
  about: '2026年，共60件，2026年12月31日打印',
  columns: columnTitles.map((title) => ({ title, ...(title === '申请内容' ? { share: 1 } : {}) })),
  rows: Array.from({ length: 60 }, (_, n) => [
    `2026-${String(n + 1).padStart(4, '0')}`,
    '2026-03-02',
    '张**',
    n % 7 === 0 ? '柳溪村二组2025年度征收土地的批准文件、补偿安置方案和补偿费用的支付凭证，以及相应的听证笔录' : '某地块的规划条件',
    '当面提交',
    '2026-03-30',
    n % 5 === 0 ? '' : '2026-03-27',
    n % 5 === 0 ? '办理中' : '予以公开',
  ]),
  nothing: '本期没有登记的申请。',
  pages: '第 # 页 共 % 页',
}
