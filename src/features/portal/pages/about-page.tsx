import type { VNode } from 'preact'
import { cityName } from '../../../ui/document.tsx'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'

const parts = [
  { name: 'site', texts: ['what', 'who', 'free'] },
  { name: 'languages', texts: ['both', 'documents'] },
  { name: 'access', texts: ['how', 'gaps', 'report'] },
  { name: 'counting', texts: ['due', 'on-time', 'late', 'empty', 'days', 'excluded'] },
  { name: 'privacy', texts: ['none', 'record'] },
] as const

/** What this site is, in which languages, for whom it works, and how its numbers are counted. */
export function AboutPage({ reader }: { reader: Reader }): VNode {
  const title = reader.t('portal.about.title')
  const words = { city: cityName(reader) }
  return (
    <PublicPage reader={reader} title={title} description={reader.t('portal.about.lead', words)}>
      <Heading>{title}</Heading>
      <Lead>{reader.t('portal.about.lead', words)}</Lead>
      {parts.map((part) => (
        <section aria-labelledby={part.name}>
          <Heading level={2} id={part.name}>
            {reader.t(`portal.about.${part.name}.title`)}
          </Heading>
          {paragraphs(reader, part, words)}
        </section>
      ))}
      <section aria-labelledby="machines">
        <Heading level={2} id="machines">
          {reader.t('portal.about.machines.title')}
        </Heading>
        <ul>
          <li>
            <a href={href(reader, '/feed.xml')}>{reader.t('portal.about.machines.feed')}</a>
          </li>
          <li>
            <a href={href(reader, '/api')}>{reader.t('portal.about.machines.api')}</a>
          </li>
          <li>
            <a href={href(reader, '/verify')}>{reader.t('portal.about.machines.verify')}</a>
          </li>
        </ul>
      </section>
    </PublicPage>
  )
}

function paragraphs(reader: Reader, part: (typeof parts)[number], words: { city: string }) {
  switch (part.name) {
    case 'site':
      return part.texts.map((text) => <p>{reader.t(`portal.about.site.${text}`, words)}</p>)
    case 'languages':
      return part.texts.map((text) => <p>{reader.t(`portal.about.languages.${text}`)}</p>)
    case 'access':
      return part.texts.map((text) => <p>{reader.t(`portal.about.access.${text}`)}</p>)
    case 'counting':
      return (
        <ul>
          {part.texts.map((text) => (
            <li>{reader.t(`portal.about.counting.${text}`)}</li>
          ))}
        </ul>
      )
    case 'privacy':
      return part.texts.map((text) => <p>{reader.t(`portal.about.privacy.${text}`)}</p>)
  }
}
