import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { saySize } from './entries.tsx'
import { ErrorPage, type ErrorStatus } from './errors.tsx'
import { OpenFigure } from './figure.tsx'
import { DataList, Filters, Pager, SearchBox } from './list.tsx'
import { specimenReader } from './specimen.ts'

const reader = specimenReader('en')

describe('a list', () => {
  const columns = [{ label: 'Duty' }, { label: 'Due', kind: 'day' as const }]

  it('makes the first cell the link and the head of its row', () => {
    const html = renderToString(
      <DataList caption="Duties" columns={columns} rows={[{ href: '/en/x', cells: ['<i>Fees</i>', 'Friday'] }]} />,
    )
    expect(html).toContain('<th scope="row" class="gk-list__first"><a href="/en/x">&lt;i>Fees&lt;/i></a>')
    expect(html).toContain('<caption class="govuk-visually-hidden">Duties</caption>')
  })

  it('repeats the name of a column for the card that a row becomes on a phone', () => {
    const html = renderToString(<DataList caption="Duties" columns={columns} rows={[{ cells: ['Fees', 'Friday'] }]} />)
    expect(html).toContain('data-label="Due">Friday</td>')
  })

  it('leads to the newer and the older part, and draws no empty pager', () => {
    expect(renderToString(<Pager reader={reader} />)).toBe('')
    expect(renderToString(<Pager reader={reader} older="?after=x" />)).toContain('<a rel="next" href="?after=x">')
  })

  it('opens its filters where some are set, and offers to clear them', () => {
    const set = renderToString(<Filters reader={reader} action="/catalogue" active={2} children="" />)
    expect(set).toContain('<details class="gk-filters" open')
    expect(set).toContain('Filters (2 set)')
    expect(set).toContain('<a href="/en/catalogue">Clear all</a>')
    expect(renderToString(<Filters reader={reader} action="/catalogue" children="" />)).not.toContain('open')
  })

  it('keeps the words of a search, escaped', () => {
    expect(renderToString(<SearchBox reader={reader} value={'"><b>'} />)).toContain('value="&quot;>&lt;b>"')
  })
})

describe('an open figure', () => {
  it('is a link to its records, its thousands apart', () => {
    const html = renderToString(<OpenFigure reader={reader} value={12345} href="/en/records" />)
    expect(html).toContain('<a class="gk-figure__value" href="/en/records">12,345</a>')
  })

  it('says who reported it when it was not counted', () => {
    const html = renderToString(<OpenFigure reader={specimenReader('zh')} value={9} byHand source="12345热线月报" />)
    expect(html).toContain('人工填报：12345热线月报')
    expect(html).not.toContain('<a')
  })
})

describe('a page that could not be shown', () => {
  const statuses: ErrorStatus[] = [400, 401, 403, 404, 410, 413, 429, 500, 503]

  it('says what happened and what now, for every status and in both languages', () => {
    for (const status of statuses) {
      for (const lang of ['zh', 'en'] as const) {
        const html = renderToString(<ErrorPage reader={specimenReader(lang)} status={status} number="7f3a" minutes={5} />)
        expect(html).not.toContain('ui.')
        expect(html).toContain('7f3a')
        expect(html).toContain(`href="/${lang}/search"`)
      }
    }
  })
})

describe('the size of a file', () => {
  it('is said in the unit that people use', () => {
    expect([820, 14_336, 2_410_000].map(saySize)).toEqual(['820 B', '14 KB', '2.3 MB'])
  })
})
