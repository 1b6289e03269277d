import type { VNode } from 'preact'
import type { Unit } from '../../organisations/index.ts'
import { Facts } from '../../../ui/heading.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { Said } from '../../../ui/said.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { StoredDuty } from '../queries.ts'
import { genreInWords, listed, ruleInWords, subjectInWords } from './rule-words.ts'

export interface DutyFactsProps {
  reader: Reader
  duty: StoredDuty
  units: readonly Unit[]
  /** Also what only staff need: guidance, genre, subject, code. */
  forStaff?: boolean
}

/** A line of the catalogue with its standard columns (GRASS-19): matter, elements, basis, time, subject, channels, audience, mode, level. */
export function DutyFacts({ reader, duty, units, forStaff }: DutyFactsProps): VNode {
  const owing = units.filter((unit) => duty.unitIds.includes(unit.id))
  const rows = [
    { label: reader.t('catalogue.column.elements'), value: said(reader, duty.elementsZh, duty.elementsEn) },
    { label: reader.t('catalogue.column.basis'), value: said(reader, duty.basisZh, duty.basisEn) },
    { label: reader.t('catalogue.column.rule'), value: ruleInWords(reader, duty.rule) },
    { label: reader.t('catalogue.column.units'), value: <Owing reader={reader} units={owing} /> },
    {
      label: reader.t('catalogue.column.channels'),
      value: listed(
        reader,
        duty.channels.map((one) => reader.t(`catalogue.channel.${one}`)),
      ),
    },
    { label: reader.t('catalogue.column.audience'), value: reader.t(`catalogue.audience.${duty.audience}`) },
    { label: reader.t('catalogue.column.mode'), value: reader.t(`catalogue.mode.${duty.mode}`) },
    {
      label: reader.t('catalogue.column.levels'),
      value: listed(
        reader,
        duty.levels.map((one) => reader.t(`catalogue.level.${one}`)),
      ),
    },
    { label: reader.t('catalogue.column.required'), value: reader.t(duty.isRequired ? 'catalogue.required.yes' : 'catalogue.required.no') },
    { label: reader.t('catalogue.column.until'), value: duty.untilOn && <DateLine reader={reader} day={duty.untilOn} /> },
  ]
  const staffRows = [
    { label: reader.t('catalogue.column.guidance'), value: said(reader, duty.guidanceZh, duty.guidanceEn) },
    { label: reader.t('catalogue.column.genre'), value: genreInWords(reader, duty.genre) },
    { label: reader.t('catalogue.column.subject'), value: subjectInWords(reader, duty.subject) },
    { label: reader.t('catalogue.column.since'), value: <DateLine reader={reader} day={duty.sinceOn} /> },
    { label: reader.t('catalogue.column.code'), value: duty.code },
  ]
  return <Facts rows={forStaff ? [...rows, ...staffRows] : rows} />
}

function said(reader: Reader, zh: string, en: string): VNode | undefined {
  return zh === '' && en === '' ? undefined : <Said reader={reader} zh={zh} en={en} />
}

/** A few units by name; many behind their number. */
function Owing({ reader, units }: { reader: Reader; units: readonly Unit[] }) {
  const names = listed(
    reader,
    units.map((unit) => nameIn(reader, unit)),
  )
  if (units.length <= manyUnits) return <>{names}</>
  return (
    <details>
      <summary>{reader.t('catalogue.units.count', { n: units.length })}</summary>
      {names}
    </details>
  )
}

const manyUnits = 8
