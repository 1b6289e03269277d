import type { ComponentChildren, VNode } from 'preact'
import { Heading, Lead } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'

export interface NotePageProps {
  reader: Reader
  note: 'stopped' | 'sent-before' | 'key-used'
  /** Code of the unit that was asked. */
  unit: string
  children?: ComponentChildren
}

/** One thing to be told about a form: that nothing was sent, that it was sent already, or that it was sent with other words before. */
export function NotePage({ reader, note, unit, children }: NotePageProps): VNode {
  const title = reader.t(`apply.note.${note}.title`)
  return (
    <PublicPage reader={reader} title={title} meta={[{ name: 'robots', content: 'noindex' }]}>
      <Heading>{title}</Heading>
      <Lead>{reader.t(`apply.note.${note}.lead`)}</Lead>
      {children}
      <ul>
        {note === 'stopped' ? null : (
          <li>
            <a href={href(reader, '/track')}>{reader.t('apply.note.track')}</a>
          </li>
        )}
        <li>
          <a href={href(reader, `/apply/${unit}`)}>{reader.t('apply.note.another')}</a>
        </li>
        <li>
          <a href={href(reader, '/')}>{reader.t('apply.note.home')}</a>
        </li>
      </ul>
    </PublicPage>
  )
}
