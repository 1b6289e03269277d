import type { ComponentChildren, VNode } from 'preact'
import type { Unit } from '../../../organisations/index.ts'
import { ErrorBox, type FieldError } from '../../../../ui/form.tsx'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'
import { screens, type Screen } from '../screen.ts'

export interface ApplyFrameProps {
  reader: Reader
  unit: Unit
  screen: Screen
  title: string
  lead: string
  errors: FieldError[]
  children: ComponentChildren
}

/** One screen of the form: where in it one is, what is asked here, what must be mended. */
export function ApplyFrame({ reader, unit, screen, title, lead, errors, children }: ApplyFrameProps): VNode {
  const step = screens.indexOf(screen) + 1
  return (
    <PublicPage reader={reader} title={title} hasErrors={errors.length > 0} alternates={[]} meta={[{ name: 'robots', content: 'noindex' }]}>
      <Trail reader={reader} steps={[{ label: reader.t('apply.title'), href: href(reader, '/apply') }, { label: nameIn(reader, unit) }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={reader.t('apply.step', { step, steps: screens.length })}>{title}</Heading>
      <Lead>{lead}</Lead>
      {children}
    </PublicPage>
  )
}
