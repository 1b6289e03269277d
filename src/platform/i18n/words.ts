import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { translate, type Lang } from '../../kernel/translate.ts'
import type { Translate } from '../../kernel/words.ts'
import { packageRoot } from '../root.ts'

const folders: Record<Lang, string> = { zh: 'zh-CN', en: 'en' }

/** Reads every word of both languages once; what comes back turns a key into words. */
export function loadWords(root: string = packageRoot): Record<Lang, Translate> {
  return { zh: translatorFor(join(root, 'locales', folders.zh)), en: translatorFor(join(root, 'locales', folders.en)) }
}

function translatorFor(folder: string): Translate {
  const words: Record<string, string> = {}
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.json')) Object.assign(words, JSON.parse(readFileSync(join(folder, file), 'utf8')))
  }
  return (key, params) => translate(words, key, params)
}
