import type { VNode } from 'preact'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { FollowThis } from '../../../ui/follow.tsx'
import { FilteredList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { followingOf } from './following-of.ts'
import { FoundFilters } from './found-filters.tsx'
import { FoundList, type FoundPageProps } from './found-list.tsx'
import { columnTags } from './page-tags.ts'

/** Everything that was published, the newest first. */
export function LatestPage({ reader, question, found, units }: FoundPageProps): VNode {
  const title = reader.t('portal.latest.title')
  const lead = reader.t('portal.latest.lead')
  const following = followingOf(question, '/latest')
  return (
    <PublicPage
      reader={reader}
      title={title}
      section="latest"
      wide
      description={lead}
      meta={columnTags({ name: title, description: lead })}
      following={following}
    >
      <Heading kicker={dutyTitle(reader, question, found)}>{title}</Heading>
      <Lead>
        {lead} <a href={href(reader, '/changes')}>{reader.t('portal.changes.title')}</a>
      </Lead>
      <FollowThis reader={reader} following={following} />
      <FilteredList
        filters={<FoundFilters reader={reader} action="/latest" question={question} units={units} categories={found.places.categories} />}
      >
        {found.documents.length === 0 ? (
          <Empty title={reader.t('portal.latest.nothing')}>
            <a href={href(reader, '/latest')}>{reader.t('portal.latest.all')}</a>
          </Empty>
        ) : (
          <FoundList reader={reader} question={{ ...question, words: '' }} found={found} path="/latest" />
        )}
      </FilteredList>
    </PublicPage>
  )
}

/** The line of the catalogue whose documents these are, when only one was asked for. */
function dutyTitle(reader: Reader, question: FoundPageProps['question'], found: FoundPageProps['found']): string | undefined {
  const duty = found.places.everyDuty.find((one) => one.code === question.duty)
  return duty && nameIn(reader, { nameZh: duty.titleZh, nameEn: duty.titleEn })
}
