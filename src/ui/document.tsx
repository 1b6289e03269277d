import type { ComponentChildren, VNode } from 'preact'
import { feedPath, type Following } from './follow.tsx'
import { href, inLanguage, nameIn, type Reader } from './reader.ts'

/** A `<meta name content>` pair, as gov.cn page tags ask for them (`SiteName`, `ColumnName`, `ArticleTitle` …). */
export interface MetaTag {
  name: string
  content: string
}

/** The same page in another language; `href` is a whole address, because search engines want one. */
export interface Alternate {
  hreflang: string
  href: string
}

export interface DocumentProps {
  reader: Reader
  /** What this page is, without the name of the site. */
  title: string
  kind: 'public' | 'desk'
  description?: string | undefined
  canonical?: string | undefined
  alternates?: Alternate[] | undefined
  meta?: MetaTag[] | undefined
  /** What can be followed here: its feeds are found from the page. */
  following?: Following | undefined
  /** The form on the page was refused: said first in the title, so that a screen reader hears it first. */
  hasErrors?: boolean | undefined
  /** Use the whole width of the sheet. */
  wide?: boolean | undefined
  children: ComponentChildren
}

/** The whole `<html>` element around a page. The doctype is added where the page is turned into text. */
export function Document({
  reader,
  title,
  kind,
  description,
  canonical,
  alternates,
  meta = [],
  following,
  hasErrors,
  wide,
  children,
}: DocumentProps): VNode {
  return (
    <html lang={htmlLang(reader.lang)} class={wide ? `gk gk--${kind} gk--wide` : `gk gk--${kind}`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{pageTitle(reader, title, kind, hasErrors)}</title>
        {description ? <meta name="description" content={description} /> : null}
        {kind === 'desk' ? (
          <meta name="robots" content="noindex" />
        ) : (
          <PublicLinks reader={reader} canonical={canonical} alternates={alternates} following={following} />
        )}
        {[...(kind === 'public' ? siteTags(reader) : []), ...meta].map((tag) => (
          <meta name={tag.name} content={tag.content} />
        ))}
        <meta name="theme-color" content="#ffffff" />
        <link rel="icon" href="/assets/img/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/gongkai.css" />
        <script src="/assets/gongkai.js" defer></script>
      </head>
      <body>
        <a class="gk-skip" href="#main">
          {reader.t('ui.shell.skip')}
        </a>
        {children}
      </body>
    </html>
  )
}

/** The value of `lang` in HTML for a language of ours. */
export function htmlLang(lang: Reader['lang']): 'zh-CN' | 'en' {
  return lang === 'zh' ? 'zh-CN' : 'en'
}

/** The name of the city in the reader's language. */
export function cityName(reader: Reader): string {
  return nameIn(reader, reader.city)
}

/** What the whole site is called. */
export function siteName(reader: Reader): string {
  return reader.t('ui.site', { city: cityName(reader) })
}

/** The page tags that collectors of government sites read on every page (site development guide, 国办函〔2017〕47号). */
function siteTags(reader: Reader): MetaTag[] {
  return [
    { name: 'SiteName', content: siteName(reader) },
    { name: 'SiteDomain', content: new URL(reader.baseUrl).host },
    { name: 'SiteIDCode', content: reader.city.siteCode },
  ].filter((tag) => tag.content !== '')
}

/** The address of this very page in a language, whole. */
export function addressIn(reader: Reader, lang: Reader['lang']): string {
  return `${reader.baseUrl}${inLanguage(lang, reader.path)}`
}

function PublicLinks({
  reader,
  canonical,
  alternates,
  following,
}: {
  reader: Reader
  canonical: string | undefined
  alternates: Alternate[] | undefined
  following: Following | undefined
}) {
  return (
    <>
      <link rel="canonical" href={canonical ?? addressIn(reader, reader.lang)} />
      {(alternates ?? everyLanguage(reader)).map((other) => (
        <link rel="alternate" hreflang={other.hreflang} href={other.href} />
      ))}
      {following === undefined ? null : <OwnFeeds reader={reader} following={following} />}
      <link rel="alternate" type="application/atom+xml" title={reader.t('ui.footer.feed')} href={href(reader, '/feed.xml')} />
      <link rel="search" type="application/opensearchdescription+xml" title={siteName(reader)} href={href(reader, '/opensearch.xml')} />
    </>
  )
}

function OwnFeeds({ reader, following }: { reader: Reader; following: Following }) {
  const title = reader.t('ui.follow.feed')
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={href(reader, feedPath(following, 'xml'))} />
      <link rel="alternate" type="application/feed+json" title={title} href={href(reader, feedPath(following, 'json'))} />
    </>
  )
}

function everyLanguage(reader: Reader): Alternate[] {
  return [
    { hreflang: 'zh-CN', href: addressIn(reader, 'zh') },
    { hreflang: 'en', href: addressIn(reader, 'en') },
    { hreflang: 'x-default', href: `${reader.baseUrl}${reader.path}` },
  ]
}

function pageTitle(reader: Reader, title: string, kind: DocumentProps['kind'], hasErrors: boolean | undefined): string {
  const city = cityName(reader)
  const whole = reader.t(kind === 'desk' ? 'ui.title.desk' : 'ui.title.public', { title, city })
  return hasErrors ? reader.t('ui.title.error', { title: whole }) : whole
}
