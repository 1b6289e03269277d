import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../../ui/status.tsx'
import type { Unit } from '../../../organisations/index.ts'
import type { Errand } from '../queries.ts'

export interface ErrandsPageProps {
  reader: Reader
  errands: readonly Errand[]
  units: ReadonlyMap<number, Unit>
  /** One was just answered. */
  isAnswered: boolean
}

/** What the sections in reach were asked and have not answered, the nearest day first. */
export function ErrandsPage({ reader, errands, units, isAnswered }: ErrandsPageProps): VNode {
  const { t } = reader
  const title = t('applications.handling.errand.list')
  const unitOf = (errand: Errand) => units.get(errand.unitId)
  return (
    <DeskPage reader={reader} title={title} section="applications">
      {isAnswered ? (
        <NotificationBanner type="success" titleText={t('applications.said.title')} text={t('applications.handling.errand.answered')} />
      ) : null}
      <Heading>{title}</Heading>
      <Lead>{t('applications.handling.errand.lead')}</Lead>
      {errands.length === 0 ? (
        <Empty title={t('applications.handling.errand.none')} />
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: t('applications.handling.errand.asked') },
            { label: t('applications.handling.errand.due'), kind: 'day' },
            { label: t('applications.handling.errand.state'), kind: 'status' },
          ]}
          rows={errands.map((errand) => ({
            href: href(reader, `/desk/errands/${errand.id}`),
            note: nameIn(reader, unitOf(errand) ?? { nameZh: '', nameEn: '' }),
            cells: [
              errand.asked,
              <DateLine reader={reader} day={errand.dueOn} short />,
              errand.dueOn < reader.today ? (
                <StatusWord kind="overdue">{t('applications.handling.errand.overdue')}</StatusWord>
              ) : (
                <StatusWord kind="waiting">{t('applications.handling.errand.open')}</StatusWord>
              ),
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}
