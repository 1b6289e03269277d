import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { loadWords } from '../../../platform/i18n/words.ts'
import { specimenReader } from '../../../ui/specimen.ts'
import type { AnsweredFinding } from '../examine-document.ts'
import { headOf } from '../document.ts'
import { Findings } from './findings.tsx'

const reader = { ...specimenReader('en'), t: loadWords().en }
const version = { title: '关于×××的通知', summary: '某某局印发。', body: '请联系值班室。' }

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
  }
  return renderToString(<Findings reader={reader} findings={[finding]} version={version} />)
}

it('shows a finding in the title or the summary where it stands, not at the same place of the text', () => {
  expect(shown('×××', headOf(version), true)).toMatch(/in the title.*<mark>×××<\/mark>/)
  expect(shown('某某', headOf(version), true)).toMatch(/in the summary.*<mark>某某<\/mark>局印发/)
})

it('shows a finding in the text with its line and column', () => {
  expect(shown('值班室', version.body, false)).toMatch(/Line 1, column 1.*<mark>值班室<\/mark>/)
})
