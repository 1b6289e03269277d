import type { VNode } from 'preact'
import { SelectField } from '../../../ui/field.tsx'
import { Actions, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { frequencies, type Frequency } from '../frequency.ts'

/** One thing that a reader follows. */
export interface OwnLine {
  id: number
  kind: 'list' | 'document'
  name: string
  frequency: Frequency
}

export interface OwnPageProps {
  reader: Reader
  token: string
  /** What this link asks to confirm. */
  asked: OwnLine | undefined
  follows: readonly OwnLine[]
  done: 'confirm' | 'keep' | 'frequency' | 'stop' | undefined
  /** Nothing was heard of the reader for long: they are asked whether they still read. */
  isSilent: boolean
}

/** A reader's own page, opened by a link out of a mail: what to confirm, what is followed, how often, and the way out. */
export function OwnPage({ reader, token, asked, follows, done, isSilent }: OwnPageProps): VNode {
  const title = reader.t('subscriptions.own.title')
  return (
    <PublicPage reader={reader} title={title} meta={[{ name: 'robots', content: 'noindex' }]} alternates={[]}>
      {done === undefined ? null : (
        <div class="gk-banner gk-banner--done" role="status">
          <p>{reader.t(`subscriptions.own.done.${done}`)}</p>
        </div>
      )}
      <Heading>{title}</Heading>
      {asked === undefined ? null : <Confirm reader={reader} token={token} asked={asked} />}
      {isSilent ? <StillThere reader={reader} token={token} /> : null}
      {asked !== undefined && follows.length === 0 ? null : <Lead>{reader.t('subscriptions.own.lead')}</Lead>}
      {follows.map((line) => (
        <Followed reader={reader} token={token} line={line} />
      ))}
      {follows.length === 0 && asked === undefined ? <Empty title={reader.t('subscriptions.own.nothing')} /> : null}
      {follows.length === 0 ? null : (
        <p>
          <a href={href(reader, `/follow/stop/${token}`)}>{reader.t('subscriptions.own.stop-all')}</a>
        </p>
      )}
    </PublicPage>
  )
}

function Confirm({ reader, token, asked }: { reader: Reader; token: string; asked: OwnLine }) {
  return (
    <Form reader={reader} action={`/follow/mine/${token}`}>
      <p>
        <strong>{asked.name}</strong>
        <br />
        {reader.t(`subscriptions.kind.${asked.kind}`)} · {reader.t(`subscriptions.frequency.${asked.frequency}`)}
      </p>
      <Actions>
        <Button text={reader.t('subscriptions.own.confirm')} name="act" value="confirm" />
      </Actions>
    </Form>
  )
}

function StillThere({ reader, token }: { reader: Reader; token: string }) {
  return (
    <Form reader={reader} action={`/follow/mine/${token}`}>
      <p class="gk-measure">{reader.t('subscriptions.own.silent')}</p>
      <Actions>
        <Button text={reader.t('subscriptions.own.keep')} name="act" value="keep" />
      </Actions>
    </Form>
  )
}

function Followed({ reader, token, line }: { reader: Reader; token: string; line: OwnLine }) {
  const hidden = <span class="govuk-visually-hidden">: {line.name}</span>
  return (
    <section class="gk-own" aria-labelledby={`follow-${line.id}`}>
      <Heading level={2} id={`follow-${line.id}`}>
        {line.name}
      </Heading>
      <p class="gk-quiet">{reader.t(`subscriptions.kind.${line.kind}`)}</p>
      <Form reader={reader} action={`/follow/mine/${token}`} class="gk-own__form" label={line.name}>
        <input type="hidden" name="follow" value={String(line.id)} />
        <SelectField
          reader={reader}
          name={`frequency-${line.id}`}
          label={reader.t('subscriptions.follow.frequency')}
          value={line.frequency}
          options={frequencies.map((one) => ({ value: one, label: reader.t(`subscriptions.frequency.${one}`) }))}
        />
        <Actions>
          <button class="govuk-button govuk-button--secondary" type="submit" name="act" value="frequency">
            {reader.t('subscriptions.own.save')}
            {hidden}
          </button>
          <button class="govuk-button govuk-button--secondary" type="submit" name="act" value="stop">
            {reader.t('subscriptions.own.stop')}
            {hidden}
          </button>
        </Actions>
      </Form>
    </section>
  )
}
