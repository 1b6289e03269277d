import { readFileSync } from 'node:fs'
import { asDay } from '../kernel/day.ts'
import { translate, type Lang } from '../kernel/translate.ts'
import type { Reader } from './reader.ts'

const words: Record<Lang, Record<string, string>> = { zh: wordsIn('zh-CN'), en: wordsIn('en') }

/** A reader for tests: signed out, on 17 October 2025, in the city of the specimens. */
export function specimenReader(lang: Lang, other: Partial<Reader> = {}): Reader {
  return {
    lang,
    t: (key, params) => translate(words[lang], key, params),
    today: asDay('2025-10-17'),
    path: '/catalogue',
    query: '?unit=0203',
    city: { nameZh: '清河市', nameEn: 'Qinghe', siteCode: '4105000001' },
    baseUrl: 'https://open.example.gov.cn',
    may: () => false,
    ...other,
  }
}

function wordsIn(folder: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../../locales/${folder}/ui.json`, import.meta.url), 'utf8'))
}
