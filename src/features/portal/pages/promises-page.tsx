import type { VNode } from 'preact'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { PromiseCalendar } from '../../../ui/promise-calendar.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { dueIn, worstOf } from '../pledge.ts'
import type { Promises } from '../read-promises.ts'
import { KeptStrip } from './kept-strip.tsx'
import { columnTags } from './page-tags.ts'

/** Units down, months across: who kept its word, and the list behind every cell. */
export function PromisesPage({ reader, promises }: { reader: Reader; promises: Promises }): VNode {
  const title = reader.t('portal.promises.title')
  const lead = reader.t('portal.promises.lead')
  return (
    <PublicPage reader={reader} title={title} section="units" wide description={lead} meta={columnTags({ name: title, description: lead })}>
      <Heading>{title}</Heading>
      <Lead>{lead}</Lead>
      <KeptStrip reader={reader} kept={promises.all} />
      <p>
        <a href={`${href(reader, '/about')}#counting`}>{reader.t('portal.pledge.how')}</a>
      </p>
      {dueIn(promises.all) === 0 ? null : (
        <PromiseCalendar
          reader={reader}
          caption={reader.t('portal.promises.caption')}
          months={promises.months}
          rows={promises.rows.map(({ unit, months }) => ({
            label: nameIn(reader, unit),
            href: href(reader, `/units/${unit.code}`),
            cells: months.map((tally, at) => {
              const worst = worstOf(tally)
              const list = `/promises/list?ending=${worst.state}&unit=${unit.code}&month=${promises.months[at]}`
              return { ...worst, href: worst.state === 'nothing-due' ? undefined : href(reader, list) }
            }),
          }))}
        />
      )}
    </PublicPage>
  )
}
