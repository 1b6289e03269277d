import type { VNode } from 'preact'
import { dayOf } from '../../../../kernel/day.ts'
import { RadiosField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Empty, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../../ui/status.tsx'
import type { Unit } from '../../../organisations/index.ts'
import { periodFrom, type Period } from '../../figures/period.ts'
import { periodInWords } from '../../pages/figure-words.ts'
import type { Circular, CircularIssue } from '../circular.ts'
import type { CircularPack } from '../load-circular-pack.ts'
import { sayKind, sayTitle } from '../say-title.ts'
import { sayMethod } from '../say-ranking.ts'

export interface CircularsPageProps {
  reader: Reader
  units: readonly Unit[]
  circulars: readonly Circular[]
  issues: readonly CircularIssue[]
  /** Units for which the visitor may begin one, and the periods that can be told. */
  writable: readonly Unit[]
  periods: readonly Period[]
  pack: CircularPack
  typed: { unit: string; period: string; peers: string; method: string }
  errors?: FieldError[]
}

/** Every circular that was begun, and where one is begun. */
export function CircularsPage(props: CircularsPageProps): VNode {
  const { reader, units, circulars, issues, errors = [] } = props
  const { t } = reader
  const title = t('circular.desk.title')
  return (
    <DeskPage reader={reader} title={title} section="reports" wide hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: t('reports.desk.title'), href: href(reader, '/desk/reports') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{t('circular.desk.lead')}</Lead>
      <ListHead count={t('circular.desk.count', { n: circulars.length })}>
        <a href={href(reader, '/reports/circulars')}>{t('circular.desk.public')}</a>
      </ListHead>
      {circulars.length === 0 ? (
        <Empty title={t('circular.desk.none')}>{t('circular.desk.none-now')}</Empty>
      ) : (
        <DataList
          caption={title}
          columns={[{ label: title }, { label: t('circular.column.publisher') }, { label: t('bulletin.column.state'), kind: 'status' }]}
          rows={circulars.map((circular) => {
            const issue = issues.find(({ circularId }) => circularId === circular.id)
            const period = periodFrom(circular.period)
            return {
              href: href(reader, `/desk/reports/circulars/${circular.id}`),
              cells: [
                period === undefined ? circular.period : sayTitle(reader, circular.peers, period),
                nameIn(reader, units.find(({ id }) => id === circular.unitId) ?? { nameZh: '', nameEn: '' }),
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

function BeginForm({ reader, writable, periods, pack, typed, errors = [] }: CircularsPageProps) {
  const { t } = reader
  if (writable.length === 0) return null
  return (
    <section aria-labelledby="begin">
      <Heading level={2} id="begin">
        {t('circular.begin')}
      </Heading>
      <Form reader={reader} action="/desk/reports/circulars">
        <SelectField
          {...{
            reader,
            errors,
            name: 'unit',
            label: t('circular.column.publisher'),
            hint: t('circular.begin.unit-hint'),
            value: typed.unit,
          }}
          options={writable.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
        />
        <SelectField
          {...{ reader, errors, name: 'period', label: t('circular.column.period'), value: typed.period }}
          options={periods.map((period) => ({ value: period.code, label: periodInWords(reader, period) }))}
        />
        <SelectField
          {...{ reader, errors, name: 'peers', label: t('circular.column.peers'), value: typed.peers }}
          options={pack.kinds.map((kind) => ({ value: kind, label: sayKind(reader, kind) }))}
        />
        <MethodField {...{ reader, errors, pack, value: typed.method }} />
        <Actions>
          <Button text={t('circular.begin')} />
        </Actions>
      </Form>
    </section>
  )
}

/** By which figure units are ranked, with the whole method under each choice. */
export function MethodField(props: { reader: Reader; errors: FieldError[]; pack: CircularPack; value: string }): VNode {
  const { reader, errors, pack, value } = props
  const { fewestPeers } = pack
  return (
    <RadiosField
      {...{ reader, errors, name: 'method', label: reader.t('circular.column.method'), value }}
      choices={pack.methods.map((method) => ({
        value: method.code,
        label: reader.t(`circular.method.${method.code}`),
        hint: sayMethod(reader, { method, fewestPeers }),
      }))}
    />
  )
}
