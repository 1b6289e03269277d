import type { VNode } from 'preact'
import { saySize } from '../../../../ui/entries.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Details } from '../../../../ui/govuk/index.ts'
import { Empty, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { sayMoment } from '../../../../ui/chain.tsx'
import type { Unit } from '../../../organisations/index.ts'
import type { Candidate } from '../candidate.ts'

export interface MailListPageProps {
  reader: Reader
  units: readonly Unit[]
  /** The oldest of those that people wrote. */
  letters: readonly Candidate[]
  /** The oldest of those that machines seem to have written. */
  automatic: readonly Candidate[]
  /** How many letters of people wait altogether. */
  count: number
  /** What was just done. */
  said: string
}

/** Letters by mail that wait to be decided about: when they came and from whom, under a mask. What they say is seen when they are opened. */
export function MailListPage({ reader, units, letters, automatic, count, said }: MailListPageProps): VNode {
  const { t } = reader
  const title = t('applications.mail.title')
  return (
    <DeskPage reader={reader} title={title} section="applications">
      <Trail
        reader={reader}
        steps={[{ label: t('applications.list.title'), href: href(reader, '/desk/applications') }, { label: title }]}
      />
      <Heading>{title}</Heading>
      <Lead>{t('applications.mail.lead')}</Lead>
      {said === '' ? null : <p role="status">{t('applications.mail.said.refused')}</p>}
      {reader.may('applications.counters') ? (
        <p>
          <a href={href(reader, '/desk/applications/mailboxes')}>{t('applications.mail.mailboxes')}</a>
        </p>
      ) : null}
      {letters.length === 0 ? (
        <Empty title={t('applications.mail.none')} />
      ) : (
        <>
          <ListHead count={t('applications.mail.count', { n: count, shown: letters.length })} />
          <Letters reader={reader} units={units} letters={letters} caption={title} />
        </>
      )}
      {automatic.length === 0 ? null : (
        <Details summaryText={t('applications.mail.automatic', { n: automatic.length })}>
          <p>{t('applications.mail.automatic-lead')}</p>
          <Letters reader={reader} units={units} letters={automatic} caption={t('applications.mail.automatic', { n: automatic.length })} />
        </Details>
      )}
    </DeskPage>
  )
}

function Letters({
  reader,
  units,
  letters,
  caption,
}: Pick<MailListPageProps, 'reader' | 'units' | 'letters'> & { caption: string }): VNode {
  const { t } = reader
  const unitOf = (id: number) => units.find((unit) => unit.id === id)
  return (
    <DataList
      caption={caption}
      columns={[
        { label: t('applications.mail.letter') },
        { label: t('applications.mail.arrived'), kind: 'day' },
        { label: t('applications.mail.from') },
        { label: t('applications.mail.unit') },
        { label: t('applications.mail.size'), kind: 'number' },
      ]}
      rows={letters.map((one) => {
        const unit = unitOf(one.unitId)
        return {
          href: href(reader, `/desk/applications/mail/${one.id}`),
          cells: [
            t('applications.mail.number', { id: one.id }),
            sayMoment(one.arrivedAt, reader),
            one.maskedFrom === '' ? t('applications.mail.nobody') : one.maskedFrom,
            unit === undefined ? '' : nameIn(reader, unit),
            saySize(one.sizeBytes),
          ],
        }
      })}
    />
  )
}
