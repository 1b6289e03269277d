import type { VNode } from 'preact'
import { htmlLang } from '../../../ui/document.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { StatusWord, type StatusKind } from '../../../ui/status.tsx'
import type { Stage, Standing } from '../document.ts'

export interface Stated {
  stage: Stage
  standing: Standing
  isSentBack?: boolean | undefined
  isCorrection?: boolean | undefined
}

const kindOfStanding: Record<Standing, StatusKind> = {
  unpublished: 'neutral',
  published: 'done',
  cancelled: 'neutral',
  ended: 'neutral',
  withdrawn: 'refused',
  replaced: 'neutral',
  removed: 'refused',
  kept: 'neutral',
}

/** A title in the language that it is written in, which may not be the page's. */
export function inItsLanguage(title: string, { language }: { language: 'zh' | 'en' }): VNode {
  return <span lang={htmlLang(language)}>{title}</span>
}

/** Where a document is, in one word with a shape. */
export function StateWord({ reader, document }: { reader: Reader; document: Stated }): VNode {
  return <StatusWord kind={kindOf(document)}>{stateInWords(reader, document)}</StatusWord>
}

/** The same without the shape. */
export function stateInWords(reader: Reader, { stage, standing, isSentBack, isCorrection }: Stated): string {
  if (stage === 'released') return reader.t(`publishing.standing.${standing}`)
  const words = isSentBack ? reader.t('publishing.state.sent-back') : reader.t(`publishing.stage.${stage}`)
  return isCorrection ? reader.t('publishing.state.correcting', { stage: words }) : words
}

function kindOf({ stage, standing, isSentBack }: Stated): StatusKind {
  if (isSentBack) return 'refused'
  if (stage === 'released') return kindOfStanding[standing]
  return stage === 'draft' || stage === 'dropped' ? 'neutral' : 'waiting'
}
