import type { VNode } from 'preact'
import { renderMarkdown } from '../../../platform/text/markdown.ts'
import { Prose } from '../../../ui/prose.tsx'

/** A published text, drawn from its Markdown. */
export function DocumentText({ text, language }: { text: string; language: 'zh' | 'en' }): VNode {
  return <Prose html={renderMarkdown(text)} language={language} />
}
