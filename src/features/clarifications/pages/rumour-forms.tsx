import type { ComponentChildren, VNode } from 'preact'
import { CheckboxesField, RadiosField } from '../../../ui/choice.tsx'
import { SelectField, TextareaField } from '../../../ui/field.tsx'
import { Actions, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, Details } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { rumourObstacles, type RumourMove, type RumourObstacle } from '../rumour.ts'
import type { Unit } from '../../organisations/index.ts'
import type { RumourView } from '../read-rumours.ts'

export interface TypedMove {
  move: string
  words: string
  unit: string
  isMajor: string
  verdict: string
}

export interface RumourFormsProps {
  reader: Reader
  view: RumourView
  units: readonly Unit[]
  typed: TypedMove
  errors: FieldError[]
}

const asked: readonly RumourObstacle[] = ['words-missing', 'unit-missing', 'verdict-missing']
const forward = ['assess', 'verify', 'answer'] as const
const aside = ['brief', 'hand-over', 'close'] as const

/** The one next step, open; the others behind their names. Each only where this person can take it now. */
export function RumourForms(props: RumourFormsProps): VNode | null {
  const next = forward.find((name) => isPossible(props, name))
  const others = aside.filter((name) => isPossible(props, name))
  if (next === undefined && others.length === 0) return null
  return (
    <section>
      <Heading level={2}>{props.reader.t('publishing.next.label')}</Heading>
      {next === undefined ? null : <MoveForm {...props} move={next} isMain />}
      {others.map((name) => (
        <Details summaryText={props.reader.t(`clarifications.do.${name}`)} open={props.typed.move === name}>
          <MoveForm {...props} move={name} />
        </Details>
      ))}
    </section>
  )
}

function isPossible({ reader, view }: RumourFormsProps, move: RumourMove): boolean {
  const stops = rumourObstacles(view.situation, { move, words: '' }, (action) => reader.may(action, view.unit.path))
  return stops.every((stop) => asked.includes(stop))
}

function MoveForm(props: RumourFormsProps & { move: RumourMove; isMain?: boolean }) {
  const { reader, view, move, isMain } = props
  const label = reader.t(`clarifications.do.${move}`)
  return (
    <Form reader={reader} action={`/desk/clarifications/${view.rumour.id}`} label={label}>
      <input type="hidden" name="move" value={move} />
      <Own {...props} />
      {move === 'answer' || move === 'brief' ? null : <Words {...props} />}
      <Actions>
        <Button id={`${move}-button`} classes={isMain ? undefined : 'govuk-button--secondary'} text={label} />
      </Actions>
    </Form>
  )
}

/** The fields keep plain names; the errors of a form are told apart by its move. */
function Words({ reader, move, typed, errors }: RumourFormsProps & { move: RumourMove }) {
  return (
    <TextareaField
      reader={reader}
      name="words"
      label={reader.t(`clarifications.words.${move as 'assess'}`)}
      value={typed.move === move ? typed.words : ''}
      errors={ownErrors(errors, move)}
      rows={3}
    />
  )
}

function Own({ reader, view, move, units, typed, errors }: RumourFormsProps & { move: RumourMove }): ComponentChildren {
  const own = { reader, errors: ownErrors(errors, move) }
  if (move === 'assess')
    return (
      <CheckboxesField
        {...own}
        name="isMajor"
        label={reader.t('clarifications.new.major')}
        values={view.rumour.isMajor || typed.isMajor === 'yes' ? ['yes'] : []}
        choices={[{ value: 'yes', label: reader.t('clarifications.major') }]}
      />
    )
  if (move === 'verify')
    return (
      <RadiosField
        {...own}
        name="verdict"
        label={reader.t('clarifications.verdict')}
        value={typed.verdict}
        choices={(['false', 'incomplete', 'true'] as const).map((value) => ({ value, label: reader.t(`clarifications.verdict.${value}`) }))}
      />
    )
  if (move !== 'hand-over') return <p>{move === 'close' ? null : reader.t(`clarifications.about.${move}`)}</p>
  return (
    <SelectField
      {...own}
      name="unit"
      label={reader.t('clarifications.to-unit')}
      value={typed.unit}
      options={[
        { value: '', label: reader.t('release.ask.choose') },
        ...units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })),
      ]}
    />
  )
}

function ownErrors(errors: RumourFormsProps['errors'], move: RumourMove) {
  return errors.flatMap(({ field, message }) => (field.startsWith(`${move}-`) ? [{ field: field.slice(move.length + 1), message }] : []))
}
