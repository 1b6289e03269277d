import { expect, test } from 'vitest'
import { foundBy } from '../../../test/support/checks.ts'

test.each([
  ['公开\ufffd\ufffd制度', 'lost: \ufffd\ufffd'],
  ['目录\ue5e5', 'lost: \ue5e5'],
  ['内容锟斤拷', 'encoding: 锟斤拷'],
  ['CafÃ© and naÃ¯ve', 'encoding: Ã©'],
  [
    'Where does rubber fade? What happened? Skull? Camel? Home? Hey?',
    'burst: Where does rubber fade? What happened? Skull? Camel? Home? Hey?',
  ],
])('%s is garbled', (text, found) => {
  expect(foundBy('mojibake', text)[0]).toBe(found)
})

test.each([
  ['Who may apply? Everybody may. How? In writing.'],
  ['一、谁可以申请？\n任何人。\n二、怎样申请？\n书面。'],
  ['Who? When? Where? These three questions come first.'],
  ['Café, naïve, Ångström, façade — “quoted”'],
])('%s is not', (text) => {
  expect(foundBy('mojibake', text)).toEqual([])
})
