import { addDays, addMonths } from '../kernel/day.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import { beginCircular, handCircular, periodFrom, readCircular, sayProposals, writeCircular } from '../features/reports/index.ts'
import { handOn } from './publish.ts'
import type { Running, Setting } from './setting.ts'
import { momentOn, mustSucceed, type Moment } from './stage.ts'

/** The units whose office tells them, what it tells of, and how many days after the quarter. */
const told = { unit: 'office', peers: 'department', method: 'entered', after: 12 } as const
const words = {
  none: '本期没有。',
  praise: '以上单位按时公开情况较好，予以表扬。',
  problems: '请以上单位对照目录逐项核对，尽快补齐。',
  demands: '各单位收到通报后十个工作日内完成整改，并在目录中逐项登记；政务公开办将在下一期通报中公布结果。',
}

/** The office tells what the departments did in the last quarter; the text goes through every hand and is published. */
export function circularMoments(setting: Setting): Moment[] {
  const { today } = setting
  const quarter = periodFrom(quarterOf(addMonths(today, -3)))
  const on = quarter === undefined ? today : addDays(quarter.until, told.after)
  if (quarter === undefined || on > today) return []
  const publication = { ...told, duty: '', formedDaysAgo: 0, language: 'zh', title: `circular ${quarter.code}`, body: '' } as const
  const running: Running = { publication }
  const hands = ['submit', 'approve', 'clear', 'sign'] as const
  return [
    { at: momentOn(on, 9 * 60 + 20), happens: () => tell(setting, running, quarter.code) },
    ...hands.map((hand, at) => ({ at: momentOn(on, 10 * 60 + 60 * at), happens: () => handOn(setting, running, hand) })),
  ]
}

async function tell(setting: Setting, running: Running, period: string): Promise<void> {
  const { site } = setting.stage
  const db = site.database.read
  const unit = setting.units.get(told.unit)
  const [keeper] = await listPeopleWithRole(db, 'office', unit?.path ?? '/', site.today())
  const [officer] = await listPeopleWithRole(db, 'information-officer', unit?.path ?? '/', site.today())
  if (unit === undefined || keeper === undefined || officer === undefined)
    throw new Error(`the demo city: nobody writes the circular ${period}`)
  const asked = { period, peers: told.peers, method: told.method }
  const circular = mustSucceed(await beginCircular(site, keeper.id, unit, asked), period)
  const { proposals } = await readCircular(site, circular)
  const said = (part: 'praise' | 'problems'): string => {
    const sentences = sayProposals(
      { t: site.words.zh, lang: 'zh' },
      proposals.filter((one) => one.part === part),
    )
    return sentences.length === 0 ? words.none : [...sentences, words[part]].join('\n')
  }
  const form = {
    version: circular.version,
    method: told.method,
    texts: { praise: said('praise'), problems: said('problems'), demands: words.demands },
  }
  const { id, version } = mustSucceed(await writeCircular(site, keeper.id, circular.id, form), period)
  const posts = [{ role: 'information-officer', unitPath: unit.path }] as const
  running.documentId = mustSucceed(await handCircular(site, { personId: officer.id, posts: [...posts] }, id, version), period).documentId
  running.hands = [officer.id]
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}
