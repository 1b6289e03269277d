import type { MetaTag } from '../../../ui/document.tsx'
import { cityName } from '../../../ui/document.tsx'
import type { Reader } from '../../../ui/reader.ts'

/** The page tags that collectors of government sites read on every page (site development guide, 国办函〔2017〕47号). */
export function siteTags(reader: Reader): MetaTag[] {
  return [
    { name: 'SiteName', content: reader.t('portal.site', { city: cityName(reader) }) },
    { name: 'SiteDomain', content: new URL(reader.baseUrl).host },
    { name: 'SiteIDCode', content: reader.city.siteCode },
  ]
}

/** The tags of a column: what it is called and what stands in it. */
export function columnTags(reader: Reader, column: { name: string; description: string }): MetaTag[] {
  return [
    ...siteTags(reader),
    { name: 'ColumnName', content: column.name },
    { name: 'ColumnDescription', content: column.description },
    { name: 'ColumnKeywords', content: column.name },
    { name: 'ColumnType', content: column.name },
  ]
}

export interface Article {
  column: string
  title: string
  /** `YYYY-MM-DD HH:MM` */
  publishedAt: string
  source: string
  keywords: readonly string[]
  description: string
  address: string
}

/** The tags of one article. */
export function articleTags(reader: Reader, article: Article): MetaTag[] {
  return [
    ...siteTags(reader),
    { name: 'ColumnName', content: article.column },
    { name: 'ColumnType', content: article.column },
    { name: 'ArticleTitle', content: article.title },
    { name: 'PubDate', content: article.publishedAt },
    { name: 'ContentSource', content: article.source },
    { name: 'Keywords', content: article.keywords.join(';') },
    { name: 'Description', content: article.description },
    { name: 'Url', content: article.address },
  ].filter((tag) => tag.content !== '')
}
