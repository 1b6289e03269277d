import type { VNode } from 'preact'
import { htmlLang } from '../../../ui/document.tsx'

/** A document's text as its readers will see it. `html` comes from our own Markdown renderer, which lets no markup of the writer through. */
export function Prose({ html, language }: { html: string; language: 'zh' | 'en' }): VNode {
  return <div class="gk-prose" lang={htmlLang(language)} dangerouslySetInnerHTML={{ __html: html }} />
}
