import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { asOwner } from '../database/index.ts'
import { loadSynonyms } from './load-synonyms.ts'
import { tsquery } from './terms.ts'
import { searchVector } from './vector.ts'

/** Documents that a city has, in a few words each. */
const documents = {
  allowance: ['关于调整城乡最低生活保障标准的通知', '自七月一日起提高城乡居民保障标准。'],
  medical: ['城乡居民基本医疗保险参保缴费公告', '参保人员按年度缴费，次年享受待遇。'],
  housing: ['公共租赁住房申请指南', '申请人应当提交收入证明和户籍证明。'],
  land: ['关于古贤镇土地征收补偿安置方案的公告', '征收范围和补偿标准如下。'],
  bus: ['关于调整部分公交线路的通告', '七路、九路改道行驶。'],
  noise: ['建筑施工噪声管理规定', '夜间不得从事产生噪声的作业。'],
  flood: ['明川市防汛应急预案', '汛期的预警、响应和救援安排。'],
  enrolment: ['二〇二六年义务教育招生范围公示', '各小学、初中招生片区见附表。'],
  lift: ['既有住宅加装电梯实施办法', '业主表决通过后可以申请。'],
  penalty: ['行政处罚裁量基准', '违法行为分为三档。'],
  budget: ['Budget of the city for 2026', 'Revenue and spending by department.'],
  pension: ['Guide to the old-age insurance of residents', 'Who may join, and what is paid each month.'],
  water: ['农村供水工程水费标准', '按用水量分两级收费。'],
  road: ['解放路封闭施工的通告', '施工期间车辆绕行。'],
} satisfies Record<string, [string, string]>

/** What people type, and what they should be shown for it. */
const queries: [string, (keyof typeof documents)[]][] = [
  ['低保标准', ['allowance']],
  ['minimum living allowance', ['allowance']],
  ['医保缴费', ['medical']],
  ['公租房怎么申请', ['housing']],
  ['征地补偿', ['land']],
  ['土地征收', ['land']],
  ['公交线路调整', ['bus']],
  ['bus', ['bus']],
  ['噪音', ['noise']],
  ['防汛预案', ['flood']],
  ['flood', ['flood']],
  ['中小学招生', ['enrolment']],
  ['装电梯', ['lift']],
  ['行政处罚', ['penalty']],
  ['budgets', ['budget']],
  ['养老保险', ['pension']],
  ['水费', ['water']],
  ['自来水', ['water']],
  ['解放路', ['road']],
  ['路', ['bus', 'road']],
]

describeWithDatabase('the quality of the search', () => {
  let found: Map<string, string[]>

  beforeAll(async () => {
    const database = await freshDatabase()
    const synonyms = loadSynonyms()
    const names = Object.keys(documents)
    const vectors = Object.values(documents).map(([title, body]) => searchVector({ title, body, summary: '', keywords: '', numbers: [] }))
    found = await asOwner(database, async (client) => {
      const { rows } = await client.query<{ query: string; names: string[] }>(
        `select q.words as query, array(select d.name from unnest($1::text[], $2::text[]) as d (name, vector) where d.vector::tsvector @@ q.query::tsquery) as names
         from unnest($3::text[], $4::text[]) as q (words, query)`,
        [names, vectors, queries.map(([words]) => words), queries.map(([words]) => tsquery(words, synonyms))],
      )
      return new Map(rows.map((row) => [row.query, row.names]))
    })
  })

  it.each(queries)('finds for %s what is meant', (words, wanted) => {
    expect(found.get(words)).toEqual(expect.arrayContaining(wanted))
  })

  it('shows little that was not meant', () => {
    const stray = queries.flatMap(([words, wanted]) => (found.get(words) ?? []).filter((name) => !wanted.includes(name as never)))
    expect(stray.length).toBeLessThan(queries.length / 5)
  })
})
