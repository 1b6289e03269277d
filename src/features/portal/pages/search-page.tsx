import type { VNode } from 'preact'
import { sayNumber } from '../../../kernel/translate.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { FollowThis } from '../../../ui/follow.tsx'
import { FilteredList, ListHead, Pager, SearchBox } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { countCap, weighed } from '../../publishing/index.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Found } from '../find-documents.ts'
import { longestWords, writeQuestion, type Question } from '../question.ts'
import { DocumentLines } from './document-lines.tsx'
import { followingOf } from './following-of.ts'
import { FoundFilters } from './found-filters.tsx'
import { columnTags } from './page-tags.ts'

export interface FoundPageProps {
  reader: Reader
  question: Question
  found: Found
  /** The units that the filter offers. */
  units: readonly Unit[]
}

/** What was found, and what to do when nothing was. */
export function SearchPage({ reader, question, found, units }: FoundPageProps): VNode {
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
      {isAsked ? (
        <Results reader={reader} question={question} found={found} units={units} />
      ) : (
        <Lead>{reader.t('portal.search.lead')}</Lead>
      )}
    </PublicPage>
  )
}

function Results({ reader, question, found, units }: FoundPageProps) {
  const filters = <FoundFilters reader={reader} action="/search" question={question} units={units} categories={found.places.categories} />
  return (
    <>
      <FollowThis reader={reader} following={followingOf(question, '/search')} />
      <Namesakes reader={reader} found={found} />
      <FilteredList filters={filters}>
        {found.documents.length === 0 ? (
          <NothingFound reader={reader} question={question} />
        ) : (
          <FoundList reader={reader} question={question} found={found} path="/search" />
        )}
      </FilteredList>
    </>
  )
}

/** The documents that were found, how many there are, and the way on. */
export function FoundList({ reader, question, found, path }: Omit<FoundPageProps, 'units'> & { path: string }): VNode {
  return (
    <>
      <ListHead count={howMany(reader, found.total)} />
      <DocumentLines reader={reader} documents={found.documents} units={found.places.units} />
      {question.words !== '' && found.total > weighed && found.next === undefined ? (
        <p>{reader.t('portal.search.weighed', { n: weighed })}</p>
      ) : null}
      <Pager
        reader={reader}
        newer={question.before === undefined ? undefined : `${href(reader, path)}${writeQuestion(question)}`}
        older={found.next === undefined ? undefined : `${href(reader, path)}${writeQuestion(question, found.next)}`}
      />
    </>
  )
}

function howMany(reader: Reader, total: number): string {
  if (total > countCap) return reader.t('portal.found.more', { n: sayNumber(countCap, reader.lang) })
  return reader.t('portal.found.count', { n: total })
}

/** What answers to the very number or name that was typed. */
function Namesakes({ reader, found }: { reader: Reader; found: Found }) {
  return (
    <>
      {found.numbered.length === 0 ? null : (
        <section aria-labelledby="numbered">
          <Heading level={2} id="numbered">
            {reader.t('portal.search.numbered')}
          </Heading>
          <DocumentLines reader={reader} documents={found.numbered} units={found.places.units} />
        </section>
      )}
      <LinkList
        reader={reader}
        id="units"
        title={reader.t('portal.search.units')}
        links={found.units.map((unit) => ({ path: `/units/${unit.code}`, name: nameIn(reader, unit) }))}
      />
      <LinkList
        reader={reader}
        id="duties"
        title={reader.t('portal.search.duties')}
        links={found.duties.flatMap((duty) => {
          const category = found.places.categories.find((one) => one.id === duty.categoryId)
          const name = reader.lang === 'zh' ? duty.titleZh : duty.titleEn
          return category === undefined
            ? []
            : [{ path: `/catalogue/${category.code}#${duty.code}`, name: `${name} · ${nameIn(reader, category)}` }]
        })}
      />
    </>
  )
}

function LinkList({ reader, id, title, links }: { reader: Reader; id: string; title: string; links: { path: string; name: string }[] }) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      <ul>
        {links.map((link) => (
          <li>
            <a href={href(reader, link.path)}>{link.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NothingFound({ reader, question }: { reader: Reader; question: Question }) {
  const bare: Question = { words: question.words, isCut: false }
  const hasFilters = writeQuestion(bare) !== writeQuestion({ ...question, before: undefined })
  return (
    <Empty title={reader.t('portal.search.nothing', { words: question.words })}>
      <ul>
        {hasFilters ? (
          <li>
            <a href={`${href(reader, '/search')}${writeQuestion(bare)}`}>{reader.t('portal.search.nothing.filters')}</a>
          </li>
        ) : null}
        <li>{reader.t('portal.search.nothing.words')}</li>
        <li>
          {reader.t('portal.search.nothing.try')}{' '}
          {(['one', 'two', 'three'] as const).map((one, at) => {
            const words = reader.t(`portal.search.example.${one}`)
            return (
              <>
                {at > 0 ? ' · ' : ''}
                <a href={`${href(reader, '/search')}${writeQuestion({ words, isCut: false })}`}>{words}</a>
              </>
            )
          })}
        </li>
        <li>
          <a href={href(reader, '/catalogue')}>{reader.t('portal.search.nothing.catalogue')}</a>
        </li>
        <li>
          <a href={href(reader, '/units')}>{reader.t('portal.search.nothing.units')}</a>
        </li>
        <li>
          <a href={`${href(reader, '/guide')}#office`}>{reader.t('portal.search.nothing.office')}</a>
        </li>
      </ul>
    </Empty>
  )
}
