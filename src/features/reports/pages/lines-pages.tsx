import type { VNode } from 'preact'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions, Form } from '../../../ui/form.tsx'
import { Button, Details, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Category, StoredDuty } from '../../catalogue/index.ts'
import type { LinesByRow } from '../annual/find-source.ts'
import type { Row } from '../annual/form.ts'
import { headed } from '../annual/heading.ts'

/** The code under which the lines of the report itself stand. */
const ownCode = 'report'

export interface LinesPageProps {
  reader: Reader
  rows: readonly Row[]
  lines: LinesByRow
  duties: readonly StoredDuty[]
  done: string
}

/** Every row of table 1 with the lines of the catalogue that count in it. */
export function LinesPage({ reader, rows, lines, duties, done }: LinesPageProps): VNode {
  const { t } = reader
  const title = t('reports.lines.title')
  const named = [...rows.map((row) => ({ code: row.code, name: headed(reader, row) })), { code: ownCode, name: t('reports.lines.own') }]
  const saying = (code: string): string =>
    (lines.get(code) ?? [])
      .flatMap((id) => duties.find((duty) => duty.id === id) ?? [])
      .map((duty) => titleIn(reader, duty))
      .join(reader.lang === 'zh' ? '、' : ', ')
  return (
    <DeskPage reader={reader} title={title} section="reports">
      <Trail reader={reader} steps={[{ label: t('reports.desk.title'), href: href(reader, '/desk/reports') }, { label: title }]} />
      {done === 'saved' && <NotificationBanner type="success" titleText={title} text={t('reports.lines.saved')} />}
      <Heading>{title}</Heading>
      <Lead>{t('reports.lines.lead')}</Lead>
      <DataList
        caption={title}
        columns={[{ label: t('reports.lines.row') }, { label: t('account.figure.lines') }]}
        rows={named.map(({ code, name }) => ({
          href: href(reader, `/desk/reports/lines/${code}`),
          cells: [name, saying(code) || <span class="gk-quiet">{t('reports.lines.none')}</span>],
        }))}
      />
    </DeskPage>
  )
}

export interface RowPageProps {
  reader: Reader
  code: string
  row: Row | undefined
  chosen: readonly number[]
  duties: readonly StoredDuty[]
  categories: readonly Category[]
}

/** The lines of one row, to choose among all of the catalogue: tree by tree, those open in which something is chosen. */
export function RowPage({ reader, code, row, chosen, duties, categories }: RowPageProps): VNode {
  const { t } = reader
  const title = row === undefined ? t('reports.lines.own') : headed(reader, row)
  return (
    <DeskPage reader={reader} title={title} section="reports">
      <Trail reader={reader} steps={[{ label: t('reports.lines.title'), href: href(reader, '/desk/reports/lines') }, { label: title }]} />
      <Heading kicker={t('reports.lines.title')}>{title}</Heading>
      <Form reader={reader} action={`/desk/reports/lines/${code}`} class="gk-choices">
        {treesOf(categories, duties).map(({ tree, own }) => (
          <Details
            summaryText={t('reports.lines.tree', {
              ...{ tree: nameIn(reader, tree), n: own.filter(({ id }) => chosen.includes(id)).length, all: own.length },
            })}
            open={own.some(({ id }) => chosen.includes(id))}
          >
            <CheckboxesField
              {...{ reader, name: `lines-${tree.code}`, label: nameIn(reader, tree), values: chosen.map(String) }}
              choices={own.map((duty) => ({ value: String(duty.id), label: titleIn(reader, duty), hint: duty.code }))}
            />
          </Details>
        ))}
        <Actions>
          <Button text={t('reports.lines.save')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}

/** The trees of the catalogue with the lines that hang in each. */
function treesOf(categories: readonly Category[], duties: readonly StoredDuty[]): { tree: Category; own: StoredDuty[] }[] {
  const pathOf = new Map(categories.map(({ id, path }) => [id, path]))
  return categories
    .filter(({ parentId }) => parentId === undefined)
    .map((tree) => ({ tree, own: duties.filter(({ categoryId }) => pathOf.get(categoryId)?.startsWith(tree.path) === true) }))
    .filter(({ own }) => own.length > 0)
}

function titleIn(reader: Reader, { titleZh, titleEn }: StoredDuty): string {
  return nameIn(reader, { nameZh: titleZh, nameEn: titleEn })
}
