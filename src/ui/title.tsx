import { Fragment, type ComponentChildren } from 'preact'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
// Shorter titles fit on a line of the smallest phone.
const longEnough = 9

/**
 * A Chinese title that breaks only between words: "when a title runs over a line, its words stay whole" (GB/T 9704-2012, 7.3.1).
 * Browsers break Chinese between any two characters, so the places where it may break are marked. Anything else is left as it is.
 */
export function wholeWords(title: ComponentChildren): ComponentChildren {
  if (typeof title !== 'string' || title.length < longEnough || !/\p{Script=Han}/u.test(title)) return title
  return [...segmenter.segment(title)].map(({ segment, index }) => (
    <Fragment key={index}>
      {index > 0 && mayBreakBefore(title, index) ? <wbr /> : null}
      {segment}
    </Fragment>
  ))
}

// No line begins with a closing mark or ends with an opening one, and a figure stays with the word that it counts.
function mayBreakBefore(title: string, index: number): boolean {
  const before = title.slice(0, index)
  const after = title.slice(index)
  return !/^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\s]/u.test(after) && !/[\p{Ps}\p{Pi}\p{Pd}\p{Nd}\s]$/u.test(before)
}
