import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { type RecordLine, RecordLines } from '../../../ui/record-lines.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { ListedSystem } from '../tokens/read-systems.ts'
import { DoneBanner } from './done-banner.tsx'
import { type SystemValues, TokenFields, wordOf } from './new-system-page.tsx'
import { TokenStateWord } from './systems-page.tsx'

export interface SystemPageProps {
  reader: Reader
  listed: ListedSystem
  record: readonly RecordLine[]
  values: SystemValues
  reason: string
  errors: FieldError[]
  done: string | undefined
  longestDays: number
}

/** One system: what its token may do, until when, what happened to it; a new token, or the end of this one. */
export function SystemPage(props: SystemPageProps): VNode {
  const { reader, listed, record, errors, done } = props
  const t = reader.t
  const mayManage = reader.may('systems.manage', listed.unit.path)
  return (
    <DeskPage reader={reader} title={listed.system.name} section="systems" hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <DoneBanner reader={reader} done={done} />
      <Heading kicker={<a href={href(reader, '/desk/systems')}>{t('accounts.systems.title')}</a>}>{listed.system.name}</Heading>
      <Lead>{t('accounts.system.lead', { unit: nameIn(reader, listed.unit), person: nameIn(reader, listed.responsible) })}</Lead>
      <SystemFacts reader={reader} listed={listed} />
      {mayManage ? <Forms {...props} /> : null}
      <Heading level={2}>{t('accounts.system.record')}</Heading>
      <RecordLines reader={reader} lines={record} say={(act) => saidAct(reader, act)} />
    </DeskPage>
  )
}

function SystemFacts({ reader, listed: { system } }: { reader: Reader; listed: ListedSystem }) {
  const t = reader.t
  return (
    <Facts
      rows={[
        { label: t('accounts.state'), value: <TokenStateWord reader={reader} system={system} /> },
        { label: t('accounts.system.pseudonym'), value: <code>system:{system.id}</code> },
        { label: t('accounts.system.prefix'), value: <code>gk_{system.prefix}_…</code> },
        {
          label: t('accounts.systems.scopes'),
          value: (
            <ul class="gk-plain">
              {system.scopes.map((scope) => (
                <li>
                  {t(`accounts.scope.${wordOf(scope)}`)} <code>{scope}</code>
                </li>
              ))}
            </ul>
          ),
        },
        { label: t('accounts.system.issued'), value: <DateLine reader={reader} day={dayOf(system.issuedAt)} /> },
        { label: t('accounts.until'), value: <DateLine reader={reader} day={system.expiresOn} /> },
        {
          label: t('accounts.systems.used'),
          value: system.lastUsedOn === undefined ? t('accounts.systems.never') : <DateLine reader={reader} day={system.lastUsedOn} />,
        },
      ]}
    />
  )
}

function Forms({ reader, listed, values, reason, errors, longestDays }: SystemPageProps) {
  const t = reader.t
  const action = `/desk/systems/${listed.system.id}`
  return (
    <>
      <Heading level={2}>{t('accounts.system.renew')}</Heading>
      <p>{t('accounts.system.renew.lead')}</p>
      <Form reader={reader} action={action} label={t('accounts.system.renew')}>
        <input type="hidden" name="act" value="renew" />
        <TokenFields reader={reader} values={values} errors={errors} longestDays={longestDays} />
        <Actions>
          <Button classes="govuk-button--secondary" text={t('accounts.system.renew')} />
        </Actions>
      </Form>
      {listed.system.revokedAt === undefined ? (
        <>
          <Heading level={2}>{t('accounts.system.revoke')}</Heading>
          <p>{t('accounts.system.revoke.lead')}</p>
          <Form reader={reader} action={action} label={t('accounts.system.revoke')}>
            <input type="hidden" name="act" value="revoke" />
            <TextareaField reader={reader} name="reason" label={t('accounts.reason')} value={reason} rows={2} errors={errors} />
            <Actions>
              <Button classes="govuk-button--warning" text={t('accounts.system.revoke')} />
            </Actions>
          </Form>
        </>
      ) : null}
    </>
  )
}

function saidAct(reader: Reader, act: string): string {
  const known = (['issue-token', 'revoke-token'] as const).find((one) => act === `accounts.${one}`)
  return known === undefined ? act : reader.t(`desk.record.act.accounts.${known}`)
}
