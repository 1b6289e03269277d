import type { VNode } from 'preact'
import type { WordKey } from '../../../../kernel/words.ts'
import { sayMoment } from '../../../../ui/chain.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Empty, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { StatusWord } from '../../../../ui/status.tsx'
import type { Unit } from '../../../organisations/index.ts'
import type { MailboxState } from '../mailbox.ts'

export interface MailboxesPageProps {
  reader: Reader
  /** Units that take applications, each with what is known of its mailbox. */
  counters: readonly { unit: Unit; state: MailboxState | undefined }[]
  /** Letters that the mail server of the house passes on are taken. */
  isListening: boolean
  /** The code of the unit that was chosen. */
  typed: string
  errors: FieldError[]
}

/** From which mailbox the letters to each unit are fetched, and how that went. No password is ever shown. */
export function MailboxesPage({ reader, counters, isListening, typed, errors }: MailboxesPageProps): VNode {
  const { t } = reader
  const title = t('applications.mail.mailboxes')
  return (
    <DeskPage reader={reader} title={title} section="applications" wide hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: t('applications.list.title'), href: href(reader, '/desk/applications') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{t('applications.mail.mailboxes-lead')}</Lead>
      <p>{t(isListening ? 'applications.mail.listening' : 'applications.mail.not-listening')}</p>
      {counters.length === 0 ? (
        <Empty title={t('applications.mail.no-counters')} />
      ) : (
        <>
          <Mailboxes reader={reader} counters={counters} caption={title} />
          <MailboxForm reader={reader} counters={counters} typed={typed} errors={errors} />
        </>
      )}
    </DeskPage>
  )
}

function Mailboxes({ reader, counters, caption }: Pick<MailboxesPageProps, 'reader' | 'counters'> & { caption: string }): VNode {
  const { t } = reader
  return (
    <DataList
      caption={caption}
      columns={[
        { label: t('applications.mail.unit') },
        { label: t('applications.mail.mailbox') },
        { label: t('applications.mail.collected'), kind: 'day' },
        { label: t('applications.mail.state'), kind: 'status' },
        { label: t('applications.mail.forwarded') },
      ]}
      rows={counters.map(({ unit, state }) => ({
        cells: [
          nameIn(reader, unit),
          <Shown reader={reader} unit={unit} state={state} />,
          state?.collectedAt === undefined ? '' : sayMoment(new Date(state.collectedAt), reader),
          <How reader={reader} state={state} />,
          unit.email,
        ],
      }))}
    />
  )
}

function Shown({ reader, unit, state }: { reader: Reader; unit: Unit; state: MailboxState | undefined }): VNode {
  if ((state?.hash ?? '') === '') return <>{reader.t('applications.mail.no-mailbox')}</>
  return (
    <>
      {state?.shown}
      <Form reader={reader} action="/desk/applications/mailboxes" label={reader.t('applications.mail.remove')}>
        <input type="hidden" name="unit" value={unit.code} />
        <button class="gk-linkbutton" type="submit" name="act" value="remove">
          {reader.t('applications.mail.remove')}
          <span class="govuk-visually-hidden">: {nameIn(reader, unit)}</span>
        </button>
      </Form>
    </>
  )
}

function How({ reader, state }: { reader: Reader; state: MailboxState | undefined }): VNode | null {
  const { t } = reader
  if ((state?.hash ?? '') === '') return null
  if (state?.fault !== undefined) return <StatusWord kind="overdue">{t(`applications.mail.fault.${state.fault}` as WordKey)}</StatusWord>
  if (state?.collectedAt === undefined) return <StatusWord kind="waiting">{t('applications.mail.not-yet')}</StatusWord>
  if (state.failures !== undefined) return <StatusWord kind="due-soon">{t('applications.mail.again', { n: state.failures })}</StatusWord>
  return <StatusWord kind="done">{t('applications.mail.fine')}</StatusWord>
}

function MailboxForm({ reader, counters, typed, errors }: Omit<MailboxesPageProps, 'isListening'>): VNode {
  const { t } = reader
  return (
    <section id="set">
      <Heading level={2}>{t('applications.mail.set')}</Heading>
      <Form reader={reader} action="/desk/applications/mailboxes" label={t('applications.mail.set')}>
        <SelectField
          reader={reader}
          errors={errors}
          name="unit"
          label={t('applications.mail.unit')}
          value={typed}
          options={[
            { value: '', label: t('applications.choose') },
            ...counters.map(({ unit }) => ({ value: unit.code, label: nameIn(reader, unit) })),
          ]}
        />
        <TextField
          reader={reader}
          errors={errors}
          name="address"
          type="password"
          label={t('applications.mail.address')}
          hint={t('applications.mail.address-hint')}
          autocomplete="new-password"
        />
        <Actions>
          <Button text={t('applications.mail.set-button')} />
        </Actions>
      </Form>
    </section>
  )
}
