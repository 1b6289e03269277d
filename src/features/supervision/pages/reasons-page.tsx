import type { VNode } from 'preact'
import { Empty, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { Reason } from '../reasons/reason.ts'

interface Named {
  code: string
  nameZh: string
  nameEn: string
}

export interface ReasonsPageProps {
  reader: Reader
  rows: readonly { reason: Reason; unit: Named; line: Named; category: Named }[]
}

/** The columns of the public catalogue in which nothing stands for a reason that the office has accepted. */
export function ReasonsPage({ reader, rows }: ReasonsPageProps): VNode {
  const t = reader.t
  const title = t('supervision.public.title')
  return (
    <PublicPage reader={reader} title={title} section="catalogue" wide description={t('supervision.public.lead')}>
      <Trail reader={reader} steps={[{ label: t('catalogue.public.title'), href: href(reader, '/catalogue') }, { label: title }]} />
      <Heading>{title}</Heading>
      <Lead>{t('supervision.public.lead')}</Lead>
      {rows.length === 0 ? (
        <Empty title={t('supervision.public.none')}>{t('supervision.public.none-lead')}</Empty>
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: t('supervision.public.line') },
            { label: t('supervision.public.until'), kind: 'day' },
            { label: t('supervision.unit') },
            { label: t('supervision.reason.words') },
          ]}
          rows={rows.map(({ reason, unit, line, category }) => ({
            href: href(reader, `/catalogue/${category.code}`),
            note: nameIn(reader, category),
            cells: [
              nameIn(reader, line),
              <DateLine reader={reader} day={reason.untilOn} />,
              <a href={href(reader, `/units/${unit.code}`)}>{nameIn(reader, unit)}</a>,
              reason.words,
            ],
          }))}
        />
      )}
    </PublicPage>
  )
}
