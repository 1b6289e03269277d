import type { VNode } from 'preact'
import { receiptChannels } from '../../../../kernel/case/event.ts'
import { yearOf } from '../../../../kernel/day.ts'
import { SelectField, TextField } from '../../../../ui/field.tsx'
import { Filters } from '../../../../ui/list.tsx'
import { nameIn, type Reader } from '../../../../ui/reader.ts'
import type { Unit } from '../../../organisations/index.ts'
import { outcomes } from '../../load-outcomes.ts'
import { filtersSet, timings, type Listing } from '../listing.ts'

const yearsBack = 6

/** The filters of the register. Which part of it is looked at stays as it is. */
export function RegisterFilters({ reader, listing, units }: { reader: Reader; listing: Listing; units: readonly Unit[] }): VNode {
  const { t } = reader
  const any = { value: '', label: t('applications.register.filter.any') }
  const years = Array.from({ length: yearsBack }, (_, back) => String(yearOf(reader.today) - back))
  const choice = (
    name: 'unit' | 'channel' | 'kind' | 'leaf' | 'year' | 'ended' | 'timing',
    options: { value: string; label: string }[],
  ) => (
    <SelectField
      reader={reader}
      name={name}
      label={t(`applications.register.filter.${name}`)}
      value={listing[name]}
      options={[any, ...options]}
    />
  )
  const asThey = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  return (
    <Filters reader={reader} action="/desk/applications" active={filtersSet(listing)}>
      <input type="hidden" name="view" value={listing.view} />
      {listing.extended === '' ? null : <input type="hidden" name="extended" value={listing.extended} />}
      <TextField
        reader={reader}
        name="text"
        label={t('applications.register.filter.text')}
        hint={t('applications.register.filter.text-hint')}
        value={listing.text}
      />
      {choice(
        'unit',
        units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })),
      )}
      {choice(
        'channel',
        receiptChannels.map((value) => ({ value, label: t(`applications.register.channel.${value}`) })),
      )}
      {choice(
        'kind',
        outcomes.applicantKinds.map((one) => ({ value: one.kind, label: nameIn(reader, one) })),
      )}
      {choice(
        'leaf',
        outcomes.leaves.map((leaf) => ({ value: leaf.code, label: `${leaf.code} ${reader.lang === 'zh' ? leaf.labelZh : leaf.labelEn}` })),
      )}
      {choice('year', asThey(years))}
      {choice('ended', asThey(years))}
      {choice(
        'timing',
        timings.map((value) => ({ value, label: t(`applications.register.timing.${value}`) })),
      )}
    </Filters>
  )
}
