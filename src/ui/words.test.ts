import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { placeholdersOf } from '../kernel/translate.ts'

const [zh, en] = ['zh-CN', 'en'].map((folder) => wordsIn(folder)) as [Record<string, string>, Record<string, string>]

it('every word of the components is there in both languages, with the same placeholders', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en))
  for (const [key, text] of Object.entries(en)) expect([key, placeholdersOf(zh[key] ?? '')]).toEqual([key, placeholdersOf(text)])
})

it('the Chinese words are Chinese and the English words are not', () => {
  for (const [key, text] of Object.entries(en)) expect(text, key).not.toMatch(/\p{Script=Han}/u)
  const onlyPlaceholders = (text: string) => text.replace(/\{[^}]*\}/g, '').trim() === ''
  for (const [key, text] of Object.entries(zh)) if (!onlyPlaceholders(text)) expect(text, key).toMatch(/\p{Script=Han}|^[、，]$/u)
})

function wordsIn(folder: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../../locales/${folder}/ui.json`, import.meta.url), 'utf8'))
}
