/**
 * How a text tells a figure of the tables. `said` finds it, with the number in its group `n`; each of `sums` is a way in which the number
 * may be meant: cells that are added up, `*` standing for the rest of a row's code. Cells that a form does not have are left out.
 */
export interface Phrase {
  said: RegExp
  sums: string[][]
}

const number = String.raw`(?<n>\d{1,3}(?:,\d{3})+|\d{1,9})(?!\d)`
/** Words that may stand between a thing and its number without changing what is counted. None begins another, so matching stays linear. */
const between = String.raw`(?:政府信息公开|信息公开|依申请公开|申请|事项|案件|共|总计|合计|数|量|为|是|的|了|计|[:：\s]){0,12}`
const things = '(?:applications?|requests?)'

const received = ['t2/1/total']
const active = ['t2/1/total', 't2/2/total']
const carriedOver = [['t2/2/total']]
const carriedForward = [['t2/4/total']]
const concluded = [['t2/3.7/total'], ['t0/3.2/count']]
const reviews = [['t3/reconsideration/total'], ['t0/4/count']]
const direct = 't3/direct-suit/total'
const after = 't3/suit-after-reconsideration/total'
const suits = [[direct, after], [direct], [after], ['t0/5/count']]

/** The phrases that are known, of both languages. Numbers written in characters, and rounded ones, are passed over. */
export const phrases: Phrase[] = [
  chinese('新收到?', [received, ['t0/3.1/count']]),
  chinese('(?<!新)(?:收到|受理)', [received, active, ['t0/3.1/count']]),
  chinese('上年度?结转(?:至?本年度?)?', carriedOver),
  chinese('结转(?:至|到)?(?:下年|下一年|次年)度?(?:继续办理)?', carriedForward),
  chinese('办结', concluded),
  chinese('(?<!不)予以公开', [['t2/3.1/total']]),
  chinese('部分公开', [['t2/3.2/total'], ['t0/3.3.3/count']]),
  chinese('不予公开', [['t2/3.3.*/total'], ['t0/3.3.4/count']]),
  chinese('无法提供', [['t2/3.4.*/total']]),
  chinese('不予处理', [['t2/3.5.*/total']]),
  chinese('其他处理', [['t2/3.6*/total']]),
  chinese('行政复议', reviews),
  chinese('行政诉讼', suits),
  chinese('直接起诉', [[direct]]),
  chinese('复议后起诉', [[after]]),
  english(`received (?:a total of )?${number} (?:new )?${things}`, [received, active, ['t0/3.1/count']]),
  english(`${number} (?:new )?${things}(?: for (?:government )?information)? (?:were |was )?(?:newly )?received`, [
    ...[received, active],
    ['t0/3.1/count'],
  ]),
  english(`(?:carried over|carrying over) ${number}`, carriedOver),
  english(`${number} (?:${things} )?(?:were |was )?carried over`, carriedOver),
  english(`(?:carried forward|carrying forward) ${number}`, carriedForward),
  english(`${number} (?:${things} )?(?:were |was )?carried forward`, carriedForward),
  english(`concluded ${number} ${things}`, concluded),
  english(`${number} (?:${things} )?(?:were |was )?concluded`, concluded),
  english(`${number} (?:cases of )?(?:administrative )?reconsiderations?`, reviews),
  english(`${number} (?:administrative )?(?:lawsuits?|suits?|cases of litigation)`, suits),
]

function chinese(keyword: string, sums: string[][]): Phrase {
  return { said: new RegExp(String.raw`${keyword}${between}${number}\s*(?:件|宗|份|起|条)`, 'gu'), sums }
}

function english(words: string, sums: string[][]): Phrase {
  return { said: new RegExp(String.raw`(?<![\w,.])${words}\b`, 'giu'), sums }
}
