import type { VNode } from 'preact'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { PromiseCalendar } from '../../../ui/promise-calendar.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { dueIn } from '../pledge.ts'
import type { OwnPromises } from '../read-promises.ts'
import { cellOf } from './kept-drawing.ts'
import { KeptFigures } from './kept-figures.tsx'
import { KeptStrip } from './kept-strip.tsx'
import { columnTags } from './page-tags.ts'
import { YearsToChoose } from './years-to-choose.tsx'

/** How one unit keeps its word: one period in figures, and its years under each other. */
export function OwnPromisesPage({ reader, own }: { reader: Reader; own: OwnPromises }): VNode {
  const { unit, year, months, byMonth } = own
  const name = nameIn(reader, unit)
  const title = reader.t('portal.account.own.title', { unit: name })
  return (
    <PublicPage reader={reader} title={title} section="units" wide meta={columnTags({ name: title, description: title })}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('portal.promises.title'), href: href(reader, '/promises') },
          { label: name, href: href(reader, `/units/${unit.code}`) },
        ]}
      />
      <Heading>{title}</Heading>
      <Lead>{reader.t('portal.account.own.lead')}</Lead>
      <YearsToChoose reader={reader} path={`/promises/units/${unit.code}`} year={year} />
      <KeptStrip reader={reader} kept={own.all} unit={unit.code} year={year} />
      {dueIn(own.all) === 0 ? null : (
        <>
          <Heading level={2}>{reader.t('portal.account.by-month')}</Heading>
          <KeptFigures reader={reader} about={name} months={months} byMonth={byMonth} year={year} unit={unit.code} />
        </>
      )}
      <Heading level={2}>{reader.t('portal.account.own.years')}</Heading>
      <PromiseCalendar
        reader={reader}
        caption={reader.t('portal.account.own.caption', { unit: name })}
        corner={reader.t('portal.account.column.year')}
        months={own.years[0]?.months.map((_, at) => `${own.years[0]?.year}-${String(at + 1).padStart(2, '0')}`) ?? []}
        isOfManyYears
        rows={own.years.map((row) => ({
          label: reader.t('portal.account.year', { year: row.year }),
          href: href(reader, `/promises/units/${unit.code}?year=${row.year}`),
          cells: row.months.map((tally, at) => cellOf(reader, unit.code, `${row.year}-${String(at + 1).padStart(2, '0')}`, tally)),
        }))}
      />
    </PublicPage>
  )
}
