import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { FieldGroup, SelectField, TextField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { anchors, counts, everies, ruleKinds, type RuleDraft } from './duty-draft.ts'

export interface RuleFieldsProps {
  reader: Reader
  draft: RuleDraft
  /** The statute's limit in words, with its provision. */
  statute: string
  errors: FieldError[]
}

/** A time rule as fields: which kind it is, and under each kind what it needs. All of them show where there is no script. */
export function RuleFields(props: RuleFieldsProps): VNode {
  const { reader, draft, statute, errors } = props
  const inside = {
    within: <Within {...props} />,
    'at-once': undefined,
    periodic: <Periodic {...props} />,
    yearly: <MonthDay {...props} name="yearlyBy" />,
    standing: <MonthDay {...props} name="standingBy" />,
    before: <Before {...props} />,
  }
  return (
    <FieldGroup legend={reader.t('catalogue.column.rule')}>
      <RadiosField
        reader={reader}
        name="kind"
        label={reader.t('catalogue.form.kind')}
        hint={reader.t('catalogue.hint.statute', { statute })}
        value={draft.kind}
        errors={errors}
        choices={ruleKinds.map((kind) => ({
          value: kind,
          label: reader.t(`catalogue.form.kind.${kind}`),
          hint: reader.t(`catalogue.hint.kind.${kind}`),
          children: inside[kind],
        }))}
      />
    </FieldGroup>
  )
}

function Within(props: RuleFieldsProps) {
  const { reader, draft, errors } = props
  return (
    <>
      <TextField
        reader={reader}
        errors={errors}
        name="withinDays"
        label={reader.t('catalogue.form.days')}
        value={draft.withinDays}
        width={3}
        inputmode="numeric"
      />
      <CountOf {...props} name="withinCount" />
      <SelectField
        reader={reader}
        name="withinAnchor"
        label={reader.t('catalogue.form.anchor')}
        value={draft.withinAnchor}
        options={anchors.map((value) => ({ value, label: reader.t(`catalogue.form.anchor.${value}`) }))}
      />
    </>
  )
}

function Periodic(props: RuleFieldsProps) {
  const { reader, draft, errors } = props
  return (
    <>
      <SelectField
        reader={reader}
        name="every"
        label={reader.t('catalogue.form.every')}
        value={draft.every}
        options={everies.map((value) => ({ value, label: reader.t(`catalogue.form.every.${value}`) }))}
      />
      <TextField
        reader={reader}
        errors={errors}
        name="everyWithin"
        label={reader.t('catalogue.form.days-after')}
        value={draft.everyWithin}
        width={3}
        inputmode="numeric"
      />
      <CountOf {...props} name="everyCount" />
    </>
  )
}

function Before(props: RuleFieldsProps) {
  const { reader, draft, errors } = props
  return (
    <>
      <SelectField
        reader={reader}
        name="beforeEvery"
        label={reader.t('catalogue.form.every')}
        value={draft.beforeEvery}
        options={everies.map((value) => ({ value, label: reader.t(`catalogue.form.every.${value}`) }))}
      />
      <TextField
        reader={reader}
        errors={errors}
        name="beforeDays"
        label={reader.t('catalogue.form.days-before')}
        value={draft.beforeDays}
        width={3}
        inputmode="numeric"
      />
      <CountOf {...props} name="beforeCount" />
    </>
  )
}

function CountOf({ reader, draft, name }: RuleFieldsProps & { name: 'withinCount' | 'everyCount' | 'beforeCount' }) {
  return (
    <SelectField
      reader={reader}
      name={name}
      label={reader.t('catalogue.form.count')}
      value={draft[name]}
      options={counts.map((value) => ({ value, label: reader.t(`catalogue.form.count.${value}`) }))}
    />
  )
}

function MonthDay({ reader, draft, errors, name }: RuleFieldsProps & { name: 'yearlyBy' | 'standingBy' }) {
  const label = reader.t(`catalogue.form.${name}`)
  return (
    <TextField
      reader={reader}
      errors={errors}
      name={name}
      label={label}
      hint={reader.t('catalogue.hint.month-day')}
      value={draft[name]}
      width={5}
    />
  )
}
