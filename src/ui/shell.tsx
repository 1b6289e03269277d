import type { ComponentChildren, VNode } from 'preact'
import { Document, addressIn, cityName, htmlLang, type Alternate, type MetaTag } from './document.tsx'
import { Mark } from './mark.tsx'
import type { Following } from './follow.tsx'
import { href, inLanguage, type Reader } from './reader.ts'

export type PublicSection = 'home' | 'catalogue' | 'latest' | 'units' | 'guide' | 'search'

export interface PublicPageProps {
  reader: Reader
  /** What the page is; the name of the city follows by itself. */
  title: string
  description?: string | undefined
  /** The entry of the navigation that this page stands under. */
  section?: PublicSection | undefined
  /** The permanent address, whole, when it is not simply this page's own. */
  canonical?: string | undefined
  /** The other languages of this page; left out: all of them; `[]`: none. */
  alternates?: Alternate[] | undefined
  meta?: MetaTag[] | undefined
  /** What can be followed here: its feeds are found from the page. */
  following?: Following | undefined
  /** Use the whole width of the sheet: lists with filters, the promise calendar. */
  wide?: boolean | undefined
  hasErrors?: boolean | undefined
  children: ComponentChildren
}

const sections = [
  { section: 'catalogue', path: '/catalogue', word: 'ui.nav.catalogue' },
  { section: 'latest', path: '/latest', word: 'ui.nav.latest' },
  { section: 'units', path: '/units', word: 'ui.nav.units' },
  { section: 'guide', path: '/guide', word: 'ui.nav.guide' },
  { section: 'search', path: '/search', word: 'ui.nav.search' },
] as const

/** A page of the public site: the whole document, from `<html>` to the licence line. */
export function PublicPage({ reader, section, children, ...rest }: PublicPageProps): VNode {
  return (
    <Document reader={reader} kind="public" {...rest}>
      <header class="gk-header">
        <div class="gk-header__sheet">
          <a class="gk-brand" href={href(reader, '/')} aria-current={section === 'home' ? 'page' : undefined}>
            <Mark size={44} />
            <span class="gk-brand__words">
              <span class="gk-brand__city">{cityName(reader)}</span>
              <span class="gk-brand__product">{reader.t('ui.brand.public')}</span>
            </span>
          </a>
          <LanguageSwitch reader={reader} />
          <nav class="gk-nav" aria-label={reader.t('ui.nav.label')}>
            <ul class="gk-nav__list">
              {sections.map((item) => (
                <li>
                  <a class="gk-nav__link" href={href(reader, item.path)} aria-current={item.section === section ? 'page' : undefined}>
                    {reader.t(item.word)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="main" class="gk-main">
        {children}
      </main>
      <Footer reader={reader} canonical={rest.canonical} />
    </Document>
  )
}

/** Links to this page in the other languages, in those languages. */
export function LanguageSwitch({ reader }: { reader: Reader }): VNode {
  const other = reader.lang === 'zh' ? 'en' : 'zh'
  return (
    <a class="gk-language" href={`${inLanguage(other, reader.path)}${reader.query}`} lang={htmlLang(other)} hreflang={htmlLang(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </a>
  )
}

function Footer({ reader, canonical }: { reader: Reader; canonical: string | undefined }): VNode {
  const links = [
    { path: '/about', word: 'ui.footer.about' },
    { path: '/sitemap', word: 'ui.footer.sitemap' },
    { path: '/feed.xml', word: 'ui.footer.feed' },
    { path: '/desk', word: 'ui.footer.staff' },
  ] as const
  return (
    <footer class="gk-footer">
      <div class="gk-footer__sheet">
        <div class="gk-footer__office">
          <p class="gk-footer__name">{reader.t('ui.footer.office', { city: cityName(reader) })}</p>
          <p>
            {reader.t('ui.footer.office-says')} <a href={`${href(reader, '/guide')}#office`}>{reader.t('ui.footer.office-link')}</a>
          </p>
        </div>
        <nav aria-label={reader.t('ui.footer.label')}>
          <ul class="gk-footer__links">
            {links.map((link) => (
              <li>
                <a href={href(reader, link.path)}>{reader.t(link.word)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="gk-print-only">{reader.t('ui.footer.address', { address: canonical ?? addressIn(reader, reader.lang) })}</p>
        <p class="gk-footer__licence">
          <Mark size={20} />
          <span>
            <span class="gk-wordmark">
              <span lang="zh-CN">公开</span> Gongkai
            </span>
            <span class="gk-footer__terms">
              {reader.t('ui.footer.licence')}
              {reader.city.siteCode ? ` · ${reader.t('ui.footer.site-code', { code: reader.city.siteCode })}` : ''}
            </span>
          </span>
        </p>
      </div>
    </footer>
  )
}
