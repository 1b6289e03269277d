import type { VNode } from 'preact'
import { renderMarkdown } from '../../../platform/text/markdown.ts'
import { htmlLang } from '../../../ui/document.tsx'

/** A published text. The only place where HTML is put into a page as it is: `renderMarkdown` lets no markup of the writer's through. */
export function DocumentText({ text, language }: { text: string; language: 'zh' | 'en' }): VNode {
  return <div class="gk-prose" lang={htmlLang(language)} dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }} />
}
