import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Actions, ErrorBox, Form } from '../../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { figurePath } from '../../pages/figure-words.ts'
import { sayMethod } from '../say-ranking.ts'
import { frozenRow, publicationRow } from '../../pages/publication-rows.tsx'
import type { CircularView } from '../read-circular.ts'
import { sayTitle } from '../say-title.ts'
import type { CircularPageProps } from './circular-props.ts'
import { CircularWriting } from './circular-writing.tsx'
import { RowsTable } from './rows-table.tsx'

const dones = ['begun', 'saved', 'handed'] as const

/** A circular in the making: the numbers of every unit, what they give reason to say, and what people say. */
export function CircularPage(props: CircularPageProps): VNode {
  const { reader, view, errors = [] } = props
  const { t } = reader
  const { told, rows, circular } = view
  const title = sayTitle(reader, circular.peers, told.period)
  const done = dones.find((one) => one === props.done)
  return (
    <DeskPage reader={reader} title={title} section="reports" wide hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: t('circular.desk.title'), href: href(reader, '/desk/reports/circulars') }, { label: title }]}
      />
      {done && <NotificationBanner type="success" titleText={title} text={t(`circular.done.${done}`)} />}
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, told.unit)}>{title}</Heading>
      <Standing reader={reader} view={view} />
      <Frozen reader={reader} view={view} />
      <Heading level={2}>{t('circular.today')}</Heading>
      <p>{sayMethod(reader, { method: told.method, fewestPeers: props.pack.fewestPeers })}</p>
      <RowsTable
        {...{ reader, rows, caption: t('circular.today'), figures: props.pack.figures }}
        link={({ unitId }, code) => {
          const unit = told.units.find(({ id }) => id === unitId)
          if (unit === undefined || !reader.may('figures.read', unit.path)) return undefined
          return href(reader, figurePath('desk', { code }, { unit: unit.code, period: told.period.code }))
        }}
      />
      <CircularWriting {...props} />
      <HandForm {...props} />
    </DeskPage>
  )
}

function Standing({ reader, view }: { reader: Reader; view: CircularView }) {
  const { t } = reader
  const { circular, issues, document } = view
  return (
    <Facts
      rows={[
        frozenRow(
          reader,
          t('bulletin.handed'),
          issues.map((issue) => ({ ...issue, at: issue.handedAt })),
          (n) => t('bulletin.issue', { n }),
        ),
        publicationRow(reader, document),
        {
          label: t('bulletin.public-page'),
          value: document?.publishedAt && <a href={href(reader, `/reports/circulars/${circular.id}`)}>{t('bulletin.public-page')}</a>,
        },
      ]}
    />
  )
}

/** What was handed over last: its numbers open the records that stood behind them then. */
function Frozen({ reader, view }: { reader: Reader; view: CircularView }) {
  const { t } = reader
  const { circular, told } = view
  const [issue] = view.issues
  if (issue === undefined) return null
  const { figures, rows } = issue.content
  return (
    <section aria-labelledby="frozen">
      <Heading level={2} id="frozen">
        {t('circular.frozen')}
      </Heading>
      <p>
        {t('bulletin.cut-off')}: <DateLine reader={reader} day={issue.cutOff} />
      </p>
      <RowsTable
        {...{ reader, figures, rows, caption: t('circular.frozen') }}
        link={({ unitId }, code) => {
          const unit = told.units.find(({ id }) => id === unitId)
          return href(reader, `/desk/reports/circulars/${circular.id}/cell?unit=${unit?.code ?? ''}&figure=${code}`)
        }}
      />
    </section>
  )
}

function HandForm({ reader, view }: CircularPageProps) {
  const { t } = reader
  const { circular, told } = view
  return (
    <section aria-labelledby="hand">
      <Heading level={2} id="hand">
        {t('bulletin.hand')}
      </Heading>
      <Lead>{t('circular.hand.lead')}</Lead>
      {view.obstacles.map((one) => (
        <p class="gk-quiet">{t(`circular.refused.${one}`)}</p>
      ))}
      {view.obstacles.length > 0 ? null : reader.may('reports.write', told.unit.path) ? (
        <Form reader={reader} action={`/desk/reports/circulars/${circular.id}/hand`}>
          <input type="hidden" name="version" value={circular.version} />
          <Actions>
            <Button text={t('bulletin.hand')} />
          </Actions>
        </Form>
      ) : (
        <p>{t('circular.hand.who', { unit: nameIn(reader, told.unit) })}</p>
      )}
    </section>
  )
}
