import type { VNode } from 'preact'
import type { Unit } from '../../../organisations/index.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Actions } from '../../../../ui/form.tsx'
import { Empty, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { editionOn, pendingOn, type Template } from '../template.ts'
import type { Line } from '../queries.ts'
import { issuerIn } from './template-words.ts'

export interface TemplatesPageProps {
  reader: Reader
  templates: readonly Template[]
  lines: readonly Line[]
  /** The units that inherit each template, by its id. */
  heirs: ReadonlyMap<number, readonly Unit[]>
}

/** Every template that was laid down: from whom, for how many units, and when it changes next. */
export function TemplatesPage({ reader, templates, lines, heirs }: TemplatesPageProps): VNode {
  const title = reader.t('catalogue.templates.title')
  return (
    <DeskPage reader={reader} title={title} section="catalogue" wide>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('catalogue.desk.title'), href: href(reader, '/desk/catalogue') }, { label: title }]}
      />
      <Heading>{title}</Heading>
      <Lead>{reader.t('catalogue.templates.lead')}</Lead>
      <Actions>
        {reader.may('catalogue.arrange') ? (
          <a class="govuk-button" href={href(reader, '/desk/catalogue/templates/new')}>
            {reader.t('catalogue.templates.new')}
          </a>
        ) : null}
        <a href={href(reader, '/desk/catalogue/proposals')}>{reader.t('catalogue.proposals.title')}</a>
      </Actions>
      {templates.length === 0 ? (
        <Empty title={reader.t('catalogue.templates.empty')}>{reader.t('catalogue.templates.empty-now')}</Empty>
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: reader.t('catalogue.templates.name') },
            { label: reader.t('catalogue.templates.next'), kind: 'day' },
            { label: reader.t('catalogue.templates.lines'), kind: 'number' },
            { label: reader.t('catalogue.templates.heirs'), kind: 'number' },
          ]}
          rows={templates.map((template) => {
            const own = lines.filter((line) => line.templateId === template.id)
            const [next] = own.flatMap((line) => pendingOn(line.editions, reader.today)).toSorted(byDay)
            return {
              href: href(reader, `/desk/catalogue/templates/${template.code}`),
              note: reader.t('catalogue.templates.issued', { issuer: issuerIn(reader, template) }),
              cells: [
                nameIn(reader, template),
                next === undefined ? '–' : <DateLine reader={reader} day={next.takesEffectOn} short />,
                own.filter((line) => editionOn(line.editions, reader.today)?.ends === false).length,
                heirs.get(template.id)?.length ?? 0,
              ],
            }
          })}
        />
      )}
    </DeskPage>
  )
}

function byDay(one: { takesEffectOn: string }, other: { takesEffectOn: string }): number {
  return one.takesEffectOn < other.takesEffectOn ? -1 : 1
}
