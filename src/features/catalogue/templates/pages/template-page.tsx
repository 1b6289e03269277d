import type { VNode } from 'preact'
import type { Unit } from '../../../organisations/index.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Actions } from '../../../../ui/form.tsx'
import { NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Empty, Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { RecordLines, type RecordLine } from '../../../../ui/record-lines.tsx'
import { DateLine, StatusWord } from '../../../../ui/status.tsx'
import { listed, ruleInWords, titleIn } from '../../pages/rule-words.ts'
import type { StoredDuty } from '../../queries.ts'
import type { Line, UnitAnswer } from '../queries.ts'
import { editionOn, pendingOn, type Template } from '../template.ts'
import { issuerIn, kindOfChange } from './template-words.ts'

export interface TemplatePageProps {
  reader: Reader
  template: Template
  keeper: Unit
  lines: readonly Line[]
  heirs: readonly Unit[]
  /** Every duty of the catalogue: what each unit inherits, what it added, what it asks more of itself. */
  duties: readonly StoredDuty[]
  answers: readonly UnitAnswer[]
  record: readonly RecordLine[]
  done: string
}

/** One template: its lines with the changes that are announced, and every unit that inherits it. */
export function TemplatePage(props: TemplatePageProps): VNode {
  const { reader, template, keeper, done } = props
  const said = (['laid-down', 'announced'] as const).find((one) => one === done)
  const title = nameIn(reader, template)
  return (
    <DeskPage reader={reader} title={title} section="catalogue" wide>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('catalogue.desk.title'), href: href(reader, '/desk/catalogue') },
          { label: reader.t('catalogue.templates.title'), href: href(reader, '/desk/catalogue/templates') },
          { label: title },
        ]}
      />
      {said && (
        <NotificationBanner type="success" titleText={reader.t('catalogue.done')} text={reader.t(`catalogue.templates.done.${said}`)} />
      )}
      <Heading kicker={reader.t('catalogue.templates.issued', { issuer: issuerIn(reader, template) })}>{title}</Heading>
      <Lead>{reader.t('catalogue.templates.binding')}</Lead>
      {reader.may('catalogue.arrange', keeper.path) ? (
        <Actions>
          <a class="govuk-button" href={href(reader, `/desk/catalogue/templates/${template.code}/lines/new`)}>
            {reader.t('catalogue.templates.add-line')}
          </a>
        </Actions>
      ) : null}
      <Lines {...props} />
      <Heirs {...props} />
      <Scope {...props} />
      <Heading level={2}>{reader.t('catalogue.record.title')}</Heading>
      <RecordLines reader={reader} lines={props.record} say={() => reader.t('catalogue.templates.act')} />
    </DeskPage>
  )
}

function Scope({ reader, template, keeper }: TemplatePageProps) {
  return (
    <Facts
      rows={[
        { label: reader.t('catalogue.templates.keeper'), value: nameIn(reader, keeper) },
        {
          label: reader.t('catalogue.templates.kinds'),
          value: listed(
            reader,
            template.kinds.map((kind) => reader.t(`catalogue.units.${kind as Unit['kind']}`)),
          ),
        },
        {
          label: reader.t('catalogue.column.levels'),
          value: listed(
            reader,
            template.levels.map((level) => reader.t(`catalogue.level.${level as 'city'}`)),
          ),
        },
        { label: reader.t('catalogue.column.code'), value: template.code },
      ]}
    />
  )
}

function Lines({ reader, template, keeper, lines }: TemplatePageProps) {
  const mayChange = reader.may('catalogue.arrange', keeper.path)
  const title = reader.t('catalogue.templates.lines')
  return (
    <>
      <Heading level={2}>{title}</Heading>
      {lines.length === 0 ? (
        <Empty title={reader.t('catalogue.templates.no-lines')} />
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: reader.t('catalogue.column.title') },
            { label: reader.t('catalogue.column.rule') },
            { label: reader.t('catalogue.templates.change') },
          ]}
          rows={lines.map((line) => {
            const current = editionOn(line.editions, reader.today)
            const shown = (current ?? line.editions[0])?.columns
            return {
              href: mayChange ? href(reader, `/desk/catalogue/templates/${template.code}/lines/${line.code}`) : undefined,
              note: line.code,
              cells: [
                shown && titleIn(reader, shown),
                shown && ruleInWords(reader, shown.rule),
                <Changes reader={reader} line={line} isOver={current?.ends === true} />,
              ],
            }
          })}
        />
      )}
    </>
  )
}

function Changes({ reader, line, isOver }: { reader: Reader; line: Line; isOver: boolean }) {
  const pending = pendingOn(line.editions, reader.today)
  if (pending.length === 0) return <>{reader.t(isOver ? 'catalogue.templates.over' : 'catalogue.templates.in-force')}</>
  return (
    <>
      {pending.map((edition) => (
        <div>
          <a href={href(reader, `/desk/catalogue/proposals/${edition.id}`)}>
            {reader.t(`catalogue.proposals.kind.${kindOfChange(edition)}`)} <DateLine reader={reader} day={edition.takesEffectOn} short />
          </a>
        </div>
      ))}
    </>
  )
}

function Heirs({ reader, heirs, duties, lines, answers }: TemplatePageProps) {
  const codes = new Set(lines.map((line) => line.code))
  const ids = new Set(lines.map((line) => line.id))
  const pending = new Set(lines.flatMap((line) => pendingOn(line.editions, reader.today)).map((edition) => edition.id))
  const title = reader.t('catalogue.templates.heirs')
  const rows = heirs.map((unit) => {
    const owed = duties.filter((duty) => duty.unitIds.includes(unit.id))
    const inherited = owed.filter((duty) => duty.above !== undefined && ids.has(duty.above.lineId))
    const given = answers.filter((answer) => answer.unitId === unit.id && pending.has(answer.editionId))
    return {
      href: `${href(reader, '/desk/catalogue')}?unit=${unit.code}`,
      cells: [
        nameIn(reader, unit),
        inherited.length,
        inherited.filter((duty) => !codes.has(duty.code)).length,
        owed.filter((duty) => duty.above === undefined).length,
        <Said reader={reader} given={given} />,
      ],
    }
  })
  return (
    <>
      <Heading level={2}>{title}</Heading>
      {rows.length === 0 ? <Empty title={reader.t('catalogue.templates.no-heirs')} /> : null}
      <DataList
        caption={title}
        columns={[
          { label: reader.t('catalogue.column.units') },
          { label: reader.t('catalogue.templates.inherited'), kind: 'number' },
          { label: reader.t('catalogue.templates.stricter'), kind: 'number' },
          { label: reader.t('catalogue.templates.own'), kind: 'number' },
          { label: reader.t('catalogue.templates.said'), kind: 'status' },
        ]}
        rows={rows}
      />
    </>
  )
}

function Said({ reader, given }: { reader: Reader; given: readonly UnitAnswer[] }) {
  const accepted = given.filter((one) => one.kind === 'accepted').length
  const comments = given.length - accepted
  if (given.length === 0) return <>–</>
  return (
    <StatusWord kind={comments > 0 ? 'due-soon' : 'done'}>{reader.t('catalogue.templates.said-count', { accepted, comments })}</StatusWord>
  )
}
