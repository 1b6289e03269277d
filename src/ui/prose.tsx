import type { VNode } from 'preact'
import { htmlLang } from './document.tsx'

/**
 * A document's text as its readers see it. The only place where HTML is put into a page as it is: `html` comes from our own Markdown
 * renderer, which lets no markup of the writer's through.
 */
export function Prose({ html, language }: { html: string; language: 'zh' | 'en' }): VNode {
  return <div class="gk-prose" lang={htmlLang(language)} dangerouslySetInnerHTML={{ __html: html }} />
}
