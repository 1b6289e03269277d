import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { AskRefusal } from '../ask-to-follow.ts'
import { frequencies, type Frequency } from '../frequency.ts'
import type { Wish } from '../wish.ts'

export interface FollowPageProps {
  reader: Reader
  wish: Wish | undefined
  /** What the wish is called; undefined when there is no such thing. */
  name: string | undefined
  /** The wish as fields of the form. */
  fields: Record<string, string>
  typed: { address: string; frequency: Frequency }
  errors: FieldError[]
}

/** Asks for an address and how often to write to it. */
export function FollowPage(props: FollowPageProps): VNode {
  const { reader, name, errors } = props
  const title = reader.t('subscriptions.follow.title')
  return (
    <PublicPage reader={reader} title={title} hasErrors={errors.length > 0} meta={[{ name: 'robots', content: 'noindex' }]}>
      <ErrorBox reader={reader} errors={errors} />
      {name === undefined ? <Heading>{title}</Heading> : <Heading kicker={title}>{name}</Heading>}
      {name === undefined ? <Nothing reader={reader} /> : <Asking {...props} />}
    </PublicPage>
  )
}

function Asking({ reader, wish, fields, typed, errors }: FollowPageProps) {
  return (
    <>
      <Lead>{reader.t(wish?.kind === 'document' ? 'subscriptions.follow.lead-document' : 'subscriptions.follow.lead-list')}</Lead>
      <Form reader={reader} action="/follow">
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField
          reader={reader}
          name="address"
          label={reader.t('subscriptions.follow.address')}
          hint={reader.t('subscriptions.follow.address-hint')}
          value={typed.address}
          errors={errors}
          type="email"
          autocomplete="email"
          width={30}
        />
        <RadiosField
          reader={reader}
          name="frequency"
          label={reader.t('subscriptions.follow.frequency')}
          value={typed.frequency}
          errors={errors}
          choices={frequencies.map((one) => ({
            value: one,
            label: reader.t(`subscriptions.frequency.${one}`),
            hint: reader.t(`subscriptions.frequency.${one}-hint`),
          }))}
        />
        <Actions>
          <Button text={reader.t('subscriptions.follow.button')} />
        </Actions>
      </Form>
      <p class="gk-quiet gk-measure">{reader.t('subscriptions.follow.privacy')}</p>
      <p>
        <a href={href(reader, '/follow/link')}>{reader.t('subscriptions.follow.own')}</a>
      </p>
    </>
  )
}

function Nothing({ reader }: { reader: Reader }) {
  return (
    <Empty title={reader.t('subscriptions.follow.nothing')}>
      <ul>
        <li>
          <a href={`${href(reader, '/follow')}?all=yes`}>{reader.t('subscriptions.follow.everything')}</a>
        </li>
        {(['units', 'catalogue', 'latest'] as const).map((place) => (
          <li>
            <a href={href(reader, `/${place}`)}>{reader.t(`subscriptions.follow.at-${place}`)}</a>
          </li>
        ))}
        <li>
          <a href={href(reader, '/follow/link')}>{reader.t('subscriptions.follow.own')}</a>
        </li>
      </ul>
    </Empty>
  )
}

/** Refusals as things to mend. */
export function followErrors(
  reader: Reader,
  refusals: readonly (AskRefusal | 'too-many' | 'frequency-missing')[],
  seconds = 0,
): FieldError[] {
  return refusals.map((refusal) => ({
    field: refusal === 'frequency-missing' ? 'frequency' : 'address',
    message: reader.t(`subscriptions.follow.refused.${refusal}`, { seconds }),
  }))
}
