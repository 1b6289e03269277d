import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { missedViews, type MissedLine, type MissedView } from '../read-missed.ts'
import { WeekBars } from './week-bars.tsx'

/** What the public searches for in vain: possible duties, what has been published since, and what was decided. */
export function MissedListPage({ reader, view, lines }: { reader: Reader; view: MissedView; lines: readonly MissedLine[] }): VNode {
  const { t } = reader
  return (
    <DeskPage reader={reader} title={t('searches.title')} section="searches" wide>
      <Heading>{t('searches.title')}</Heading>
      <Lead>{t('searches.lead')}</Lead>
      <nav class="gk-kinds" aria-label={t('searches.views')}>
        <ul class="gk-kinds__list">
          {missedViews.map((one) => (
            <li>
              <a class="gk-kinds__kind" href={href(reader, `/desk/searches?view=${one}`)} aria-current={one === view ? 'page' : undefined}>
                {t(`searches.view.${one}`)}
              </a>
            </li>
          ))}
          <li>
            <a class="gk-kinds__kind" href={href(reader, '/desk/synonyms')}>
              {t('searches.synonyms.title')}
            </a>
          </li>
        </ul>
      </nav>
      {lines.length === 0 ? (
        <Empty title={t(`searches.empty.${view}`)}>{t('searches.empty.how')}</Empty>
      ) : (
        <>
          <ListHead count={t('searches.count', { n: lines.length })} />
          <DataList
            caption={t('searches.title')}
            columns={[
              { label: t('searches.words') },
              { label: t('searches.by-week') },
              { label: t('searches.times'), kind: 'number' },
              { label: t('searches.state'), kind: 'status' },
            ]}
            rows={lines.map((line) => ({
              href: href(reader, `/desk/searches/${line.id}`),
              cells: [line.words, <WeekBars reader={reader} weeks={line.weeks} />, line.times, stateOf(reader, line)],
            }))}
          />
        </>
      )}
    </DeskPage>
  )
}

/** What has become of the words, in words. */
export function stateOf(reader: Reader, line: MissedLine): string {
  if (line.decision !== undefined) return reader.t(`searches.decided.${line.decision}`)
  return line.foundOn === undefined ? reader.t('searches.open') : reader.t('searches.found', { on: line.foundOn })
}
