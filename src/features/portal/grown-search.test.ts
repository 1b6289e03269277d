import { beforeAll, describe, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenPublished, must } from '../../../test/support/given.ts'
import { asDay } from '../../kernel/day.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { decideMissed, listSaved, recordedGroups, recordedMissed, saveGroup } from '../searches/index.ts'
import { findMissedWords } from '../searches/find-answer.ts'
import { readMissed } from '../searches/read-missed.ts'
import { givenPortal, type GivenPortal } from './given-portal.ts'

interface Suggested {
  kind: string
  text: string
  href: string
}

describeWithDatabase('the search', () => {
  let portal: GivenPortal
  const search = async (query: Record<string, string>, lang = 'zh', page = '/search') =>
    (await portal.ask(`/${lang}${page}?${new URLSearchParams(query)}`)).body
  const suggested = async (q: string, lang = 'zh') =>
    (JSON.parse(await search({ q }, lang, '/search/suggest')) as { suggestions: Suggested[] }).suggestions

  beforeAll(async () => {
    portal = await givenPortal()
    const { site, cast, safety, city } = portal
    site.day = '2025-07-10'
    await givenPublished(site, cast, safety, {
      title: '消防安全检查通报',
      summary: '防汛物资与消防器材的检查结果。',
      body: '各单位的消防器材完好，参加检查的志愿者登记在册。',
      formedOn: asDay('2025-07-01'),
      genre: 'report',
    })
    site.day = '2026-06-16'
    await givenPublished(site, cast, city, {
      title: '城市供热通知',
      summary: '供热安排',
      body: '供热期间也要注意防汛设施的维护，物资统一入库保管。',
    })
    site.day = '2026-06-17'
  })

  describe('suggests', () => {
    it('units, lines, categories and documents for the beginning of a name', async () => {
      const found = await suggested('应急')
      expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['机构', '公开事项', '文件']))
      expect(found.map(({ href }) => href)).toEqual(
        expect.arrayContaining(['/zh/units/safety', '/zh/catalogue/plans#emergency-plan', `/zh/documents/${portal.chinese.indexNumber}`]),
      )
    })

    it('an English title while its last word is still being typed, and nothing of a single letter in all texts', async () => {
      const titles = async (q: string) => (await suggested(q, 'en')).map(({ text }) => text)
      expect(await titles('minimum liv')).toContain('Guide to minimum living allowance for new residents')
      expect(await titles('guide')).toContain('Guide to minimum living allowance for new residents')
      expect(await titles('allowance minimum zzz')).toEqual([])
    })

    it('a document by the beginning of its number', async () => {
      const start = portal.english.indexNumber.slice(0, -2)
      expect((await suggested(start)).map(({ href }) => href)).toContain(`/zh/documents/${portal.english.indexNumber}`)
    })

    it.each(['', ' ', '%', '_', "'", '\\', '的', '😀'])('nothing harmful for %j', async (q) => {
      expect(await suggested(q)).toEqual(expect.any(Array))
      expect(await search({ q }, 'zh', '/search/names')).toContain('<h1')
    })

    it('the same names on a page, for browsers without a script', async () => {
      const body = await search({ q: '应急' }, 'zh', '/search/names')
      expect(body).toContain('href="/zh/units/safety"')
      expect(body).toContain('明川市防汛应急预案')
    })

    it('what many asked for, once enough did, and only words of the field', async () => {
      for (let n = 0; n < 3; n++) {
        portal.kept.changed()
        await search({ q: '应急预案' })
        await search({ q: '志愿者' })
      }
      expect((await suggested('应急')).filter(({ kind }) => kind === '常搜内容').map(({ text }) => text)).toEqual(['应急预案'])
      expect((await suggested('志愿')).filter(({ kind }) => kind === '常搜内容')).toEqual([])
    })
  })

  describe('asks what was meant', () => {
    it.each([
      ['防讯预案', '防汛预案'],
      ['防汛应及预案', '防汛应急预案'],
      ['消防安检查', '消防安全检查'],
    ])('by characters: %s is offered as %s', async (typed, meant) => {
      expect(await search({ q: typed })).toContain(`>${meant}</a>`)
    })

    it.each([
      ['minimun allowance', 'minimum allowance'],
      ['alowance', 'allowance'],
    ])('by letters: %s is offered as %s', async (typed, meant) => {
      const body = await search({ q: typed }, 'en')
      expect(body).toContain('Did you mean:')
      expect(body).toContain(`>${meant}</a>`)
    })

    it('nothing when there is enough, or when nothing is near', async () => {
      expect(await search({ q: '量子隧道' })).not.toContain('您是不是要找')
    })
  })

  describe('divides what it found', () => {
    it('by unit, year, genre and kind of thing, with counts that narrow the list by its address', async () => {
      const body = await search({ q: '防汛' })
      expect(body).toContain('共 3 件')
      expect(body).toMatch(/href="\/zh\/search\?q=%E9%98%B2%E6%B1%9B&amp;year=2025">2025<\/a> <span class="gk-facets__n">1</)
      expect(body).toContain('&amp;genre=report"')
      const narrowed = await search({ q: '防汛', year: '2025', genre: 'report' })
      expect(narrowed).toContain('共 1 件')
      expect(narrowed).toContain('href="/zh/search?q=%E9%98%B2%E6%B1%9B&amp;genre=report"')
      expect(await search({ q: 'minimum', language: 'en' }, 'en')).toContain('1 document')
      expect(await search({ q: '应急', kind: 'unit' })).not.toContain('gk-facets')
    })

    it('and puts the newest first when asked', async () => {
      const numbers = (body: string) =>
        [...body.matchAll(/class="gk-entries__title" href="\/..\/documents\/([^"]+)"/g)].map((match) => match[1])
      const fitting = numbers(await search({ q: '防汛' }))
      const newest = numbers(await search({ q: '防汛', sort: 'newest' }))
      expect(fitting[0]).toBe(portal.chinese.indexNumber)
      expect(new Set(newest)).toEqual(new Set(fitting))
      expect(newest[0]).not.toBe(fitting[0])
    })

    it('helps out of a list that filters have emptied, one by one', async () => {
      const body = await search({ q: '防汛', year: '2024', genre: 'report' })
      expect(body).toContain('取消此项筛选后重新搜索：年份')
      expect(body).toContain('取消此项筛选后重新搜索：体裁')
    })
  })

  describe('knows words of the same meaning', () => {
    it('says which it searched too, and searches only the exact words when asked', async () => {
      const body = await search({ q: '低保' })
      expect(body).toContain('同时搜索了：最低生活保障')
      expect(await search({ q: '低保', exact: '1' })).toContain('仅按原词搜索')
      expect(await search({ q: '低保', exact: '1' })).not.toContain(portal.english.indexNumber)
    })

    it('and the city’s own from the moment they are saved', async () => {
      expect(await search({ q: '暖气片' })).not.toContain('城市<mark>供热</mark>通知')
      must(await saveGroup(portal.site, 'system', { typed: '暖气片\n供热' }))
      expect(await search({ q: '暖气片' })).toContain('城市<mark>供热</mark>通知')
    })
  })

  describe('in vain', () => {
    const vain = { q: '母婴室' }
    const askOn = async (day: string) => {
      portal.site.day = day
      return portal.ask(`/zh/search?${new URLSearchParams(vain)}`)
    }

    it('is never kept ready-made, so that each time counts', async () => {
      expect((await askOn('2026-06-17')).headers['cache-control']).toBe('no-store')
      await askOn('2026-06-17')
      expect((await portal.ask('/zh/search?q=%E9%98%B2%E6%B1%9B')).headers['cache-control']).toBe('public, no-cache')
      expect(await findMissedWords(portal.site.database.read, '母婴室')).toBeUndefined()
      await askOn('2026-06-18')
      expect((await readMissed(portal.site, 'waiting')).map(({ words, times }) => [words, times])).toEqual([['母婴室', 3]])
    })

    it('leaves no trace of what may be about a person, and leaves no entry in the record', async () => {
      for (const day of ['2026-06-18', '2026-06-19', '2026-06-20']) {
        portal.site.day = day
        await search({ q: '张三丰' })
        await search({ q: '13812345678' })
      }
      expect((await readMissed(portal.site, 'waiting')).map(({ words }) => words)).toEqual(['母婴室'])
    })

    it('is answered as the office decided', async () => {
      const missed = (await readMissed(portal.site, 'waiting'))[0]!
      const ruling = { decision: 'elsewhere', link: '/catalogue/plans', reason: '', version: missed.version } as const
      must(await decideMissed(portal.site, 'system', missed.id, ruling))
      expect((await askOn('2026-06-20')).body).toContain('href="/zh/catalogue/plans">相关内容请见此处')
      expect(await readMissed(portal.site, 'waiting')).toEqual([])
      expect((await readMissed(portal.site, 'decided')).map(({ decision }) => decision)).toEqual(['elsewhere'])
    })

    it('is closed by itself when a document is found by those words', async () => {
      for (const day of ['2026-06-20', '2026-06-21', '2026-06-22']) {
        portal.site.day = day
        await search({ q: '充电桩布点' })
      }
      expect((await readMissed(portal.site, 'waiting')).map(({ words }) => words)).toEqual(['充电桩布点'])
      await givenPublished(portal.site, portal.cast, portal.safety, {
        title: '充电桩布点方案',
        summary: '',
        body: '各区充电桩的位置如下表。',
      })
      expect(await readMissed(portal.site, 'waiting')).toEqual([])
      expect((await readMissed(portal.site, 'found')).map(({ words, foundOn }) => [words, foundOn])).toEqual([['充电桩布点', '2026-06-22']])
    })

    it('stands in the record with what was decided and which words were put together', async () => {
      const report = await verifyJournal(portal.site.database.read, {
        'searches.missed': recordedMissed,
        'searches.synonym-group': recordedGroups,
      })
      expect(report.findings.filter(({ subject }) => String(subject).startsWith('searches.'))).toEqual([])
      expect(await listSaved(portal.site.database.read, 1)).toEqual([])
    })
  })
})
