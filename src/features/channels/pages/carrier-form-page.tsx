import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, FieldGroup, SelectField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { RadiosField } from '../../../ui/choice.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Category } from '../../catalogue/index.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Kind, Rhythm } from '../kind.ts'
import type { CarrierTyped } from './carrier-draft.ts'

export interface CarrierFormPageProps {
  reader: Reader
  unit: Unit
  /** The carrier that is changed; a new one has none. */
  existing?: { code: string; version: number; nameZh: string; nameEn: string } | undefined
  typed: CarrierTyped
  kinds: readonly Kind[]
  rhythms: readonly Rhythm[]
  /** Who may be its keeper. */
  people: readonly { id: number; nameZh: string; nameEn: string }[]
  categories: readonly Category[]
  errors?: FieldError[]
}

/** The form of a carrier: what it is, where it stands, who keeps it, how often it changes. */
export function CarrierFormPage(props: CarrierFormPageProps): VNode {
  const { reader, unit, existing, errors = [] } = props
  const title = reader.t(existing === undefined ? 'channels.new.title' : 'channels.edit.title')
  const action = existing === undefined ? '/desk/channels/new' : `/desk/channels/${existing.code}/edit`
  const back = existing === undefined ? '/desk/channels' : `/desk/channels/${existing.code}`
  return (
    <DeskPage reader={reader} title={title} section="channels" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: reader.t('channels.list.title'), href: href(reader, '/desk/channels') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, unit)}>{existing === undefined ? title : nameIn(reader, existing)}</Heading>
      <Lead>{reader.t('channels.form.lead')}</Lead>
      <Form reader={reader} action={action} keep>
        {existing === undefined ? (
          <input type="hidden" name="unit" value={unit.code} />
        ) : (
          <input type="hidden" name="version" value={existing.version} />
        )}
        {existing === undefined ? <KindField {...props} errors={errors} /> : null}
        <Names {...props} errors={errors} />
        <Place {...props} errors={errors} />
        <Upkeep {...props} errors={errors} />
        <Actions>
          <Button text={reader.t('channels.form.save')} />
          <a href={href(reader, back)}>{reader.t('channels.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

type Part = CarrierFormPageProps & { errors: FieldError[] }

function KindField({ reader, kinds, typed, errors }: Part) {
  return (
    <RadiosField
      reader={reader}
      name="kind"
      label={reader.t('channels.field.kind')}
      value={typed.kind}
      errors={errors}
      choices={kinds.map((kind) => ({
        value: kind.kind,
        label: nameIn(reader, kind),
        children:
          kind.isFree === true ? (
            <TextField
              reader={reader}
              name="kindSaid"
              label={reader.t('channels.field.kind-said')}
              value={typed.kindSaid}
              errors={errors}
            />
          ) : undefined,
      }))}
    />
  )
}

function Names({ reader, typed, errors }: Part) {
  const shared = { reader, errors }
  return (
    <FieldGroup legend={reader.t('channels.field.name')}>
      <TextField
        {...shared}
        name="nameZh"
        label={reader.t('channels.in-chinese')}
        hint={reader.t('channels.hint.name-zh')}
        value={typed.nameZh}
      />
      <TextField {...shared} name="nameEn" label={reader.t('channels.in-english')} value={typed.nameEn} />
    </FieldGroup>
  )
}

function Place({ reader, typed, errors }: Part) {
  const shared = { reader, errors }
  return (
    <FieldGroup legend={reader.t('channels.field.where')}>
      <TextField
        {...shared}
        name="placeZh"
        label={reader.t('channels.place-zh')}
        hint={reader.t('channels.hint.place')}
        value={typed.placeZh}
      />
      <TextField {...shared} name="placeEn" label={reader.t('channels.place-en')} value={typed.placeEn} optional />
      <TextField {...shared} name="web" type="url" label={reader.t('channels.field.web')} value={typed.web} optional />
    </FieldGroup>
  )
}

function Upkeep({ reader, typed, errors, rhythms, people, categories, existing, kinds }: Part) {
  const shared = { reader, errors }
  const usual = { value: '', label: reader.t('channels.rhythm-of-kind') }
  const kind = kinds.find((one) => one.kind === typed.kind)
  const offersCategory = existing === undefined || kind?.isScreen === true
  return (
    <FieldGroup legend={reader.t('channels.form.upkeep')}>
      <SelectField
        {...shared}
        name="rhythm"
        label={reader.t('channels.field.rhythm')}
        hint={reader.t('channels.hint.rhythm')}
        value={typed.rhythm}
        options={[...(existing === undefined ? [usual] : []), ...rhythms.map((one) => ({ value: one.rhythm, label: nameIn(reader, one) }))]}
      />
      <SelectField
        {...shared}
        name="keeper"
        label={reader.t('channels.field.keeper')}
        value={typed.keeper}
        options={[
          { value: '', label: reader.t('channels.nobody-yet') },
          ...people.map((one) => ({ value: String(one.id), label: nameIn(reader, one) })),
        ]}
      />
      {offersCategory ? (
        <SelectField
          {...shared}
          name="category"
          label={reader.t('channels.field.category')}
          hint={reader.t('channels.hint.category')}
          value={typed.category}
          options={[
            { value: '', label: reader.t('channels.every-category') },
            ...categories.map((one) => ({ value: one.code, label: nameIn(reader, one) })),
          ]}
        />
      ) : null}
      <DateField {...shared} name="sinceOn" label={reader.t('channels.field.since')} value={typed.sinceOn} />
      <DateField {...shared} name="untilOn" label={reader.t('channels.field.until')} value={typed.untilOn} optional />
    </FieldGroup>
  )
}

/** Before the form of a new carrier: whose it is. */
export function ChooseUnitPage({ reader, units }: { reader: Reader; units: readonly Unit[] }): VNode {
  const title = reader.t('channels.new.title')
  return (
    <DeskPage reader={reader} title={title} section="channels">
      <Trail reader={reader} steps={[{ label: reader.t('channels.list.title'), href: href(reader, '/desk/channels') }, { label: title }]} />
      <Heading>{title}</Heading>
      <Form reader={reader} action="/desk/channels/new" method="get">
        <SelectField
          reader={reader}
          name="unit"
          label={reader.t('channels.new.whose')}
          options={units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
        />
        <Actions>
          <Button text={reader.t('channels.go-on')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}
