import type { VNode } from 'preact'
import { Empty } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { Missed } from '../../searches/index.ts'
import { countFilters, filterNames, withFilter, type Question } from '../question.ts'
import { addressOf } from './search-facets.tsx'

export interface NothingFoundProps {
  reader: Reader
  question: Question
  answer?: Missed | undefined
  /** The search goes to the office, as what may be missing. */
  isCounted?: boolean | undefined
}

/** What to do now: take a filter away, search in another way, look elsewhere, ask. What was decided about these words stands first. */
export function NothingFound({ reader, question, answer, isCounted }: NothingFoundProps): VNode {
  const bare: Question = { words: question.words, isCut: false }
  const set = filterNames.filter((name) => question[name] !== undefined)
  return (
    <Empty title={reader.t('portal.search.nothing', { words: question.words })}>
      <ul>
        {answer?.decision === 'elsewhere' ? (
          <li>
            <a href={answer.link.startsWith('/') ? href(reader, answer.link) : answer.link}>
              {reader.t('portal.search.nothing.elsewhere')}
            </a>
          </li>
        ) : null}
        {answer?.decision === 'duty' ? <li>{reader.t('portal.search.nothing.to-come')}</li> : null}
        {set.length < 2
          ? null
          : set.map((name) => (
              <li>
                <a href={addressOf(reader, withFilter(question, name, undefined))}>
                  {reader.t('portal.search.nothing.without', { filter: reader.t(`portal.facet.${name}`) })}
                </a>
              </li>
            ))}
        {countFilters(question) > 0 ? (
          <li>
            <a href={addressOf(reader, bare)}>{reader.t('portal.search.nothing.filters')}</a>
          </li>
        ) : null}
        {question.isExact === true ? (
          <li>
            <a href={addressOf(reader, { ...question, isExact: undefined, before: undefined })}>
              {reader.t('portal.search.nothing.synonyms')}
            </a>
          </li>
        ) : null}
        <li>{reader.t('portal.search.nothing.words')}</li>
        <li>
          {reader.t('portal.search.nothing.try')}{' '}
          {(['one', 'two', 'three'] as const).map((one, at) => (
            <>
              {at > 0 ? ' · ' : ''}
              <a href={addressOf(reader, { words: reader.t(`portal.search.example.${one}`), isCut: false })}>
                {reader.t(`portal.search.example.${one}`)}
              </a>
            </>
          ))}
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
      {isCounted ? <p class="gk-empty__small">{reader.t('portal.search.nothing.counted')}</p> : null}
    </Empty>
  )
}
