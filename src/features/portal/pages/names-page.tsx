import type { VNode } from 'preact'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { SearchBox } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { longestWords, writeQuestion, type Question } from '../question.ts'
import { suggestionKinds, type Suggestion } from '../suggest-words.ts'

/** Everything whose name begins with what was typed or holds it: what the list under the search field shows, for browsers without a script. */
export function NamesPage({
  reader,
  question,
  suggestions,
}: {
  reader: Reader
  question: Question
  suggestions: readonly Suggestion[]
}): VNode {
  const { words } = question
  const title = words === '' ? reader.t('portal.names.title') : reader.t('portal.names.title-for', { words })
  return (
    <PublicPage reader={reader} title={title} section="search" meta={[{ name: 'robots', content: 'noindex, follow' }]}>
      <Heading>{title}</Heading>
      <Lead>{reader.t('portal.names.lead')}</Lead>
      <SearchBox reader={reader} value={words} action="/search/names" large />
      {question.isCut ? <p class="gk-banner">{reader.t('portal.search.cut', { n: longestWords })}</p> : null}
      {words !== '' && suggestions.length === 0 ? (
        <Empty title={reader.t('portal.names.nothing', { words })}>
          <a href={`${href(reader, '/search')}${writeQuestion({ words, isCut: false })}`}>{reader.t('portal.names.search')}</a>
        </Empty>
      ) : null}
      {suggestionKinds.map((kind) => {
        const own = suggestions.filter((one) => one.kind === kind)
        return own.length === 0 ? null : (
          <section aria-labelledby={`names-${kind}`}>
            <Heading level={2} id={`names-${kind}`}>
              {reader.t(`portal.names.kind.${kind}`)}
            </Heading>
            <ul>
              {own.map((one) => (
                <li>
                  <a href={href(reader, one.path)}>{one.text}</a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </PublicPage>
  )
}
