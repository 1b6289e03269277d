import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Empty, Facts, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { frequencies } from '../frequency.ts'
import type { FollowerCounts } from '../queries-notices.ts'

interface Props {
  reader: Reader
  counts: FollowerCounts
  /** What is followed most, by its name. */
  most: readonly { name: string; n: number }[]
}

/** How many follow what: figures only, for nobody here needs to know who. */
export function FollowersPage({ reader, counts, most }: Props): VNode {
  const t = reader.t
  const title = t('subscriptions.desk.title')
  const of = (kind: 'list' | 'document', frequency: string) =>
    counts.follows.find((one) => one.kind === kind && one.frequency === frequency)?.n ?? 0
  return (
    <DeskPage reader={reader} title={title} section="followers">
      <Heading>{title}</Heading>
      <Lead>{t('subscriptions.desk.lead')}</Lead>
      <Facts
        rows={(['followers', 'unconfirmed', 'told', 'untold'] as const).map((figure) => ({
          label: t(`subscriptions.desk.${figure}`),
          value: String(counts[figure]),
        }))}
      />
      <Heading level={2}>{t('subscriptions.desk.often')}</Heading>
      <DataList
        caption={t('subscriptions.desk.often')}
        columns={[
          { label: t('subscriptions.follow.frequency') },
          { label: t('subscriptions.kind.list'), kind: 'number' },
          { label: t('subscriptions.kind.document'), kind: 'number' },
        ]}
        rows={frequencies.map((one) => ({ cells: [t(`subscriptions.frequency.${one}`), of('list', one), of('document', one)] }))}
      />
      <Heading level={2}>{t('subscriptions.desk.most')}</Heading>
      {most.length === 0 ? (
        <Empty title={t('subscriptions.desk.nobody')} />
      ) : (
        <DataList
          caption={t('subscriptions.desk.most')}
          columns={[{ label: t('subscriptions.desk.what') }, { label: t('subscriptions.desk.readers'), kind: 'number' }]}
          rows={most.map((one) => ({ cells: [one.name, one.n] }))}
        />
      )}
    </DeskPage>
  )
}
