import type { VNode } from 'preact'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { PromiseCalendar } from '../../../ui/promise-calendar.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { dueIn } from '../pledge.ts'
import type { Promises } from '../read-promises.ts'
import { cellOf } from './kept-drawing.ts'
import { KeptFigures } from './kept-figures.tsx'
import { KeptStrip } from './kept-strip.tsx'
import { columnTags } from './page-tags.ts'
import { YearsToChoose } from './years-to-choose.tsx'

/** The city's honesty on one page: how promises were kept in all, month by month, and unit by unit, each number with its list. */
export function PromisesPage({ reader, promises }: { reader: Reader; promises: Promises }): VNode {
  const title = reader.t('portal.promises.title')
  const lead = reader.t('portal.promises.lead')
  const { year, months, byMonth } = promises
  return (
    <PublicPage reader={reader} title={title} section="units" wide description={lead} meta={columnTags({ name: title, description: lead })}>
      <Heading>{title}</Heading>
      <Lead>{lead}</Lead>
      <YearsToChoose reader={reader} path="/promises" year={year} />
      <KeptStrip reader={reader} kept={promises.all} year={year} />
      <p>
        <a href={`${href(reader, '/about')}#counting`}>{reader.t('portal.pledge.how')}</a>
      </p>
      {dueIn(promises.all) === 0 ? null : (
        <>
          <Heading level={2}>{reader.t('portal.account.by-month')}</Heading>
          <KeptFigures reader={reader} about={reader.t('portal.account.all-units')} months={months} byMonth={byMonth} year={year} />
          <Heading level={2}>{reader.t('portal.account.by-unit')}</Heading>
          <PromiseCalendar
            reader={reader}
            caption={reader.t('portal.promises.caption')}
            months={months}
            rows={promises.rows.map(({ unit, months: tallies }) => ({
              label: nameIn(reader, unit),
              href: href(reader, `/promises/units/${unit.code}`),
              cells: tallies.map((tally, at) => cellOf(reader, unit.code, months[at] ?? '', tally)),
            }))}
          />
        </>
      )}
    </PublicPage>
  )
}
