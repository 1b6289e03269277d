import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { ListedSystem } from '../tokens/read-systems.ts'
import { type System, tokenState } from '../tokens/system.ts'

/** The systems of units that speak to the API, who answers for each, and whether its token still counts. */
export function SystemsPage({ reader, systems }: { reader: Reader; systems: readonly ListedSystem[] }): VNode {
  const t = reader.t
  return (
    <DeskPage reader={reader} title={t('accounts.systems.title')} section="systems" wide>
      <Heading>{t('accounts.systems.title')}</Heading>
      <Lead>{t('accounts.systems.lead')}</Lead>
      <Actions>
        {reader.may('systems.manage') ? <Button href={href(reader, '/desk/systems/new')} text={t('accounts.systems.new')} /> : null}
        <a href={href(reader, '/api')}>{t('accounts.systems.docs')}</a>
      </Actions>
      {systems.length === 0 ? (
        <Empty title={t('accounts.systems.empty')}>{t('accounts.systems.empty.now')}</Empty>
      ) : (
        <List reader={reader} systems={systems} />
      )}
    </DeskPage>
  )
}

function List({ reader, systems }: { reader: Reader; systems: readonly ListedSystem[] }) {
  const t = reader.t
  return (
    <DataList
      caption={t('accounts.systems.title')}
      columns={[
        { label: t('accounts.systems.name') },
        { label: t('accounts.until'), kind: 'day' },
        { label: t('accounts.state'), kind: 'status' },
        { label: t('accounts.systems.responsible') },
        { label: t('accounts.systems.used'), kind: 'day' },
      ]}
      rows={systems.map(({ system, unit, responsible }) => ({
        href: href(reader, `/desk/systems/${system.id}`),
        note: nameIn(reader, unit),
        cells: [
          system.name,
          <DateLine reader={reader} day={system.expiresOn} />,
          <TokenStateWord reader={reader} system={system} />,
          nameIn(reader, responsible),
          system.lastUsedOn === undefined ? (
            <span class="gk-quiet">{t('accounts.systems.never')}</span>
          ) : (
            <DateLine reader={reader} day={system.lastUsedOn} short />
          ),
        ],
      }))}
    />
  )
}

/** Does the token of a system still count? */
export function TokenStateWord({ reader, system }: { reader: Reader; system: System }): VNode {
  const state = tokenState(system, reader.today)
  const kinds = { counts: 'done', expired: 'neutral', revoked: 'refused' } as const
  return <StatusWord kind={kinds[state]}>{reader.t(`accounts.systems.state.${state}`)}</StatusWord>
}
