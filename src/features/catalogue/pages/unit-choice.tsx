import type { VNode } from 'preact'
import type { Unit } from '../../organisations/index.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { Checkboxes, ErrorMessage } from '../../../ui/govuk/index.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'

export interface UnitChoiceProps {
  reader: Reader
  units: readonly Unit[]
  /** Codes of the chosen ones. */
  chosen: readonly string[]
  errors: FieldError[]
}

/** Which units owe a line: by group (all towns of a county, all departments of the city), each group openable to choose one by one. */
export function UnitChoice({ reader, units, chosen, errors }: UnitChoiceProps): VNode {
  const messages = errors.filter((error) => error.field === 'units').map((error) => error.message)
  const groups = [...new Set(units.map((unit) => `${unit.parentId ?? 0}:${unit.kind}`))]
  return (
    <div id="units" class={messages.length > 0 ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <p class="gk-legend">{reader.t('catalogue.column.units')}</p>
      {messages.length > 0 ? <ErrorMessage text={messages.join(' ')} visuallyHiddenText={reader.t('ui.field.error')} /> : null}
      {groups.map((group) => (
        <Group reader={reader} group={group} units={units} chosen={chosen} />
      ))}
    </div>
  )
}

function Group({ reader, group, units, chosen }: Pick<UnitChoiceProps, 'reader' | 'units' | 'chosen'> & { group: string }) {
  const members = units.filter((unit) => `${unit.parentId ?? 0}:${unit.kind}` === group)
  const picked = members.filter((unit) => chosen.includes(unit.code)).length
  const parent = units.find((unit) => unit.id === members[0]?.parentId)
  const kind = reader.t(`catalogue.units.${members[0]?.kind ?? 'department'}`)
  const id = `units-${group.replace(':', '-')}`
  return (
    <details open={picked > 0 && picked < members.length}>
      <summary>
        {parent === undefined ? kind : reader.t('catalogue.units.of', { unit: nameIn(reader, parent), kind })}{' '}
        {reader.t('catalogue.units.picked', { picked, n: members.length })}
      </summary>
      {members.length < 2 ? null : (
        <Checkboxes
          idPrefix={`${id}-all`}
          name="groups"
          classes="govuk-checkboxes--small"
          items={[{ value: group, text: reader.t('catalogue.units.all', { n: members.length }) }]}
        />
      )}
      <Checkboxes
        idPrefix={id}
        name="units"
        classes="govuk-checkboxes--small"
        items={members.map((unit) => ({ value: unit.code, text: nameIn(reader, unit), checked: chosen.includes(unit.code) }))}
      />
    </details>
  )
}
