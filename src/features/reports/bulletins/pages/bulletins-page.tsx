import type { VNode } from 'preact'
import { dayOf } from '../../../../kernel/day.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Empty, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../../ui/status.tsx'
import type { Unit } from '../../../organisations/index.ts'
import type { Period } from '../../figures/period.ts'
import type { Bulletin, Issue } from '../bulletin.ts'
import { quarterInWords } from './bulletin-words.ts'

export interface BulletinsPageProps {
  reader: Reader
  units: readonly Unit[]
  bulletins: readonly Bulletin[]
  issues: readonly Issue[]
  /** The visitor lays down which lines fill the sections. */
  mapsLines: boolean
  /** Towns for which the visitor may begin one, and the quarters that can be told. */
  writable: readonly Unit[]
  quarters: readonly Period[]
  typed: { unit: string; quarter: string }
  errors?: FieldError[]
}

/** Every bulletin that was begun, and where one is begun. */
export function BulletinsPage(props: BulletinsPageProps): VNode {
  const { reader, units, bulletins, issues, mapsLines, errors = [] } = props
  const { t } = reader
  const title = t('bulletin.desk.title')
  return (
    <DeskPage reader={reader} title={title} section="reports" wide hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: t('reports.desk.title'), href: href(reader, '/desk/reports') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{t('bulletin.desk.lead')}</Lead>
      <ListHead count={t('bulletin.desk.count', { n: bulletins.length })}>
        <a href={href(reader, '/reports/bulletins')}>{t('bulletin.desk.public')}</a>
        {mapsLines ? <a href={href(reader, '/desk/reports/bulletins/sections')}>{t('bulletin.sections.title')}</a> : null}
      </ListHead>
      {bulletins.length === 0 ? (
        <Empty title={t('bulletin.desk.none')}>{t('bulletin.desk.none-now')}</Empty>
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: t('bulletin.column.unit') },
            { label: t('bulletin.column.quarter') },
            { label: t('bulletin.column.state'), kind: 'status' },
          ]}
          rows={bulletins.map((bulletin) => {
            const issue = issues.find(({ bulletinId }) => bulletinId === bulletin.id)
            return {
              href: href(reader, `/desk/reports/bulletins/${bulletin.id}`),
              cells: [
                nameIn(reader, units.find(({ id }) => id === bulletin.unitId) ?? { nameZh: '', nameEn: '' }),
                quarterInWords(reader, bulletin.quarter),
                issue === undefined ? (
                  <StatusWord kind="waiting">{t('bulletin.state.in-making')}</StatusWord>
                ) : (
                  <StatusWord kind="done">
                    {t('bulletin.state.handed')} <DateLine reader={reader} day={dayOf(issue.handedAt)} short />
                  </StatusWord>
                ),
              ],
            }
          })}
        />
      )}
      <BeginForm {...props} />
    </DeskPage>
  )
}

function BeginForm({ reader, writable, quarters, typed, errors = [] }: BulletinsPageProps) {
  const { t } = reader
  if (writable.length === 0) return null
  return (
    <section aria-labelledby="begin">
      <Heading level={2} id="begin">
        {t('bulletin.begin')}
      </Heading>
      <Form reader={reader} action="/desk/reports/bulletins">
        <SelectField
          {...{ reader, errors, name: 'unit', label: t('bulletin.column.unit'), value: typed.unit }}
          options={writable.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
        />
        <SelectField
          {...{ reader, errors, name: 'quarter', label: t('bulletin.column.quarter'), value: typed.quarter }}
          options={quarters.map(({ code }) => ({ value: code, label: quarterInWords(reader, code) }))}
        />
        <Actions>
          <Button text={t('bulletin.begin')} />
        </Actions>
      </Form>
    </section>
  )
}
