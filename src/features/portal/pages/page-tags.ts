import type { MetaTag } from '../../../ui/document.tsx'

/** The tags of a column: what it is called and what stands in it. */
export function columnTags(column: { name: string; description: string }): MetaTag[] {
  return [
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
export function articleTags(article: Article): MetaTag[] {
  return [
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
