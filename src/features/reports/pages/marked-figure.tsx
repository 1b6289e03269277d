import type { VNode } from 'preact'
import { OpenFigure } from '../../../ui/figure.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { Mark } from '../figures/mark.ts'
import { valueInWords } from './figure-words.ts'

export interface MarkedFigureProps {
  reader: Reader
  number: Mark & { value: number }
  href?: string | undefined
  /** Said to screen readers with the number. */
  label?: string | undefined
}

/** A number that opens what is behind it, with everything that must be said with it: "over", and that it was reported by hand. */
export function MarkedFigure({ reader, number, href, label }: MarkedFigureProps): VNode {
  const value = valueInWords(reader, number.value, number.isAtLeast === true)
  return <OpenFigure {...{ reader, value, href, label, byHand: number.isByHand === true }} />
}
