import type { VNode } from 'preact'
import { cityName } from '../../../ui/document.tsx'
import { Ways } from '../../../ui/entries.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { SearchBox } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { Home } from '../read-home.ts'
import { DocumentLines } from './document-lines.tsx'
import { KeptStrip } from './kept-strip.tsx'

/** The front door: find, what is new, how the city keeps its word, and the ways in. */
export function HomePage({ reader, home }: { reader: Reader; home: Home }): VNode {
  const lead = reader.t('portal.home.lead', { city: cityName(reader) })
  return (
    <PublicPage reader={reader} title={reader.t('portal.home.title')} section="home" description={lead}>
      <div class="gk-band">
        <Heading>{reader.t('portal.home.heading', { city: cityName(reader) })}</Heading>
        <Lead>{lead}</Lead>
        <SearchBox reader={reader} large />
      </div>
      <Ways
        ways={entrances.map((way) => ({
          href: href(reader, way.path),
          title: reader.t(`portal.way.${way.name}`),
          text: reader.t(`portal.way.${way.name}.text`),
        }))}
      />
      <section aria-labelledby="new">
        <Heading level={2} id="new">
          {reader.t('portal.home.new')}
        </Heading>
        {home.newest.length === 0 ? (
          <Empty title={reader.t('portal.home.no-news')} />
        ) : (
          <>
            <DocumentLines reader={reader} documents={home.newest} units={home.places.units} />
            <p>
              <a href={href(reader, '/latest')}>{reader.t('portal.home.all-new')}</a>
            </p>
          </>
        )}
      </section>
      <section aria-labelledby="word">
        <Heading level={2} id="word">
          {reader.t('portal.home.word')}
        </Heading>
        <KeptStrip reader={reader} kept={home.kept} />
        <p>
          <a href={href(reader, '/promises')}>{reader.t('portal.home.promises')}</a>
          {' · '}
          <a href={href(reader, '/account')}>{reader.t('portal.home.account')}</a>
          {' · '}
          <a href={href(reader, '/reports')}>{reader.t('portal.home.reports')}</a>
        </p>
      </section>
      <Shelves reader={reader} shelves={home.shelves} />
    </PublicPage>
  )
}

const entrances = [
  { name: 'catalogue', path: '/catalogue' },
  { name: 'units', path: '/units' },
  { name: 'guide', path: '/guide' },
  { name: 'promises', path: '/promises' },
] as const

function Shelves({ reader, shelves }: { reader: Reader; shelves: Home['shelves'] }) {
  if (shelves.length === 0) return null
  const comma = reader.lang === 'zh' ? '、' : ', '
  return (
    <section aria-labelledby="shelves">
      <Heading level={2} id="shelves">
        {reader.t('portal.home.catalogue')}
      </Heading>
      <Ways
        ways={shelves.map(({ category, below }) => ({
          href: href(reader, `/catalogue/${category.code}`),
          title: nameIn(reader, category),
          text: below.map((one) => nameIn(reader, one)).join(comma),
        }))}
      />
    </section>
  )
}
