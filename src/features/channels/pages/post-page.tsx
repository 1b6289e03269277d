import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { sayShortDay } from '../../../kernel/translate.ts'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, FileField, TextareaField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Carrier } from '../carriers/carrier.ts'
import type { Kind } from '../kind.ts'
import { CarrierTrail } from './carrier-page.tsx'
import { placeOf } from './carrier-words.tsx'

/** The form as typed. */
export interface PostTyped {
  documents: string[]
  /** The index number of another document. */
  other: string
  on: string
  time: string
  issue: string
  page: string
  note: string
  earlyReason: string
  isOpenProof: boolean
}

/** A document that may be ticked. */
export interface Offered {
  id: number
  title: string
  indexNumber: string
  publishedAt: Date
}

export interface PostPageProps {
  reader: Reader
  carrier: Carrier
  unit: Unit
  kind: Kind | undefined
  /** What the catalogue wants here, and what else may hang here. */
  due: readonly Offered[]
  others: readonly Offered[]
  typed: PostTyped
  once: string
  /** A photo that came with a form that was refused, sealed. */
  sealed: string
  errors?: FieldError[]
}

/** Records what was put up, from a phone in front of the wall: which documents, a photo, the day. */
export function PostPage(props: PostPageProps): VNode {
  const { reader, carrier, unit, errors = [] } = props
  const title = reader.t('channels.post.title')
  return (
    <DeskPage reader={reader} title={title} section="channels" hasErrors={errors.length > 0}>
      <CarrierTrail reader={reader} line={props} page={title} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={[nameIn(reader, unit), placeOf(reader, carrier)].filter(Boolean).join(' · ')}>{nameIn(reader, carrier)}</Heading>
      <Lead>{reader.t('channels.post.lead')}</Lead>
      <Form reader={reader} action={`/desk/channels/${carrier.code}/post`} once={props.once} files keep>
        <Documents {...props} errors={errors} />
        <Proof {...props} errors={errors} />
        <When {...props} errors={errors} />
        <Actions>
          <Button text={reader.t('channels.post.save')} />
          <a href={href(reader, `/desk/channels/${carrier.code}`)}>{reader.t('channels.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

type Part = PostPageProps & { errors: FieldError[] }

function Documents({ reader, carrier, due, others, typed, errors }: Part) {
  const choices = [...due, ...others].map((one) => ({
    value: String(one.id),
    label: one.title,
    hint: `${reader.t('channels.released-on', { day: sayShortDay(dayOf(one.publishedAt), reader.lang) })} · ${one.indexNumber}`,
  }))
  return (
    <>
      {choices.length === 0 ? (
        <p class="gk-quiet">{reader.t('channels.post.nothing-offered')}</p>
      ) : (
        <CheckboxesField
          reader={reader}
          name="documents"
          label={reader.t('channels.post.documents')}
          hint={due.length === 0 ? undefined : reader.t('channels.post.due-first', { n: due.length })}
          values={typed.documents}
          errors={errors}
          choices={choices}
        />
      )}
      {due.length > 1 ? (
        <p>
          <a href={`${href(reader, `/desk/channels/${carrier.code}/post`)}?all=1`}>
            {reader.t('channels.post.tick-all', { n: due.length })}
          </a>
        </p>
      ) : null}
      <TextField
        reader={reader}
        name="other"
        label={reader.t('channels.post.other')}
        hint={reader.t('channels.hint.other')}
        value={typed.other}
        errors={errors}
        optional
      />
    </>
  )
}

function Proof({ reader, typed, sealed, errors, kind }: Part) {
  return (
    <>
      {sealed === '' ? null : (
        <>
          <input type="hidden" name="sealed" value={sealed} />
          <p class="gk-banner gk-banner--done">{reader.t('channels.post.photo-kept')}</p>
        </>
      )}
      <FileField
        reader={reader}
        name="photo"
        label={reader.t('channels.post.photo')}
        hint={reader.t('channels.hint.photo')}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        errors={errors}
        optional={kind?.isFree !== true}
        photo
      />
      <CheckboxesField
        reader={reader}
        name="openProof"
        label={reader.t('channels.post.open')}
        values={typed.isOpenProof ? ['yes'] : []}
        choices={[{ value: 'yes', label: reader.t('channels.post.open-yes') }]}
      />
    </>
  )
}

function When({ reader, typed, kind, errors }: Part) {
  const shared = { reader, errors }
  const wasEarly = typed.earlyReason !== '' || errors.some((error) => error.field === 'earlyReason')
  return (
    <>
      <DateField {...shared} name="on" label={reader.t('channels.post.on')} value={typed.on} />
      <TextField
        {...shared}
        name="time"
        label={reader.t('channels.post.time')}
        hint={reader.t('channels.hint.time')}
        value={typed.time}
        width={5}
      />
      {kind?.isIssued === true ? (
        <>
          <TextField
            {...shared}
            name="issue"
            label={reader.t('channels.field.issue')}
            hint={reader.t('channels.hint.issue')}
            value={typed.issue}
            width={20}
          />
          <TextField {...shared} name="page" label={reader.t('channels.field.page')} value={typed.page} width={10} optional />
        </>
      ) : null}
      {wasEarly ? (
        <TextareaField
          {...shared}
          name="earlyReason"
          label={reader.t('channels.post.early')}
          hint={reader.t('channels.hint.early')}
          value={typed.earlyReason}
          rows={2}
        />
      ) : null}
      <TextField {...shared} name="note" label={reader.t('channels.field.note')} value={typed.note} optional />
    </>
  )
}
