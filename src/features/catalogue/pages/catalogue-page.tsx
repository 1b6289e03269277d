import type { ComponentChildren, VNode } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import type { Unit } from '../../organisations/index.ts'
import { FollowThis, type Following } from '../../../ui/follow.tsx'
import { Empty, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import { branchesOf, type Branch } from '../branch.ts'
import { isPublic } from '../duty.ts'
import type { Category, StoredDuty } from '../queries.ts'
import type { Template } from '../templates/template.ts'
import { issuerIn } from '../templates/pages/template-words.ts'
import { DutyFacts } from './duty-facts.tsx'
import { SheetLinks } from './sheet-links.tsx'
import { placeInWords } from './place-words.ts'
import { ruleInWords, titleIn } from './rule-words.ts'

export interface CataloguePageProps {
  reader: Reader
  categories: readonly Category[]
  duties: readonly StoredDuty[]
  units: readonly Unit[]
  /** How many published documents each line has, by the line's id. */
  counts: ReadonlyMap<number, number>
  /** Where the documents of a line are listed; without it the count is no link. */
  documentsHref?: (duty: StoredDuty) => string
  /** Only this part of the catalogue. */
  category?: Category | undefined
  following?: Following | undefined
  /** Only what this unit owes. */
  unit?: Unit | undefined
  /** From which template a line is inherited, by the id of the line above. */
  origins?: ReadonlyMap<number, Template>
  /** The newest documents of each line, by the line's id. */
  newest?: ReadonlyMap<number, readonly { indexNumber: string; title: string; publishedOn: Day }[]>
}

type OwnBranch = Branch<Category, StoredDuty>

/** The catalogue as the public reads it. What is open to staff only never appears here, nor does a part that holds nothing else. */
export function CataloguePage(props: CataloguePageProps): VNode {
  const { reader, category, unit } = props
  const duties = props.duties.filter((duty) => isPublic(duty, reader.today) && (unit === undefined || duty.unitIds.includes(unit.id)))
  const categories = props.categories.filter((one) => category === undefined || one.path.startsWith(category.path))
  const branches = branchesOf(categories, duties)
  const title = category === undefined ? reader.t('catalogue.public.title') : nameIn(reader, category)
  const shown = branches.reduce((sum, branch) => sum + branch.duties.length, 0)
  return (
    <PublicPage
      reader={reader}
      title={title}
      section="catalogue"
      wide
      description={reader.t('catalogue.public.lead')}
      following={props.following}
    >
      {category === undefined ? null : <CategoryTrail reader={reader} category={category} categories={props.categories} />}
      <Heading kicker={unit === undefined ? undefined : nameIn(reader, unit)}>{title}</Heading>
      <Lead>{reader.t('catalogue.public.lead')}</Lead>
      <p>
        {reader.t('catalogue.public.count', { n: shown, categories: branches.length })}
        {unit === undefined ? null : (
          <>
            {' '}
            <a href={href(reader, '/catalogue')}>{reader.t('catalogue.public.all')}</a>
          </>
        )}{' '}
        <a href={href(reader, '/catalogue/reasons')}>{reader.t('supervision.public.link')}</a>
      </p>
      {shown === 0 ? null : (
        <p>
          <SheetLinks reader={reader} at="/catalogue" unit={unit?.code} category={category?.code} />
        </p>
      )}
      {props.following === undefined ? null : <FollowThis reader={reader} following={props.following} />}
      {shown === 0 ? <Empty title={reader.t('catalogue.public.empty')} /> : null}
      {category === undefined ? <Contents reader={reader} branches={branches} /> : null}
      {branches
        .filter((branch) => branch.depth === 1)
        .map((branch) => (
          <TopPart {...props} branch={branch} part={branches.filter((one) => one.category.path.startsWith(branch.category.path))} />
        ))}
    </PublicPage>
  )
}

function CategoryTrail({ reader, category, categories }: { reader: Reader; category: Category; categories: readonly Category[] }) {
  const above = categories.filter((one) => one.id !== category.id && category.path.startsWith(one.path))
  return (
    <Trail
      reader={reader}
      steps={[
        { label: reader.t('catalogue.public.title'), href: href(reader, '/catalogue') },
        ...above.map((one) => ({ label: nameIn(reader, one), href: href(reader, `/catalogue/${one.code}`) })),
        { label: nameIn(reader, category) },
      ]}
    />
  )
}

function Contents({ reader, branches }: { reader: Reader; branches: readonly OwnBranch[] }) {
  return (
    <nav class="gk-no-print" aria-label={reader.t('catalogue.public.contents')}>
      <ul>
        {branches
          .filter((branch) => branch.depth === 1)
          .map((branch) => (
            <li>
              <a href={`#${branch.category.code}`}>{nameIn(reader, branch.category)}</a>{' '}
              <span class="gk-quiet">{reader.t('catalogue.public.matters', { n: branch.total })}</span>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** A top category with everything below it in one list; each line says which category below it stands in. */
function TopPart(props: CataloguePageProps & { part: readonly OwnBranch[]; branch: OwnBranch }) {
  const { reader, part, branch } = props
  const { category } = branch
  const name = nameIn(reader, category)
  const isPage = props.category?.id === category.id
  const rows = part.flatMap((one) => one.duties.map((duty, at) => ({ duty, within: one.category, isFirst: at === 0 })))
  return (
    <section aria-labelledby={category.code}>
      <Heading level={2} id={category.code}>
        {isPage ? reader.t('catalogue.public.here') : <a href={href(reader, `/catalogue/${category.code}`)}>{name}</a>}
      </Heading>
      <DataList
        caption={name}
        columns={[
          { label: reader.t('catalogue.column.title') },
          { label: reader.t('catalogue.column.rule') },
          { label: reader.t('catalogue.column.published'), kind: 'number' },
        ]}
        rows={rows.map(({ duty, within, isFirst }) => ({
          cells: [<span id={duty.code}>{titleIn(reader, duty)}</span>, ruleInWords(reader, duty.rule), <Count {...props} duty={duty} />],
          note: (
            <>
              {within.id === category.id ? null : (
                <a id={isFirst ? `in-${within.code}` : undefined} href={href(reader, `/catalogue/${within.code}`)}>
                  {placeInWords(reader, within, category, props.categories)}
                </a>
              )}
              <Origin {...props} duty={duty} />
            </>
          ),
          more: <More {...props} duty={duty} />,
        }))}
      />
    </section>
  )
}

/** Which line comes from above, and from whom. */
function Origin({ reader, duty, origins }: CataloguePageProps & { duty: StoredDuty }) {
  const template = duty.above && origins?.get(duty.above.lineId)
  if (template === undefined) return null
  return <div>{reader.t('catalogue.public.from-above', { issuer: issuerIn(reader, template), template: nameIn(reader, template) })}</div>
}

function Count({ reader, counts, documentsHref, duty }: CataloguePageProps & { duty: StoredDuty }): ComponentChildren {
  const n = counts.get(duty.id) ?? 0
  const words = <span class="govuk-visually-hidden">{reader.t('catalogue.public.documents-of', { title: titleIn(reader, duty) })}</span>
  if (n === 0 || documentsHref === undefined) return n
  return (
    <a class="gk-figure__value" href={documentsHref(duty)}>
      {n} {words}
    </a>
  )
}

function More({ reader, duty, units, newest }: CataloguePageProps & { duty: StoredDuty }) {
  const documents = newest?.get(duty.id) ?? []
  return (
    <>
      {documents.length === 0 ? null : (
        <ul>
          {documents.map((document) => (
            <li>
              <a href={href(reader, `/documents/${document.indexNumber}`)}>{document.title}</a>{' '}
              <DateLine reader={reader} day={document.publishedOn} />
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          {reader.t('catalogue.public.more')}
          <span class="govuk-visually-hidden"> {titleIn(reader, duty)}</span>
        </summary>
        <DutyFacts reader={reader} duty={duty} units={units} />
      </details>
    </>
  )
}
