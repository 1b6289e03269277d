import type { VNode } from 'preact'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { Filters } from '../../../ui/list.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { isBulkMove, writeTicked } from '../bulk/batch.ts'
import type { Waiting } from '../read-queue.ts'
import type { Unit } from '../../organisations/index.ts'

export interface QueueFiltersProps {
  reader: Reader
  units: readonly Unit[]
  filter: { words: string; unit: string; move: string; isClean: boolean }
}

/** Which part of the queue is shown: words, unit, hand, and only what the checks find nothing in. */
export function QueueFilters({ reader, units, filter }: QueueFiltersProps): VNode {
  const active = [filter.words !== '', filter.unit !== '', filter.move !== '', filter.isClean].filter(Boolean).length
  const hands = (['approve', 'clear', 'sign'] as const).map((value) => ({ value, label: reader.t(`publishing.hand.${value}.next`) }))
  return (
    <Filters reader={reader} action="/desk/reviews" active={active}>
      <TextField reader={reader} name="q" label={reader.t('release.filter.words')} value={filter.words} type="search" />
      <SelectField
        reader={reader}
        name="hand"
        label={reader.t('release.filter.hand')}
        value={filter.move}
        options={[{ value: '', label: reader.t('release.filter.every-hand') }, ...hands]}
      />
      {units.length < 2 ? null : (
        <SelectField
          reader={reader}
          name="unit"
          label={reader.t('release.filter.unit')}
          value={filter.unit}
          options={[
            { value: '', label: reader.t('release.filter.every-unit') },
            ...units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })),
          ]}
        />
      )}
      <CheckboxesField
        reader={reader}
        name="clean"
        label={reader.t('release.filter.checks')}
        values={filter.isClean ? ['1'] : []}
        choices={[{ value: '1', label: reader.t('release.filter.clean') }]}
      />
    </Filters>
  )
}

/** The box that takes a document into a batch; a secrecy review, which is one review per matter, has none. */
export function TickBox({ reader, one }: { reader: Reader; one: Waiting }): VNode | null {
  if (!isBulkMove(one.move)) return null
  const id = `chosen-${one.id}`
  return (
    <span class="gk-tick govuk-checkboxes govuk-checkboxes--small">
      <span class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id={id} name="chosen" type="checkbox" value={writeTicked(one.ticked)} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">{reader.t('release.bulk.tick', { title: one.title })}</span>
        </label>
      </span>
    </span>
  )
}
