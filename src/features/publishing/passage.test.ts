import { expect, test } from 'vitest'
import { passageAround, stillStands } from './passage.ts'

test('a passage is shown with the words around it on its own line', () => {
  const text = '第一行\n联系人：13800138000，请致电。\n第三行'
  const start = text.indexOf('138')
  expect(passageAround(text, start, start + 11)).toEqual({ before: '联系人：', passage: '13800138000', after: '，请致电。' })
})

test('long surroundings and a long passage are shortened, and say so', () => {
  const text = `${'前'.repeat(100)}${'中'.repeat(500)}${'后'.repeat(100)}`
  const { before, passage, after } = passageAround(text, 100, 600)
  expect(before).toBe(`…${'前'.repeat(60)}`)
  expect(after).toBe(`${'后'.repeat(60)}…`)
  expect(passage).toBe(`${'中'.repeat(120)} […] ${'中'.repeat(120)}`)
})

test('a passage at the very beginning or end of a text has nothing around it', () => {
  expect(passageAround('通知', 0, 2)).toEqual({ before: '', passage: '通知', after: '' })
})

test('a remark still stands when only blanks and line breaks changed', () => {
  expect(stillStands('共计 三十\n五个村', '共计三十五个村')).toBe(true)
  expect(stillStands('共计三十六个村', '共计三十五个村')).toBe(false)
  expect(stillStands('正文', '  ')).toBe(false)
})
