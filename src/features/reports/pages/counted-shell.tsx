import type { ComponentChildren, VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Heading, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { Question } from '../figures/count-figures.ts'
import { figurePath, periodInWords, type Place } from './figure-words.ts'

export interface CountedShellProps {
  reader: Reader
  place: Place
  question: Question
  title: string
  description: string
  children: ComponentChildren
}

/** The frame of pages that set figures side by side, in public and at the desk. */
export function CountedShell({ reader, place, question, title, description, children }: CountedShellProps): VNode {
  const { t } = reader
  const { unit, period } = question
  const up = { unit: unit?.code, period: period.code }
  const kicker = `${unit === undefined ? t('account.whole-city') : nameIn(reader, unit)} · ${periodInWords(reader, period)}`
  const body = (
    <>
      <Trail
        reader={reader}
        steps={[{ label: t('account.title'), href: href(reader, figurePath(place, undefined, up)) }, { label: title }]}
      />
      <Heading kicker={kicker}>{title}</Heading>
      {children}
    </>
  )
  if (place === 'public')
    return (
      <PublicPage reader={reader} title={title} section="units" wide description={description}>
        {body}
      </PublicPage>
    )
  return (
    <DeskPage reader={reader} title={title} section="figures" wide>
      {body}
    </DeskPage>
  )
}
