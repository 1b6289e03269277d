import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { loadWords } from '../../../platform/i18n/words.ts'
import { specimenReader } from '../../../ui/specimen.ts'
import type { AnsweredFinding } from '../examine-document.ts'
import { headOf, headPartAt } from '../document.ts'
import { Findings } from './findings.tsx'

const reader = { ...specimenReader('en'), t: loadWords().en }
const version = {
  title: '关于×××的通知',
  summary: '某某局印发。',
  documentNumber: '明政发〔20XX〕1号',
  keywords: ['停水', '某地'],
  body: '请联系值班室。',
}
const { text, starts } = headOf(version, ['附件一.pdf', '附件N.pdf'])

/** What the page shows of one finding, as text. */
function shown(passage: string, where: string, isInHead: boolean): string {
  const start = where.indexOf(passage)
  const place = { start, end: start + passage.length, line: where.slice(0, start).split('\n').length, column: 1 }
  const finding: AnsweredFinding = {
    ...place,
    check: 'placeholder',
    because: 'letters',
    passage,
    weight: 'answer',
    passageHash: 'a',
    isInHead,
    ...(isInHead ? { head: { part: headPartAt(starts, start), text } } : {}),
  }
  return renderToString(<Findings reader={reader} findings={[finding]} version={version} />)
}

it('shows a finding around the text where it stands, not at the same place of the text', () => {
  expect(shown('×××', text, true)).toMatch(/in the title.*<mark>×××<\/mark>/)
  expect(shown('某某', text, true)).toMatch(/in the summary.*<mark>某某<\/mark>局印发/)
  expect(shown('20XX', text, true)).toMatch(/in the document number.*〔<mark>20XX<\/mark>〕/)
  expect(shown('某地', text, true)).toMatch(/in the keywords.*<mark>某地<\/mark>/)
  expect(shown('件N', text, true)).toMatch(/in the name of a file.*附<mark>件N<\/mark>\.pdf/)
})

it('shows a finding in the text with its line and column', () => {
  expect(shown('值班室', version.body, false)).toMatch(/Line 1, column 1.*<mark>值班室<\/mark>/)
})
