import type { ComponentChildren } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'

/** Something to say: `text` is escaped, `html` is trusted markup, `children` win over both. Pages use `text` and `children` only. */
export interface Content {
  text?: string | number
  html?: string
  children?: ComponentChildren
}

/** What may stand in a list in place of an item that is not there, so that pages may write `[mayEdit && { … }]`. */
export type Absent = null | false | undefined

/** The content as something that a component can draw; nothing when nothing was given. */
export function say(content: Content | Absent): ComponentChildren {
  if (!content) return undefined
  if (isThere(content.children)) return content.children
  return content.html ? trusted(content.html) : content.text
}

/** Whether there is anything to draw: an empty text counts as nothing. */
export function isSaid(content: Content | Absent): content is Content {
  return !!content && (isThere(content.children) || hasMarkup(content) || !!content.text)
}

/** Whether the content is markup of its own, which a component must not wrap in a paragraph. */
export function hasMarkup(content: Content): boolean {
  return isThere(content.children) || !!content.html
}

function isThere(children: ComponentChildren): boolean {
  return children !== undefined && children !== null && typeof children !== 'boolean'
}

/** Markup as it stands, without an element around it. Preact offers no other way than its template node. */
function trusted(html: string): ComponentChildren {
  return jsxTemplate([html])
}
