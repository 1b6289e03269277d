import type { ComponentChildren, VNode } from 'preact'
import type { Reader } from './reader.ts'
import { wholeWords } from './title.tsx'

/** The title of a page or a part. `kicker` is the line above it: where it belongs, what kind of thing it is. */
export function Heading({ children, kicker, level = 1, id }: HeadingProps): VNode {
  const Level = `h${level}` as const
  const title = (
    <Level class={`gk-h${level}`} id={id}>
      {level === 1 ? wholeWords(children) : children}
    </Level>
  )
  if (kicker === undefined) return title
  return (
    <div class="gk-heading">
      <p class="gk-kicker">{kicker}</p>
      {title}
    </div>
  )
}

export interface HeadingProps {
  children: ComponentChildren
  kicker?: ComponentChildren
  level?: 1 | 2 | 3 | undefined
  id?: string | undefined
}

/** The sentence under the title: what this page is for. */
export function Lead({ children }: { children: ComponentChildren }): VNode {
  return <p class="gk-lead">{children}</p>
}

/** Nothing to show, said calmly, with what now. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }): VNode {
  return (
    <div class="gk-empty">
      <p class="gk-empty__title">{title}</p>
      {children ? <div class="gk-empty__now">{children}</div> : null}
    </div>
  )
}

/** Where this page stands; the last step is the page itself and carries no link. */
export function Trail({ reader, steps }: { reader: Reader; steps: { label: string; href?: string | undefined }[] }): VNode {
  return (
    <nav class="gk-trail" aria-label={reader.t('ui.trail.label')}>
      <ol class="gk-trail__steps">
        {steps.map((step) => (
          <li>{step.href === undefined ? <span aria-current="page">{step.label}</span> : <a href={step.href}>{step.label}</a>}</li>
        ))}
      </ol>
    </nav>
  )
}

/** Names and values in a quiet table: the metadata that officials expect. Rows without a value are left out. */
export function Facts({ rows }: { rows: { label: string; value?: ComponentChildren }[] }): VNode {
  return (
    <dl class="gk-facts">
      {rows
        .filter((row) => row.value !== undefined && row.value !== null && row.value !== '')
        .map((row) => (
          <div class="gk-facts__row">
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
    </dl>
  )
}
