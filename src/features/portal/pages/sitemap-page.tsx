import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { Category } from '../../catalogue/index.ts'

const pages = [
  'latest',
  'changes',
  'clarifications',
  'search',
  'catalogue',
  'units',
  'guide',
  'channels',
  'gazettes',
  'promises',
  'account',
  'reports',
  'applications',
  'apply',
  'calendar',
  'about',
  'verify',
] as const

/** Every part of the site on one page. */
export function SitemapPage({ reader, categories }: { reader: Reader; categories: readonly Category[] }): VNode {
  const title = reader.t('portal.sitemap.title')
  const under = (parentId: number | undefined): Category[] => categories.filter((one) => one.parentId === parentId)
  return (
    <PublicPage reader={reader} title={title}>
      <Heading>{title}</Heading>
      <ul>
        {pages.map((page) => (
          <li>
            <a href={href(reader, `/${page}`)}>{reader.t(`portal.sitemap.${page}`)}</a>
            {page === 'catalogue' ? <Branch reader={reader} categories={under(undefined)} under={under} /> : null}
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}

function Branch({
  reader,
  categories,
  under,
}: {
  reader: Reader
  categories: readonly Category[]
  under: (parentId: number) => Category[]
}): VNode | null {
  if (categories.length === 0) return null
  return (
    <ul>
      {categories.map((category) => (
        <li>
          <a href={href(reader, `/catalogue/${category.code}`)}>{nameIn(reader, category)}</a>
          <Branch reader={reader} categories={under(category.id)} under={under} />
        </li>
      ))}
    </ul>
  )
}
