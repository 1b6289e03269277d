import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenPublished } from '../../../test/support/given.ts'
import { documentPath } from './address.ts'
import { givenPortal, type GivenPortal } from './given-portal.ts'

describeWithDatabase('search', () => {
  let portal: GivenPortal
  const search = (query: Record<string, string>, lang = 'zh', page = '/search') =>
    portal.ask(`/${lang}${page}?${new URLSearchParams(query)}`)
  /** The index numbers in the order of the list. */
  const numbersIn = (body: string): string[] =>
    [...body.matchAll(/class="gk-entries__title" href="\/..\/documents\/([^"]+)"/g)].map((match) => match[1] ?? '')

  beforeAll(async () => {
    portal = await givenPortal()
    const { site, cast, safety, city } = portal
    site.day = '2026-06-16'
    await givenPublished(site, cast, city, {
      title: '城市供热通知',
      summary: '供热安排',
      body: '供热期间也要注意防汛设施的维护，物资统一入库保管。',
    })
    site.day = '2025-07-10'
    await givenPublished(site, cast, safety, {
      title: '消防演练安排',
      summary: '演练时间',
      body: '消防演练在八月举行，参加人员为各社区志愿者。',
      formedOn: '2025-07-01' as never,
    })
    site.day = '2026-06-17'
  })

  it('finds by the title before the text, and marks what was asked for', async () => {
    const { body } = await search({ q: '防汛' })
    expect(numbersIn(body)[0]).toBe(portal.chinese.indexNumber)
    expect(numbersIn(body)).toHaveLength(2)
    expect(body).toContain('明川市<mark>防汛</mark>应急预案')
    expect(body).toContain('供热期间也要注意<mark>防汛</mark>设施')
    expect(body).toContain('共 2 件')
  })

  it('finds an English document with Chinese words and the other way round', async () => {
    expect(numbersIn((await search({ q: '低保' }, 'zh')).body)).toEqual([portal.english.indexNumber])
    expect(numbersIn((await search({ q: 'subsistence allowance' }, 'en')).body)).toEqual([portal.english.indexNumber])
  })

  it.each(['明应急〔2026〕12号', '明应急[2026]12号', '明应急(2026)12号', '〔2026〕12号'])('finds the document number %s', async (q) => {
    const { body } = await search({ q })
    expect(body).toContain('编号相符的文件')
    expect(numbersIn(body)[0]).toBe(portal.chinese.indexNumber)
  })

  it('finds an index number whole and by its tail', async () => {
    expect(numbersIn((await search({ q: portal.english.indexNumber })).body)[0]).toBe(portal.english.indexNumber)
    expect(numbersIn((await search({ q: portal.english.indexNumber.toLowerCase() })).body)[0]).toBe(portal.english.indexNumber)
    expect(numbersIn((await search({ q: '2025-00001' })).body)).toContain('safety/2025-00001')
  })

  it('offers the unit and the line of the catalogue of that name', async () => {
    expect((await search({ q: '应急' })).body).toContain('href="/zh/units/safety"')
    expect((await search({ q: 'emergency plan' }, 'en')).body).toContain('href="/en/catalogue/plans#emergency-plan"')
  })

  it('filters by unit with what lies under it, category, line and year', async () => {
    expect(numbersIn((await search({ unit: 'mc' }, 'zh', '/latest')).body)).toHaveLength(4)
    expect(numbersIn((await search({ unit: 'safety' }, 'zh', '/latest')).body)).toEqual([portal.chinese.indexNumber, 'safety/2025-00001'])
    expect(numbersIn((await search({ category: 'city' }, 'zh', '/latest')).body)).toEqual([portal.chinese.indexNumber])
    expect(numbersIn((await search({ duty: 'emergency-plan' }, 'zh', '/latest')).body)).toEqual([portal.chinese.indexNumber])
    expect(numbersIn((await search({ year: '2025' }, 'zh', '/latest')).body)).toEqual(['safety/2025-00001'])
    expect(numbersIn((await search({ q: '防汛', unit: 'safety' })).body)).toEqual([portal.chinese.indexNumber])
    expect((await search({ unit: 'nowhere' }, 'zh', '/latest')).body).toContain('没有符合筛选条件的公开信息')
  })

  it('says what to do when nothing is found', async () => {
    const { body } = await search({ q: '量子隧道', unit: 'safety' })
    expect(body).toContain('没有找到与“量子隧道”相符的内容')
    expect(body).toContain('取消筛选条件重新搜索')
    expect(body).toContain('href="/zh/guide#office"')
  })

  it('goes through a list page by page, each document once, in both orders', async () => {
    const { site, cast, safety } = portal
    for (let n = 1; n <= 21; n++) {
      const body = `巡查记录之${'一二三四五六七八九十'.charAt(n % 10)}，河段${n}号水位平稳，设备${n * 7}台完好，人员${n * 3}名到岗。`
      await givenPublished(site, cast, safety, { title: `河道巡查记录${n}`, summary: '', body })
    }
    portal.kept.changed()
    for (const start of ['/zh/latest', '/zh/search?q=河道巡查']) {
      const seen: string[] = []
      let url: string | undefined = start
      let pages = 0
      while (url !== undefined && pages++ < 5) {
        const { body } = await portal.ask(url)
        seen.push(...numbersIn(body))
        url = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
      }
      expect(pages).toBe(2)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toHaveLength(start.includes('search') ? 21 : 25)
    }
  })

  const hostile = [
    "'; drop table publishing.document; --",
    "' or 1=1 --",
    '%',
    '\\',
    '(.*)+$',
    '[',
    '\u0000',
    'a\u0000b',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '{{7*7}}${7*7}',
    ':* & | ! ( ) <->',
    '../../etc/passwd',
    '😀'.repeat(300),
    '\ud800',
    'x'.repeat(10_000),
    '的',
    '公开 '.repeat(900),
  ]

  it.each(hostile.map((text, at) => [at, text] as const))('takes hostile text no. %i in every field without harm', async (_, text) => {
    for (const name of ['q', 'unit', 'category', 'duty', 'year', 'before', 'ending', 'month', 'after', 'limit', 'sort', '__proto__']) {
      for (const page of ['/search', '/latest', '/promises/list', '/catalogue']) {
        const { status, body } = await search({ q: 'x', [name]: text }, 'zh', page)
        expect([200, 404], `${page} ${name}`).toContain(status)
        expect(body).not.toMatch(/<script>alert|<img src=x/)
      }
      const api = await portal.ask(`/api/v1/documents?${new URLSearchParams({ [name]: text })}`)
      expect([200, 400], `api ${name}`).toContain(api.status)
    }
    expect((await portal.ask(documentPath(portal.chinese.indexNumber))).status).toBe(200)
  })

  it('shortens a query of 10 KB and says so', async () => {
    const { status, body } = await search({ q: '公开'.repeat(600) })
    expect(status).toBe(200)
    expect(body).toContain('只按前 200 个字符搜索')
  })
})
