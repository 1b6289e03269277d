import type { VNode } from 'preact'
import type { Unit } from '../../organisations/index.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { branchesOf, type Branch } from '../branch.ts'
import { audiences, isInForce, modes } from '../duty.ts'
import type { Category, StoredDuty } from '../queries.ts'
import { ruleInWords, titleIn } from './rule-words.ts'

export interface CatalogueFilter {
  words: string
  /** The code of a unit, or ''. */
  unit: string
  audience: string
  mode: string
  required: string
}

export interface DeskCataloguePageProps {
  reader: Reader
  categories: readonly Category[]
  duties: readonly StoredDuty[]
  units: readonly Unit[]
  filter: CatalogueFilter
  done: string
}

/** The whole catalogue at the desk: every category with its lines, those for staff alone and those out of force too. */
export function DeskCataloguePage(props: DeskCataloguePageProps): VNode {
  const { reader, categories, duties, filter, done } = props
  const active = Object.values(filter).filter((value) => value !== '').length
  const shown = duties.filter((duty) => fits(duty, props))
  const branches = branchesOf(categories, shown, active === 0)
  return (
    <DeskPage reader={reader} title={reader.t('catalogue.desk.title')} section="catalogue" wide>
      {done === 'category' && (
        <NotificationBanner type="success" titleText={reader.t('catalogue.done')} text={reader.t('catalogue.done.category')} />
      )}
      <Heading>{reader.t('catalogue.desk.title')}</Heading>
      <Lead>
        {reader.t('catalogue.desk.lead', {
          n: duties.length,
          required: duties.filter((duty) => duty.isRequired).length,
          categories: categories.length,
        })}
      </Lead>
      {reader.may('catalogue.arrange') ? (
        <Actions>
          <Button href={href(reader, '/desk/catalogue/duties/new')} text={reader.t('catalogue.duty.new')} />
          <a href={href(reader, '/desk/catalogue/categories/new')}>{reader.t('catalogue.category.new')}</a>
        </Actions>
      ) : null}
      <FilteredList filters={<CatalogueFilters {...props} active={active} />}>
        <ListHead count={reader.t('catalogue.desk.count', { n: shown.length })} />
        {branches.length === 0 ? (
          <Empty title={reader.t('catalogue.desk.empty')}>
            <a href={href(reader, '/desk/catalogue')}>{reader.t('catalogue.desk.all')}</a>
          </Empty>
        ) : (
          branches.map((branch) => <CategoryPart reader={reader} branch={branch} />)
        )}
      </FilteredList>
    </DeskPage>
  )
}

function CatalogueFilters({ reader, units, duties, filter, active }: DeskCataloguePageProps & { active: number }) {
  const any = { value: '', label: reader.t('catalogue.filter.any') }
  const owing = units.filter((unit) => duties.some((duty) => duty.unitIds.includes(unit.id)))
  return (
    <Filters reader={reader} action="/desk/catalogue" active={active}>
      <TextField reader={reader} name="q" type="search" label={reader.t('catalogue.filter.words')} value={filter.words} />
      <SelectField
        reader={reader}
        name="unit"
        label={reader.t('catalogue.filter.unit')}
        value={filter.unit}
        options={[any, ...owing.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))]}
      />
      <SelectField
        reader={reader}
        name="audience"
        label={reader.t('catalogue.column.audience')}
        value={filter.audience}
        options={[any, ...audiences.map((value) => ({ value, label: reader.t(`catalogue.audience.${value}`) }))]}
      />
      <SelectField
        reader={reader}
        name="mode"
        label={reader.t('catalogue.column.mode')}
        value={filter.mode}
        options={[any, ...modes.map((value) => ({ value, label: reader.t(`catalogue.mode.${value}`) }))]}
      />
      <SelectField
        reader={reader}
        name="required"
        label={reader.t('catalogue.column.required')}
        value={filter.required}
        options={[any, ...(['yes', 'no'] as const).map((value) => ({ value, label: reader.t(`catalogue.required.${value}`) }))]}
      />
    </Filters>
  )
}

function CategoryPart({ reader, branch }: { reader: Reader; branch: Branch<Category, StoredDuty> }) {
  const { category, duties, depth, total } = branch
  const required = duties.filter((duty) => duty.isRequired).length
  const name = nameIn(reader, category)
  return (
    <section aria-labelledby={`category-${category.code}`}>
      <Heading level={depth === 1 ? 2 : 3} id={`category-${category.code}`}>
        {name}
      </Heading>
      <p class="gk-quiet">
        {duties.length === 0
          ? reader.t('catalogue.desk.in-all', { n: total })
          : reader.t('catalogue.desk.required', { n: duties.length, required })}
      </p>
      {duties.length === 0 ? null : <DutyList reader={reader} caption={name} duties={duties} />}
    </section>
  )
}

function DutyList({ reader, caption, duties }: { reader: Reader; caption: string; duties: readonly StoredDuty[] }) {
  return (
    <DataList
      caption={caption}
      columns={[
        { label: reader.t('catalogue.column.title') },
        { label: reader.t('catalogue.column.rule') },
        { label: reader.t('catalogue.column.audience') },
        { label: reader.t('catalogue.column.owing'), kind: 'number' },
      ]}
      rows={duties.map((duty) => ({
        href: href(reader, `/desk/catalogue/duties/${duty.code}`),
        note: [
          duty.isRequired ? '' : reader.t('catalogue.required.no'),
          isInForce(duty, reader.today) ? '' : reader.t('catalogue.desk.not-in-force'),
        ]
          .filter(Boolean)
          .join(' · '),
        cells: [
          titleIn(reader, duty),
          ruleInWords(reader, duty.rule),
          reader.t(`catalogue.audience.${duty.audience}`),
          duty.unitIds.length,
        ],
      }))}
    />
  )
}

function fits(duty: StoredDuty, { filter, units }: DeskCataloguePageProps): boolean {
  const words = filter.words.trim().toLowerCase()
  const unit = units.find((one) => one.code === filter.unit)
  return (
    (words === '' || [duty.code, duty.titleZh, duty.titleEn].some((text) => text.toLowerCase().includes(words))) &&
    (filter.unit === '' || (unit !== undefined && duty.unitIds.includes(unit.id))) &&
    (filter.audience === '' || duty.audience === filter.audience) &&
    (filter.mode === '' || duty.mode === filter.mode) &&
    (filter.required === '' || duty.isRequired === (filter.required === 'yes'))
  )
}
