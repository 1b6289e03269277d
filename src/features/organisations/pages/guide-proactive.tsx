import type { VNode } from 'preact'
import type { TermEdition } from '../../../platform/pack.ts'
import { sayMonthDay } from '../../../kernel/translate.ts'
import { Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { GuidePageProps } from './guide-props.ts'

/** The first part of a guide: what is published unasked, in which order, where, and by when. */
export function GuideProactive({ reader, unit, isWholeCity, categories, indexExample, statute, specialTerms }: GuidePageProps): VNode {
  return (
    <section aria-labelledby="proactive">
      <Heading level={2} id="proactive">
        {reader.t('organisations.guide.proactive.title')}
      </Heading>
      <p>{reader.t('organisations.guide.proactive.scope')}</p>
      {categories.length === 0 ? (
        <p>{reader.t('organisations.guide.proactive.nothing')}</p>
      ) : (
        <DataList
          caption={reader.t('organisations.guide.proactive.categories')}
          columns={[
            { label: reader.t('organisations.guide.proactive.category') },
            { label: reader.t('organisations.guide.proactive.lines'), kind: 'number' },
          ]}
          rows={categories.map((category) => ({
            href: `${href(reader, '/catalogue')}${isWholeCity ? '' : `?unit=${unit.code}`}#${category.code}`,
            note: category.parts.map((part) => nameIn(reader, part)).join(reader.lang === 'zh' ? '、' : ' · '),
            cells: [nameIn(reader, category), category.count],
          }))}
        />
      )}
      <Heading level={3}>{reader.t('organisations.guide.proactive.order')}</Heading>
      <p>{reader.t('organisations.guide.proactive.order-words')}</p>
      <p>{reader.t('organisations.guide.proactive.index', { example: indexExample })}</p>
      <Heading level={3}>{reader.t('organisations.guide.proactive.ways')}</Heading>
      <ul>
        {(['portal', 'places', 'boards', 'feeds'] as const).map((way) => (
          <li>{reader.t(`organisations.guide.proactive.way.${way}`)}</li>
        ))}
      </ul>
      <Heading level={3}>{reader.t('organisations.guide.proactive.limit')}</Heading>
      <p>
        {reader.t('organisations.guide.proactive.limit-words', {
          since: inLang(reader, statute, 'since'),
          length: lengthInWords(reader, statute),
        })}{' '}
        <span class="gk-quiet">{reader.t('organisations.guide.basis', { basis: inLang(reader, statute, 'basis') })}</span>
      </p>
      {specialTerms.length === 0 ? null : (
        <TermTable reader={reader} caption={reader.t('organisations.guide.proactive.special')} terms={specialTerms} />
      )}
    </section>
  )
}

/** Terms of the law as a table: for what, how long, since when it counts, on which basis. */
export function TermTable({ reader, caption, terms }: { reader: Reader; caption: string; terms: readonly TermEdition[] }): VNode {
  return (
    <DataList
      caption={caption}
      showCaption
      columns={[
        { label: reader.t('organisations.guide.term.subject') },
        { label: reader.t('organisations.guide.term.length') },
        { label: reader.t('organisations.guide.term.since') },
      ]}
      rows={terms.map((term) => ({
        cells: [inLang(reader, term, 'subject'), lengthInWords(reader, term), inLang(reader, term, 'since')],
        note: inLang(reader, term, 'basis'),
      }))}
    />
  )
}

function inLang(reader: Reader, term: TermEdition, part: 'subject' | 'since' | 'basis'): string {
  return reader.lang === 'zh' ? term[`${part}Zh`] : term[`${part}En`]
}

/** `20 working days`, `5 hours`, `each quarter`, as the law gives it. */
export function lengthInWords(reader: Reader, term: TermEdition): string {
  if ('days' in term) return reader.t(`organisations.guide.length.${term.count}`, { n: term.days })
  if ('hours' in term) return reader.t('organisations.guide.length.hours', { n: term.hours })
  if ('every' in term) return reader.t(`organisations.guide.length.${term.every}`)
  if ('by' in term) return reader.t('organisations.guide.length.by', { day: sayMonthDay(term.by, reader.lang) })
  return reader.t('organisations.guide.length.at-once')
}
