import type { VNode } from 'preact'
import type { Unit } from '../../organisations/index.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { branchesOf, type Branch } from '../branch.ts'
import { audiences, isInForce, modes } from '../duty.ts'
import type { Category, StoredDuty } from '../queries.ts'
import { DeskCatalogueActions } from './desk-catalogue-actions.tsx'
import { SheetLinks } from './sheet-links.tsx'
import { placeInWords } from './place-words.ts'
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
  const said = (['category', 'imported'] as const).find((one) => one === done)
  const active = Object.values(filter).filter((value) => value !== '').length
  const shown = duties.filter((duty) => fits(duty, props))
  const branches = branchesOf(categories, shown, active === 0)
  return (
    <DeskPage reader={reader} title={reader.t('catalogue.desk.title')} section="catalogue" wide>
      {said && <NotificationBanner type="success" titleText={reader.t('catalogue.done')} text={reader.t(`catalogue.done.${said}`)} />}
      <Heading>{reader.t('catalogue.desk.title')}</Heading>
      <Lead>
        {reader.t('catalogue.desk.lead', {
          n: duties.length,
          required: duties.filter((duty) => duty.isRequired).length,
          categories: categories.length,
        })}
      </Lead>
      <DeskCatalogueActions reader={reader} />
      <FilteredList filters={<CatalogueFilters {...props} active={active} />}>
        <ListHead count={reader.t('catalogue.desk.count', { n: shown.length })}>
          <SheetLinks reader={reader} at="/desk/catalogue" unit={filter.unit} />
        </ListHead>
        {branches.length === 0 ? (
          <Empty title={reader.t('catalogue.desk.empty')}>
            <a href={href(reader, '/desk/catalogue')}>{reader.t('catalogue.desk.all')}</a>
          </Empty>
        ) : (
          branches
            .filter((branch) => branch.depth === 1)
            .map(({ category }) => (
              <TopPart
                reader={reader}
                top={category}
                inside={branches.filter((one) => one.category.path.startsWith(category.path))}
                categories={categories}
              />
            ))
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

/** A top category with everything below it in one list; each line says which category below it stands in. */
function TopPart({ reader, top, inside, categories }: TopPartProps) {
  const lines = inside.flatMap((branch) =>
    branch.duties.map((duty) => ({ duty, place: placeInWords(reader, branch.category, top, categories) })),
  )
  const required = lines.filter(({ duty }) => duty.isRequired).length
  const name = nameIn(reader, top)
  return (
    <>
      <Heading level={2} id={`category-${top.code}`}>
        {name}
      </Heading>
      <p class="gk-quiet">{reader.t('catalogue.desk.required', { n: lines.length, required })}</p>
      {lines.length === 0 ? null : (
        <DataList
          caption={name}
          columns={[
            { label: reader.t('catalogue.column.title') },
            { label: reader.t('catalogue.column.rule') },
            { label: reader.t('catalogue.column.audience') },
            { label: reader.t('catalogue.column.owing'), kind: 'number' },
          ]}
          rows={lines.map(({ duty, place }) => ({
            href: href(reader, `/desk/catalogue/duties/${duty.code}`),
            note: [
              place,
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
      )}
    </>
  )
}

interface TopPartProps {
  reader: Reader
  top: Category
  inside: readonly Branch<Category, StoredDuty>[]
  categories: readonly Category[]
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
