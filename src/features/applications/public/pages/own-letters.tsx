import type { VNode } from 'preact'
import { Files } from '../../../../ui/entries.tsx'
import { Heading } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import type { StoredLetter } from '../../replying/queries.ts'
import type { OwnCase } from '../read-own-case.ts'

/** The letters that were sent, whole, and the files that were handed over with them. */
export function OwnLetters({ reader, own: { letters, handed } }: { reader: Reader; own: OwnCase }): VNode | null {
  if (letters.length === 0) return null
  return (
    <section>
      <Heading level={2}>{reader.t('apply.track.letters')}</Heading>
      {letters.map((letter) => (
        <Letter reader={reader} letter={letter} />
      ))}
      {handed.length === 0 ? null : (
        <>
          <Heading level={3}>{reader.t('apply.track.files')}</Heading>
          <Files
            files={handed.map((file) => ({
              ...{ name: file.name, href: href(reader, `/track/files/${file.id}`), sizeBytes: file.sizeBytes },
              kind: (/\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1] ?? file.mediaType).toUpperCase(),
            }))}
          />
        </>
      )}
    </section>
  )
}

function Letter({ reader, letter }: { reader: Reader; letter: StoredLetter }) {
  const isOwn = reader.lang === 'en' && letter.bodyEn !== ''
  const paragraphs = (isOwn ? letter.bodyEn : letter.body).split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <article>
      <Heading level={3} kicker={letter.number === '' ? undefined : letter.number}>
        {letter.title}
      </Heading>
      {letter.service?.sentOn === undefined ? null : (
        <p class="gk-quiet">
          <DateLine reader={reader} day={letter.service.sentOn} />
        </p>
      )}
      <div class="gk-prose" lang={isOwn ? 'en' : 'zh-CN'}>
        {paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
      <p class="gk-no-print">
        <a href={href(reader, `/track/letters/${letter.id}/paper.pdf`)}>{reader.t('applications.reply.pdf')}</a>
        {' · '}
        <a href={href(reader, `/track/letters/${letter.id}/paper.docx`)}>{reader.t('applications.reply.docx')}</a>
      </p>
    </article>
  )
}
