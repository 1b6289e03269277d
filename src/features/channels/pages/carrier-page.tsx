import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { FileField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { RecordLines, type RecordLine } from '../../../ui/record-lines.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { CarrierLine } from '../carriers/read-carriers.ts'
import { Due, Issues, Posted, type CarrierParts } from './carrier-posted.tsx'
import { ChangeState, kindInWords, placeOf } from './carrier-words.tsx'

export interface CarrierPageProps extends CarrierParts {
  keeper: { nameZh: string; nameEn: string } | undefined
  category: { nameZh: string; nameEn: string } | undefined
  record: readonly RecordLine[]
  done: string
  errors?: FieldError[]
}

const dones = ['kept', 'changed', 'pictured', 'posted', 'taken-down'] as const
const acts = ['keep', 'change', 'picture'] as const

/** One carrier at the desk: what it is, what hangs on it, what should be put up next. */
export function CarrierPage(props: CarrierPageProps): VNode {
  const { reader, line, errors = [] } = props
  const { carrier, unit, kind } = line
  const done = dones.find((one) => one === props.done)
  return (
    <DeskPage reader={reader} title={nameIn(reader, carrier)} section="channels" hasErrors={errors.length > 0}>
      <CarrierTrail reader={reader} line={line} />
      {done && <NotificationBanner type="success" titleText={reader.t('channels.done')} text={reader.t(`channels.done.${done}`)} />}
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={`${kindInWords(reader, carrier, kind)} · ${nameIn(reader, unit)}`}>{nameIn(reader, carrier)}</Heading>
      <p>
        <ChangeState reader={reader} line={line} />
      </p>
      <CarrierActions {...props} />
      <CarrierFacts {...props} />
      {kind?.isGazette === true ? <Issues {...props} /> : null}
      {kind?.isGazette === true || kind?.isScreen === true ? null : <Due {...props} />}
      <Posted {...props} />
      <Picture {...props} errors={errors} />
      <Heading level={2}>{reader.t('channels.record')}</Heading>
      <RecordLines
        reader={reader}
        lines={props.record}
        say={(act) => {
          const known = acts.find((one) => `channels.${one}` === act)
          return known === undefined ? act : reader.t(`channels.act.${known}`)
        }}
      />
    </DeskPage>
  )
}

/** The way from the list of carriers to a page about one of them. */
export function CarrierTrail({ reader, line, page }: { reader: Reader; line: Pick<CarrierLine, 'carrier'>; page?: string }): VNode {
  const { carrier } = line
  const own = { label: nameIn(reader, carrier), href: page === undefined ? undefined : href(reader, `/desk/channels/${carrier.code}`) }
  return (
    <Trail
      reader={reader}
      steps={[
        { label: reader.t('channels.list.title'), href: href(reader, '/desk/channels') },
        own,
        ...(page === undefined ? [] : [{ label: page }]),
      ]}
    />
  )
}

function CarrierActions({ reader, line }: CarrierPageProps) {
  const { carrier, kind, unit, isInUse } = line
  if (!reader.may('channels.keep', unit.path)) return null
  const path = `/desk/channels/${carrier.code}`
  return (
    <Actions>
      {isInUse && kind?.isGazette !== true && kind?.isScreen !== true ? (
        <a class="govuk-button" href={href(reader, `${path}/post`)}>
          {reader.t('channels.post.link')}
        </a>
      ) : null}
      {isInUse && kind?.isGazette === true ? (
        <a class="govuk-button" href={href(reader, `${path}/issues/new`)}>
          {reader.t('channels.issue.new-link')}
        </a>
      ) : null}
      {kind?.isScreen === true ? (
        <a class="govuk-button" href={href(reader, `/screen/${carrier.code}`)}>
          {reader.t('channels.screen.open')}
        </a>
      ) : null}
      <a class="govuk-button govuk-button--secondary" href={href(reader, `${path}/edit`)}>
        {reader.t('channels.edit.link')}
      </a>
    </Actions>
  )
}

function CarrierFacts({ reader, line, keeper, category }: CarrierPageProps) {
  const { carrier, rhythm, changedOn, dueOn } = line
  return (
    <Facts
      rows={[
        { label: reader.t('channels.field.place'), value: placeOf(reader, carrier) },
        { label: reader.t('channels.field.web'), value: carrier.web && <a href={carrier.web}>{carrier.web}</a> },
        { label: reader.t('channels.field.keeper'), value: keeper && nameIn(reader, keeper) },
        { label: reader.t('channels.field.category'), value: category && nameIn(reader, category) },
        { label: reader.t('channels.field.rhythm'), value: rhythm && nameIn(reader, rhythm) },
        { label: reader.t('channels.last-change'), value: changedOn && <DateLine reader={reader} day={changedOn} /> },
        { label: reader.t('channels.due-on'), value: dueOn && <DateLine reader={reader} day={dueOn} /> },
        { label: reader.t('channels.field.since'), value: <DateLine reader={reader} day={carrier.sinceOn} /> },
        { label: reader.t('channels.field.until'), value: carrier.untilOn && <DateLine reader={reader} day={carrier.untilOn} /> },
        {
          label: reader.t('channels.in-public'),
          value: <a href={href(reader, `/channels/${carrier.code}`)}>{reader.t('channels.in-public-link')}</a>,
        },
      ]}
    />
  )
}

function Picture({ reader, line, errors = [] }: CarrierPageProps) {
  const { carrier, unit } = line
  const mayKeep = reader.may('channels.keep', unit.path)
  if (carrier.photo === '' && !mayKeep) return null
  return (
    <section aria-labelledby="picture">
      <Heading level={2} id="picture">
        {reader.t('channels.picture.title')}
      </Heading>
      {carrier.photo === '' ? null : (
        <img
          class="gk-photo"
          src={`/channels/${carrier.code}/photo`}
          alt={reader.t('channels.picture.alt', { name: nameIn(reader, carrier) })}
        />
      )}
      {mayKeep ? (
        <Form reader={reader} action={`/desk/channels/${carrier.code}/picture`} files>
          <FileField
            reader={reader}
            name="photo"
            label={reader.t('channels.picture.label')}
            hint={reader.t('channels.picture.hint')}
            accept="image/jpeg,image/png,image/webp"
            errors={errors}
          />
          <Actions>
            <Button classes="govuk-button--secondary" text={reader.t('channels.picture.save')} />
          </Actions>
        </Form>
      ) : null}
    </section>
  )
}
