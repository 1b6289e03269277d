import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, TextareaField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { Waiver } from '../posts/waiver.ts'
import { DoneBanner } from './done-banner.tsx'
import { UnitField, type UnitChoice } from './unit-field.tsx'

export interface ListedWaiver extends Waiver {
  unit: { nameZh: string; nameEn: string }
  grantedBy: { nameZh: string; nameEn: string }
}

export interface WaiversPageProps {
  reader: Reader
  waivers: readonly ListedWaiver[]
  /** The units for which this reader may grant one; none: the form is not shown. */
  units: readonly UnitChoice[]
  values: Record<'unit' | 'reason' | 'sinceOn' | 'untilOn', string>
  errors: FieldError[]
  done: string | undefined
}

/** Units that may do with fewer people than author, reviewer and signer, why, and until when. */
export function WaiversPage(props: WaiversPageProps): VNode {
  const { reader, waivers, units, errors, done } = props
  const title = reader.t('accounts.waivers.title')
  return (
    <DeskPage reader={reader} title={title} section="people" hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <DoneBanner reader={reader} done={done} />
      <Heading kicker={<a href={href(reader, '/desk/people')}>{reader.t('accounts.people.title')}</a>}>{title}</Heading>
      <Lead>{reader.t('accounts.waivers.lead')}</Lead>
      {waivers.length === 0 ? <Empty title={reader.t('accounts.waivers.empty')} /> : <List reader={reader} waivers={waivers} />}
      {units.length === 0 ? null : <GrantForm {...props} />}
    </DeskPage>
  )
}

function List({ reader, waivers }: { reader: Reader; waivers: readonly ListedWaiver[] }) {
  return (
    <DataList
      caption={reader.t('accounts.waivers.title')}
      columns={[
        { label: reader.t('accounts.unit') },
        { label: reader.t('accounts.since'), kind: 'day' },
        { label: reader.t('accounts.until'), kind: 'day' },
        { label: reader.t('accounts.state'), kind: 'status' },
        { label: reader.t('accounts.waivers.by') },
      ]}
      rows={waivers.map((waiver) => ({
        note: waiver.reason,
        cells: [
          nameIn(reader, waiver.unit),
          <DateLine reader={reader} day={waiver.sinceOn} />,
          <DateLine reader={reader} day={waiver.untilOn} />,
          <WaiverState reader={reader} waiver={waiver} />,
          nameIn(reader, waiver.grantedBy),
        ],
      }))}
    />
  )
}

function WaiverState({ reader, waiver }: { reader: Reader; waiver: Waiver }) {
  if (waiver.untilOn < reader.today) return <StatusWord kind="neutral">{reader.t('accounts.post.over')}</StatusWord>
  if (waiver.sinceOn > reader.today) return <StatusWord kind="waiting">{reader.t('accounts.post.later')}</StatusWord>
  return <StatusWord kind="due-soon">{reader.t('accounts.waivers.runs')}</StatusWord>
}

function GrantForm({ reader, units, values, errors }: WaiversPageProps) {
  return (
    <Form reader={reader} action="/desk/waivers" keep label={reader.t('accounts.waivers.grant')}>
      <Heading level={2}>{reader.t('accounts.waivers.grant')}</Heading>
      <UnitField reader={reader} units={units} value={values.unit} errors={errors} />
      <TextareaField
        reader={reader}
        name="reason"
        label={reader.t('accounts.reason')}
        hint={reader.t('accounts.waivers.reason')}
        value={values.reason}
        rows={3}
        errors={errors}
      />
      <DateField reader={reader} name="sinceOn" label={reader.t('accounts.since')} value={values.sinceOn} errors={errors} />
      <DateField reader={reader} name="untilOn" label={reader.t('accounts.until')} value={values.untilOn} errors={errors} />
      <Actions>
        <Button text={reader.t('accounts.waivers.grant')} />
      </Actions>
    </Form>
  )
}
