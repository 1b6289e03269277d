import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { AnsweredFinding } from '../examine-document.ts'
import { Findings } from './findings.tsx'
import { Prose } from '../../../ui/prose.tsx'

export interface PreviewProps {
  reader: Reader
  title: string
  summary: string
  body: string
  html: string
  language: 'zh' | 'en'
  /** What the checks say of it as it stands in the form. */
  findings: readonly AnsweredFinding[]
}

/** The text as its readers will see it, and what the checks find, above the form that holds it. */
export function Preview({ reader, title, body, html, language, findings }: PreviewProps): VNode {
  return (
    <section id="preview" class="gk-preview">
      <p class="gk-kicker">{reader.t('publishing.preview.title')}</p>
      <Heading level={2}>{title === '' ? reader.t('publishing.untitled') : title}</Heading>
      {body.trim() === '' ? <p class="gk-quiet">{reader.t('publishing.preview.empty')}</p> : <Prose html={html} language={language} />}
      <Heading level={3}>{reader.t('publishing.part.findings')}</Heading>
      <Findings reader={reader} findings={findings} version={{ body }} />
    </section>
  )
}
