import { classes, more, type Attributes } from './attributes.ts'
import { say, type Absent, type Content } from './content.ts'
import { SummaryCard, Action, type Actions, type SummaryCardProps } from './summary-card.tsx'

export interface SummaryListProps {
  rows: (SummaryRow | Absent)[]
  /** Puts the list in a card with a title. */
  card?: SummaryCardProps | Absent
  classes?: string
  attributes?: Attributes
}

export interface SummaryRow {
  key: Content & { classes?: string }
  value: Content & { classes?: string }
  actions?: Actions
  classes?: string
}

/** Names and values, each with what may be done about it. */
export function SummaryList(props: SummaryListProps) {
  const anyHasActions = props.rows.some((row) => row && row.actions?.items?.length)
  const title = props.card ? props.card.title : undefined
  const list = (
    <dl class={classes('govuk-summary-list', props.classes)} {...more(props.attributes)}>
      {props.rows.map((row) => row && <Row row={row} anyHasActions={!!anyHasActions} cardTitle={title} />)}
    </dl>
  )
  return props.card ? <SummaryCard {...props.card}>{list}</SummaryCard> : list
}

function Row({ row, anyHasActions, cardTitle }: { row: SummaryRow; anyHasActions: boolean; cardTitle?: Content }) {
  return (
    <div
      class={classes('govuk-summary-list__row', anyHasActions && !row.actions?.items && 'govuk-summary-list__row--no-actions', row.classes)}
    >
      <dt class={classes('govuk-summary-list__key', row.key.classes)}>{say(row.key)}</dt>
      <dd class={classes('govuk-summary-list__value', row.value.classes)}>{say(row.value)}</dd>
      <RowActions actions={row.actions} cardTitle={cardTitle} />
    </div>
  )
}

function RowActions({ actions, cardTitle }: { actions?: Actions; cardTitle?: Content }) {
  const items = actions?.items ?? []
  const [first] = items
  if (!first) return null
  return (
    <dd class={classes('govuk-summary-list__actions', actions?.classes)}>
      {items.length === 1 ? (
        <Action action={first} cardTitle={cardTitle} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <Action action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}
