import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Empty, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { titleIn } from '../../pages/rule-words.ts'
import type { Edition, Template } from '../template.ts'
import { issuerIn, kindOfChange } from './template-words.ts'

export interface ProposalRow {
  edition: Edition
  template: Template
  /** Units within reach that inherit it, and how many of them took it early. */
  units: number
  accepted: number
  comments: number
}

export interface ProposalsPageProps {
  reader: Reader
  rows: readonly ProposalRow[]
}

/** What was announced above and has not taken effect yet, for the units within reach: the next day first. */
export function ProposalsPage({ reader, rows }: ProposalsPageProps): VNode {
  const title = reader.t('catalogue.proposals.title')
  return (
    <DeskPage reader={reader} title={title} section="catalogue" wide>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('catalogue.desk.title'), href: href(reader, '/desk/catalogue') }, { label: title }]}
      />
      <Heading>{title}</Heading>
      <Lead>{reader.t('catalogue.proposals.lead')}</Lead>
      {rows.length === 0 ? (
        <Empty title={reader.t('catalogue.proposals.empty')}>
          <a href={href(reader, '/desk/catalogue/templates')}>{reader.t('catalogue.templates.title')}</a>
        </Empty>
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: reader.t('catalogue.column.title') },
            { label: reader.t('catalogue.templates.takes-effect'), kind: 'day' },
            { label: reader.t('catalogue.templates.change') },
            { label: reader.t('catalogue.templates.said') },
          ]}
          rows={rows.map(({ edition, template, units, accepted, comments }) => ({
            href: href(reader, `/desk/catalogue/proposals/${edition.id}`),
            note: `${nameIn(reader, template)} · ${reader.t('catalogue.templates.issued', { issuer: issuerIn(reader, template) })}`,
            cells: [
              titleIn(reader, edition.columns),
              <DateLine reader={reader} day={edition.takesEffectOn} />,
              reader.t(`catalogue.proposals.kind.${kindOfChange(edition)}`),
              reader.t('catalogue.proposals.count', { n: units, accepted, comments }),
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}
