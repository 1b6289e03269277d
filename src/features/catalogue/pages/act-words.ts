import type { Reader } from '../../../ui/reader.ts'

const acts = [
  ...(['lay-down', 'change', 'lay-out', 'register', 'fulfil', 'move-formed', 'add-category'] as const),
  ...(['inherit', 'take-effect', 'take-early', 'part', 'tighten'] as const),
  ...(['write-material', 'sign-as-head', 'sign-as-leader', 'send-back-material', 'hand-in'] as const),
] as const

/** An act of the record on a line or a task, in the reader's words. */
export function actInWords(reader: Pick<Reader, 't'>, act: string): string {
  const known = acts.find((one) => act === `catalogue.${one}`)
  return known === undefined ? act : reader.t(`catalogue.act.${known}`)
}
