import type { ComponentChildren, VNode } from 'preact'
import { Facts } from '../../../ui/heading.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { Said } from '../../../ui/said.tsx'
import { profileFields, type ProfileField, type Unit } from '../unit.ts'
import { textsOf } from './unit-words.ts'

export interface UnitFactsProps {
  reader: Reader
  unit: Unit
  fields?: readonly ProfileField[]
  /** Say of an empty field that it is empty, instead of leaving it out. */
  gaps?: readonly ProfileField[]
}

/** A unit's profile as names and values; addresses can be followed, numbers called. */
export function UnitFacts({ reader, unit, fields = profileFields, gaps = [] }: UnitFactsProps): VNode {
  return (
    <Facts
      rows={fields.map((field) => ({
        label: reader.t(`organisations.field.${field}`),
        value: gaps.includes(field) ? <span class="gk-quiet">{reader.t('organisations.gap')}</span> : valueOf(reader, unit, field),
      }))}
    />
  )
}

function valueOf(reader: Reader, unit: Unit, field: ProfileField): ComponentChildren {
  const texts = textsOf(unit, field)
  const text = texts.zh || texts.en
  if (text === '') return undefined
  if (field === 'email') return <a href={`mailto:${text}`}>{text}</a>
  if (field === 'web') return <a href={text}>{text}</a>
  if (field === 'telephone' && /^[\d+ -]+$/.test(text)) return <a href={`tel:${text.replace(/[ -]/g, '')}`}>{text}</a>
  return <Said reader={reader} zh={texts.zh} en={texts.en} />
}
