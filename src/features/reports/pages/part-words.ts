import type { WordKey } from '../../../kernel/words.ts'
import type { Reader } from '../../../ui/reader.ts'
import { outcomes } from '../../applications/index.ts'
import type { Dimension, Figure } from '../figures/count-figures.ts'
import { figureWords } from './figure-words.ts'
import { headed } from '../annual/heading.ts'

/** The name of one part of a figure, as its own slice says it. */
export function partName(reader: Pick<Reader, 't' | 'lang'>, by: Dimension['code'], code: string): string {
  if (by === 'channel') return reader.t(`applications.channel.${code}` as WordKey)
  if (by === 'outcome') return reader.t(`applications.figures.column.${code}` as WordKey)
  const kind = outcomes.applicantKinds.find((one) => one.kind === code)
  return kind === undefined ? code : headed(reader, kind)
}

/** The name of a figure, with that of its part. */
export function figureName(reader: Pick<Reader, 't' | 'lang'>, { code, part }: Figure): string {
  const { name } = figureWords(reader, code)
  return part === undefined ? name : `${name} · ${partName(reader, part.by, part.code)}`
}
