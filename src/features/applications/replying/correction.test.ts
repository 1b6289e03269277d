import { beforeAll, expect, test } from 'vitest'
import { anew, decisionOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { refused } from '../../../kernel/outcome.ts'
import { readCase } from '../cases/read-case.ts'
import { readTableFacts } from '../figures/facts.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { composeReply } from './compose-reply.ts'
import { decideItem } from './decide-item.ts'
import { readDecisions } from './read-decisions.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const said = { ground: '现有记录与原始凭证相符', facts: '已核对原始凭证' }

async function decided(kind: 'information' | 'correction', leaf: string, more = {}) {
  const { site, cast, safety } = given
  const { ref } = await given.enter(safety, '2026-06-01', { kind, wanted: '本人参保记录中的单位名称' })
  const itemId = (await readCase(site, site.database.read, ref)).items[0]?.id ?? 0
  return { ref, outcome: await decideItem(site, cast.writer, anew(ref), { itemId, ...decisionOf({ leaf, ...said, ...more }) }) }
}

describeWithDatabase('a request to correct one’s own records', () => {
  test('ends as such a request does, and not as one for information', async () => {
    for (const leaf of ['K1', 'K2', 'O3']) must((await decided('correction', leaf)).outcome)
    for (const leaf of ['G1', 'D4', 'O2']) expect((await decided('correction', leaf)).outcome).toEqual(refused('leaf-missing'))
    expect((await decided('information', 'K1')).outcome).toEqual(refused('leaf-missing'))
  })

  test('is answered in its own words, with article 41 and the remedies', async () => {
    const { site } = given
    const replyTo = async (leaf: string, more = {}) => {
      const view = await readCase(site, site.database.read, (await decided('correction', leaf, more)).ref)
      const decisions = await readDecisions(site.database.read, { ...view, events: [...view.events] }, view.today)
      expect(decisions.items[0]?.missing, leaf).toEqual([])
      return composeReply(site, site.database.read, view, decisions)
    }
    const refusal = await replyTo('K2')
    expect(refusal?.title).toBe('政府信息更正申请答复书')
    expect(refusal?.body).toContain('请求更正：本人参保记录中的单位名称')
    expect(refusal?.body).toContain('第四十一条')
    expect(refusal?.body).toContain('行政复议')
    expect((await replyTo('K1'))?.body).toContain(`本机关已更正：${said.ground}`)
    expect((await replyTo('K3', { pointer: '市医保局，电话12393' }))?.body).toContain('转送有权更正的机关，并告知您：市医保局，电话12393')
  })

  test('that is sent on says where', async () => {
    const { site } = given
    const view = await readCase(site, site.database.read, (await decided('correction', 'K3', { ground: '' })).ref)
    const decisions = await readDecisions(site.database.read, { ...view, events: [...view.events] }, view.today)
    expect(decisions.items[0]?.missing).toEqual(['pointer'])
  })

  test('is counted in no row of the statutory table', async () => {
    const table = await readTableFacts(given.site.database.read, [given.water.id], 2026)
    await given.enter(given.water, '2026-06-01', { kind: 'correction' })
    expect(await readTableFacts(given.site.database.read, [given.water.id], 2026)).toEqual(table)
  })
})
