import type { VNode } from 'preact'
import type { Count } from '../../../kernel/clock.ts'
import type { Unit } from '../../organisations/index.ts'
import { DayStrip } from '../../../ui/day-strip.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, SelectField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { StoredDuty } from '../queries.ts'
import { ruleInWords, titleIn } from './rule-words.ts'

/** What the form of a matter holds, as typed: the codes of a line and a unit, what it was, the day. */
export interface MatterDraft {
  duty: string
  unit: string
  matter: string
  formedOn: string
}

export interface RegisterPageProps {
  reader: Reader
  /** The lines that wait for an event and are owed by these units. */
  duties: readonly StoredDuty[]
  units: readonly Unit[]
  draft: MatterDraft
  /** The due day that follows from what was typed so far. */
  count?: Count | undefined
  errors?: FieldError[]
}

/** Tells that something was formed or changed which must be published. Shows the due day that follows, and why it is that day. */
export function RegisterPage(props: RegisterPageProps): VNode {
  const { reader, duties, errors = [] } = props
  const title = reader.t('catalogue.register.title')
  return (
    <DeskPage reader={reader} title={title} section="tasks" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: reader.t('catalogue.tasks.title'), href: href(reader, '/desk/tasks') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('catalogue.register.lead')}</Lead>
      {duties.length === 0 ? <Empty title={reader.t('catalogue.register.none')} /> : <MatterForm {...props} errors={errors} />}
    </DeskPage>
  )
}

function MatterForm({ reader, duties, units, draft, count, errors = [] }: RegisterPageProps) {
  const shared = { reader, errors }
  const duty = duties.find((one) => one.code === draft.duty)
  const owing = duty === undefined ? units : units.filter((unit) => duty.unitIds.includes(unit.id))
  const choose = { value: '', label: reader.t('catalogue.form.choose') }
  return (
    <Form reader={reader} action="/desk/tasks/register" keep>
      <SelectField
        {...shared}
        name="duty"
        label={reader.t('catalogue.tasks.duty')}
        hint={duty && ruleInWords(reader, duty.rule)}
        value={draft.duty}
        options={[choose, ...duties.map((one) => ({ value: one.code, label: titleIn(reader, one) }))]}
      />
      <SelectField
        {...shared}
        name="unit"
        label={reader.t('catalogue.filter.unit')}
        value={draft.unit || (owing.length === 1 ? (owing[0]?.code ?? '') : '')}
        options={[choose, ...owing.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))]}
      />
      <TextField
        {...shared}
        name="matter"
        label={reader.t('catalogue.register.matter')}
        hint={reader.t('catalogue.hint.matter')}
        value={draft.matter}
      />
      <DateField {...shared} name="formedOn" label={reader.t('catalogue.register.formed')} value={draft.formedOn} />
      {count === undefined ? null : (
        <DayStrip
          reader={reader}
          label={reader.t('catalogue.register.follows')}
          days={count.days}
          due={count.due}
          today={reader.today}
          provisional={count.provisional}
        />
      )}
      <Actions>
        <Button name="step" value="register" text={reader.t('catalogue.register.save')} />
        <Button classes="govuk-button--secondary" name="step" value="preview" text={reader.t('catalogue.register.preview')} />
        <a href={href(reader, '/desk/tasks')}>{reader.t('catalogue.cancel')}</a>
      </Actions>
    </Form>
  )
}
