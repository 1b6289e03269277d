import type { VNode } from 'preact'
import { excerpt, plainText } from '../../../platform/text/markdown.ts'
import { Code } from '../../../ui/code.tsx'
import { Files } from '../../../ui/entries.tsx'
import { FollowThis, type Following } from '../../../ui/follow.tsx'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { OnPaper } from '../../channels/index.ts'
import { showsText } from '../../publishing/index.ts'
import { documentPath, filePath, wholeAddress } from '../address.ts'
import { sayMinute } from '../moment.ts'
import type { DocumentView } from '../read-page.ts'
import { genreInWords } from './class-words.ts'
import { DocumentFacts } from './document-facts.tsx'
import { InLanguage } from './document-lines.tsx'
import { DocumentPledge } from './document-pledge.tsx'
import { StandingBanner } from './document-banner.tsx'
import { DocumentHistory, EmergencyBanner, Links } from './document-ties.tsx'
import { DocumentText } from './document-text.tsx'
import { articleTags } from './page-tags.ts'

/** A published document: what it says, what became of it, who answers for it, and how to check it. */
export function DocumentPage({ reader, view }: { reader: Reader; view: DocumentView }): VNode {
  const { document, version, unit } = view
  const isShown = showsText(document.standing)
  const path = documentPath(document.indexNumber)
  return (
    <PublicPage
      reader={reader}
      title={version.title}
      section="latest"
      description={isShown ? descriptionOf(view) : undefined}
      canonical={wholeAddress(reader.baseUrl, path, reader.lang)}
      alternates={[
        { hreflang: 'zh-CN', href: wholeAddress(reader.baseUrl, path, 'zh') },
        { hreflang: 'en', href: wholeAddress(reader.baseUrl, path, 'en') },
        { hreflang: 'x-default', href: wholeAddress(reader.baseUrl, path) },
      ]}
      meta={tagsOf(reader, view, isShown)}
      following={followingOf(view)}
    >
      <DocumentTrail reader={reader} view={view} />
      <StandingBanner reader={reader} view={view} />
      {isShown ? <EmergencyBanner reader={reader} emergency={view.emergency} /> : null}
      <Heading
        kicker={[
          genreInWords(reader, version.genre),
          [unit, ...view.jointUnits].map((one) => nameIn(reader, one)).join(reader.lang === 'zh' ? '、' : ', '),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <InLanguage reader={reader} lang={version.language}>
          {version.title}
        </InLanguage>
      </Heading>
      {isShown && version.summary !== '' ? (
        <Lead>
          <InLanguage reader={reader} lang={version.language}>
            {version.summary}
          </InLanguage>
        </Lead>
      ) : null}
      <Links reader={reader} title={reader.t('portal.document.replaces')} links={view.replaces} />
      <div class="gk-columns">
        <div>
          {isShown ? <DocumentText text={version.body} language={version.language} /> : <p>{reader.t('portal.document.no-text')}</p>}
          {isShown ? <DocumentFiles reader={reader} view={view} /> : null}
        </div>
        <aside aria-labelledby="facts">
          <Heading level={2} id="facts">
            {reader.t('portal.document.facts')}
          </Heading>
          <DocumentFacts reader={reader} view={view} isShown={isShown} />
        </aside>
      </div>
      <DocumentPledge reader={reader} pledge={view.pledge} />
      <DocumentHistory reader={reader} changes={view.changes} emergency={view.emergency} path={path} />
      <FollowThis reader={reader} following={followingOf(view)} />
      <Links reader={reader} title={reader.t('portal.document.related')} links={view.related} />
      <OnPaper
        reader={reader}
        indexNumber={document.indexNumber}
        isPrintable={document.standing === 'published'}
        posted={isShown ? view.posted : []}
      />
      <p>
        <a href={href(reader, '/verify')}>{reader.t('portal.document.verify')}</a>
      </p>
      {isShown ? (
        <div class="gk-print-only">
          <Code {...view.code} label={reader.t('portal.document.code')} />
        </div>
      ) : null}
    </PublicPage>
  )
}

function DocumentTrail({ reader, view }: { reader: Reader; view: DocumentView }) {
  const { line, unit } = view
  const step =
    line === undefined
      ? { label: nameIn(reader, unit), href: href(reader, `/units/${unit.code}`) }
      : { label: nameIn(reader, line.category), href: href(reader, `/catalogue/${line.category.code}`) }
  const top =
    line === undefined
      ? { label: reader.t('portal.trail.units'), href: href(reader, '/units') }
      : { label: reader.t('portal.trail.catalogue'), href: href(reader, '/catalogue') }
  return <Trail reader={reader} steps={[top, step, { label: view.document.indexNumber }]} />
}

/** What stays in public can be followed; so can what was taken back, for it may return. */
function followingOf({ document }: DocumentView): Following {
  return { target: `document=${encodeURIComponent(document.indexNumber)}`, feed: `${documentPath(document.indexNumber)}/feed` }
}

function DocumentFiles({ reader, view }: { reader: Reader; view: DocumentView }) {
  if (view.files.length === 0) return null
  return (
    <section aria-labelledby="files">
      <Heading level={2} id="files">
        {reader.t('portal.document.files')}
      </Heading>
      <Files
        files={view.files.map((file) => ({
          name: file.name,
          href: filePath(view.document.id, file),
          kind: kindOf(file.name),
          sizeBytes: file.sizeBytes,
        }))}
      />
    </section>
  )
}

/** `PDF` of `plan.pdf`. */
function kindOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? ''
}

function descriptionOf({ version }: DocumentView): string {
  return version.summary || excerpt(plainText(version.body), 160)
}

function tagsOf(reader: Reader, view: DocumentView, isShown: boolean) {
  const { document, version, unit, line } = view
  return articleTags({
    column: line === undefined ? reader.t('portal.latest.title') : nameIn(reader, line.category),
    title: version.title,
    publishedAt: view.older?.publishedOn ?? (document.publishedAt === undefined ? '' : sayMinute(document.publishedAt)),
    source: nameIn(reader, unit),
    keywords: isShown ? version.keywords : [],
    description: isShown ? descriptionOf(view) : '',
    address: wholeAddress(reader.baseUrl, documentPath(document.indexNumber), reader.lang),
  })
}
