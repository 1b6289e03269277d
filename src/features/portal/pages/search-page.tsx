import type { VNode } from 'preact'
import { FollowThis } from '../../../ui/follow.tsx'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { FilteredList, SearchBox } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { Missed } from '../../searches/index.ts'
import type { Found } from '../find-documents.ts'
import { kinds, longestWords, writeQuestion, type Kind, type Question } from '../question.ts'
import { followingOf } from './following-of.ts'
import { FoundList } from './found-list.tsx'
import { Namesakes } from './namesakes.tsx'
import { NothingFound } from './nothing-found.tsx'
import { columnTags } from './page-tags.ts'
import { addressOf, SearchFacets, SetFilters } from './search-facets.tsx'

export interface SearchPageProps {
  reader: Reader
  question: Question
  found: Found
  /** What may have been meant, where little or nothing was found. */
  meant: readonly string[]
  /** What the office decided about words that find nothing. */
  answer?: Missed | undefined
  /** The search was counted as one in vain. */
  isMissed?: boolean
}

/** What was found, and what to do when nothing was. */
export function SearchPage(props: SearchPageProps): VNode {
  const { reader, question } = props
  const isAsked = question.words !== ''
  const title = isAsked ? reader.t('portal.search.title-for', { words: question.words }) : reader.t('portal.search.title')
  return (
    <PublicPage
      reader={reader}
      title={title}
      section="search"
      wide
      following={isAsked ? followingOf(question, '/search') : undefined}
      meta={[
        ...columnTags({ name: reader.t('portal.search.title'), description: reader.t('portal.search.lead') }),
        { name: 'robots', content: 'noindex, follow' },
      ]}
    >
      <Heading>{reader.t('portal.search.title')}</Heading>
      <SearchBox reader={reader} value={question.words} large />
      {question.isCut ? <p class="gk-banner">{reader.t('portal.search.cut', { n: longestWords })}</p> : null}
      {isAsked ? <Results {...props} /> : <Lead>{reader.t('portal.search.lead')}</Lead>}
    </PublicPage>
  )
}

function Results({ reader, question, found, meant, answer, isMissed }: SearchPageProps) {
  const { kind } = question
  return (
    <>
      <Meant reader={reader} meant={meant} />
      <AlsoSearched reader={reader} question={question} found={found} />
      <Kinds reader={reader} question={question} />
      <Namesakes reader={reader} found={found} kind={kind} />
      {kind === 'unit' || kind === 'duty' ? (
        <NoNamesakes reader={reader} question={question} found={found} answer={answer} />
      ) : (
        <FoundDocuments {...{ reader, question, found, answer, isMissed }} />
      )}
      <FollowThis reader={reader} following={followingOf(question, '/search')} />
    </>
  )
}

function FoundDocuments({ reader, question, found, answer, isMissed }: Omit<SearchPageProps, 'meant'>) {
  const set = <SetFilters reader={reader} question={question} found={found} />
  // Without documents there is nothing to filter.
  if (found.documents.length === 0)
    return (
      <section class="gk-found" aria-label={reader.t('portal.kind.document')}>
        {set}
        <NothingFound reader={reader} question={question} answer={answer} isCounted={isMissed} />
      </section>
    )
  return (
    <FilteredList filters={<SearchFacets reader={reader} question={question} found={found} />}>
      {set}
      <FoundList reader={reader} question={question} found={found} path="/search">
        <Order reader={reader} question={question} />
      </FoundList>
      <KeepIt reader={reader} question={question} />
    </FilteredList>
  )
}

/** Did you mean one of these? */
function Meant({ reader, meant }: Pick<SearchPageProps, 'reader' | 'meant'>) {
  if (meant.length === 0) return null
  return (
    <p class="gk-meant">
      {reader.t('portal.search.meant')}{' '}
      {meant.map((words, at) => (
        <>
          {at > 0 ? ' · ' : ''}
          <a href={addressOf(reader, { words, isCut: false })}>{words}</a>
        </>
      ))}
    </p>
  )
}

function AlsoSearched({ reader, question, found }: Pick<SearchPageProps, 'reader' | 'question' | 'found'>) {
  if (question.isExact === true)
    return (
      <p class="gk-also">
        {reader.t('portal.search.exact')}{' '}
        <a href={addressOf(reader, { ...question, isExact: undefined, before: undefined })}>{reader.t('portal.search.exact.undo')}</a>
      </p>
    )
  if (found.alsoSearched.length === 0) return null
  return (
    <p class="gk-also">
      {reader.t('portal.search.also', { words: found.alsoSearched.join(reader.t('portal.search.also.comma')) })}{' '}
      <a href={addressOf(reader, { ...question, isExact: true, before: undefined })}>{reader.t('portal.search.also.exact')}</a>
    </p>
  )
}

function Kinds({ reader, question }: Pick<SearchPageProps, 'reader' | 'question'>) {
  const all: (Kind | undefined)[] = [undefined, ...kinds]
  return (
    <nav class="gk-kinds" aria-label={reader.t('portal.kind.label')}>
      <ul class="gk-kinds__list">
        {all.map((kind) => (
          <li>
            <a
              class="gk-kinds__kind"
              href={addressOf(reader, { ...question, kind, before: undefined })}
              aria-current={kind === question.kind ? 'page' : undefined}
            >
              {reader.t(`portal.kind.${kind ?? 'all'}`)}
            </a>
          </li>
        ))}
        <li>
          <a class="gk-kinds__kind" href={`${href(reader, '/search/names')}${writeQuestion({ words: question.words, isCut: false })}`}>
            {reader.t('portal.kind.names')}
          </a>
        </li>
      </ul>
    </nav>
  )
}

function Order({ reader, question }: Pick<SearchPageProps, 'reader' | 'question'>) {
  const isNewest = question.sort === 'newest'
  const way = (sort: 'newest' | undefined, label: string, isCurrent: boolean) =>
    isCurrent ? <strong>{label}</strong> : <a href={addressOf(reader, { ...question, sort, before: undefined })}>{label}</a>
  return (
    <>
      {reader.t('portal.sort.label')} {way(undefined, reader.t('portal.sort.fit'), !isNewest)} ·{' '}
      {way('newest', reader.t('portal.sort.newest'), isNewest)}
    </>
  )
}

/** The search's own address, for whoever wants to come back to it; and the way to the desk for those who work here. */
function KeepIt({ reader, question }: Pick<SearchPageProps, 'reader' | 'question'>) {
  const query = writeQuestion({ ...question, before: undefined })
  return (
    <p class="gk-keepit">
      <a href={`${href(reader, '/search')}${query}`}>{reader.t('portal.search.address')}</a> ·{' '}
      <a href={`${href(reader, '/desk/saved')}${query}`} rel="nofollow">
        {reader.t('portal.search.keep')}
      </a>
    </p>
  )
}

function NoNamesakes({ reader, question, found, answer }: Omit<SearchPageProps, 'meant'>) {
  const isEmpty = question.kind === 'unit' ? found.units.length === 0 : found.duties.length === 0
  return isEmpty ? <NothingFound reader={reader} question={question} answer={answer} /> : null
}
