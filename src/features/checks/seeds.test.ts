import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findingsIn } from '../../../test/support/checks.ts'

// Five real reports with real defects. Every line is a defect that a reader confirms; a further line would be a false alarm.
const reports: Record<string, { title: string; found: string[] }> = {
  'three-reports': {
    title: 'Summary of 2015 government affairs public work',
    found: [
      '1:1 navigation.path Summary of work > Summary of g',
      '12:459 dates.congress-earlier 16th CPC Central Committee',
      '24:1947 markup.stray . .',
      '32:2935 sums.threshold 67 contracts for investment pr',
      '32:3965 dates.title-later 2004',
      '50:95 dates.title-earlier 2019',
      '74:320 sums.left-out 238, of which 60 were existing',
      '74:1360 sums.inventories including 235 existing',
      '74:1511 dates.promise-past May 2019',
      '132:352 markup.cut ,',
      '140:1 navigation.list recommended article',
      '142:1 navigation.list popular articles',
    ],
  },
  'town-summary': {
    title: '',
    found: [
      '2:104 quotes.pair ? Entrepreneurship and innovat',
      '4:367 quotes.pair ? The main leaders personally ',
      '10:360 placeholder.letters XX',
      '10:499 landline.number 554363 1',
      '10:499 number.split 554363 1',
      '11:84 quotes.pair ? XX county government informa',
      '11:86 placeholder.letters XX',
      '11:723 placeholder.year 20 * * *',
      '12:517 placeholder.stars * * *',
      '12:560 placeholder.stars ***',
      '12:580 sums.parts 38 subcategories, including 4 ',
      '12:645 number.converted /kloc-0',
      '14:72 placeholder.year 20**',
      '14:232 placeholder.year 20**',
      '18:256 placeholder.stars * * *',
      '20:213 persons.named Comrade Wu',
      '20:239 persons.named Comrade Wu Zhongzhong',
      '20:287 enumeration.fewer-named four comrades including Yang S',
      '20:292 persons.named comrades including Yang Shiqio',
    ],
  },
  'work-safety-bureau': {
    title: 'Summary of government affairs publicity work',
    found: [
      '11:202 dates.slow-hurry 2005',
      '21:648 numbering.gap 4,',
      '21:676 markup.cut ,',
      '33:306 markup.stray . ,',
      '37:97 number.converted 65438+ 10/2',
      '37:380 placeholder.stars * * *',
    ],
  },
  'legal-office': {
    title: 'Summary of the government affairs open work of the legal office in 2019',
    found: [
      '1:1 navigation.path Summary of work > Summary of g',
      '6:4 placeholder.letters XX',
      '6:256 placeholder.letters xxxx',
      '6:289 placeholder.letters xx',
      '6:330 placeholder.letters XX',
      '6:593 placeholder.letters XX',
      '8:4 placeholder.letters XX',
      '9:164 placeholder.letters XX',
      '11:319 placeholder.letters XX',
      '12:127 enumeration.count four principles in strict acco',
      '15:1 numbering.gap Third,',
      '19:279 placeholder.letters XX',
      '25:1 navigation.list recommended article',
      '27:1 navigation.list popular articles',
    ],
  },
  'city-opinions': {
    title: 'Opinions on further promoting and standardizing the openness of government affairs',
    found: [
      '9:1 headings.heading Opinions on further promoting ',
      '13:482 placeholder.number-sign [〔XX〕]',
      '14:175 placeholder.number-sign [〔XX〕]',
      '20:814 markup.entity pass/& gt; -& gt;',
      '20:832 mojibake.burst ü? Where does rubber fade? Wha',
      '20:1221 markup.tag Br>',
      '20:1761 markup.stray . ,',
      '21:1 headings.heading Opinions on further promoting ',
      '24:1 numbering.gap Six,',
    ],
  },
}

test.each(Object.entries(reports))('every defect of %s is found, and nothing else', (name, { title, found }) => {
  const text = readFileSync(new URL(`../../../test/seeds/${name}.txt`, import.meta.url), 'utf8')
  const findings = findingsIn(text, { title, unitLevel: name === 'town-summary' ? 'town' : 'city' })
  const said = findings.map((each) => `${each.line}:${each.column} ${each.check}.${each.because} ${each.passage.slice(0, 30)}`)
  expect(said).toEqual(found)
})

test('nothing in the reports stops their release for good', () => {
  for (const [name, { title }] of Object.entries(reports)) {
    const text = readFileSync(new URL(`../../../test/seeds/${name}.txt`, import.meta.url), 'utf8')
    expect(findingsIn(text, { title }).filter((finding) => finding.weight === 'block')).toEqual([])
  }
})

test('the passages of a finding are the places that it names', () => {
  const text = readFileSync(new URL('../../../test/seeds/town-summary.txt', import.meta.url), 'utf8')
  const lines = text.split(/\r\n|\r|\n/)
  for (const { line, column, passage, start, end } of findingsIn(text)) {
    expect(text.slice(start, end)).toBe(passage)
    expect(lines[line - 1]?.slice(column - 1, column - 1 + passage.length)).toBe(passage)
  }
})
