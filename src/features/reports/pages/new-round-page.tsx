import type { VNode } from 'preact'
import { CheckboxesField, RadiosField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, SelectField, TextareaField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Period } from '../figures/period.ts'
import type { ProposedDay } from '../rounds/load-round-rules.ts'
import { roundKinds, type RoundKind } from '../rounds/round.ts'
import { unitKinds } from '../rounds/unit-kinds.ts'
import { roundInWords } from './round-words.ts'

export interface TypedRound {
  kind: RoundKind
  period: string
  /** The code of the unit whose office asks. */
  unit: string
  kinds: readonly string[]
  dueOn: string
  words: string
  /** The codes of the units that are asked. */
  asked: readonly string[]
}

export interface NewRoundPageProps {
  reader: Reader
  typed: TypedRound
  owners: readonly Unit[]
  /** Who can be asked: every unit of the chosen kinds. */
  units: readonly Unit[]
  period: Period
  proposed: ProposedDay | undefined
  errors?: FieldError[]
}

/** Opens a round: first which report and which kinds of units, then by when, with which words, and without whom. */
export function NewRoundPage({ reader, typed, owners, units, period, proposed, errors = [] }: NewRoundPageProps): VNode {
  const { t } = reader
  const title = t('rounds.open')
  const round = roundInWords(reader, { kind: typed.kind, period: period.code })
  return (
    <DeskPage reader={reader} title={title} section="reports" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: t('reports.desk.title'), href: href(reader, '/desk/reports') },
          { label: t('rounds.title'), href: href(reader, '/desk/reports/rounds') },
          { label: title },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <ChooseForm {...{ reader, typed, owners }} />
      <Heading level={2} id="ask">
        {t('rounds.ask', { round })}
      </Heading>
      <Form reader={reader} action="/desk/reports/rounds" keep>
        <input type="hidden" name="kind" value={typed.kind} />
        <input type="hidden" name="unit" value={typed.unit} />
        <input type="hidden" name="kinds" value={typed.kinds.join(' ')} />
        <TextField
          {...{ reader, errors, name: 'period', label: t('rounds.field.period'), hint: t('rounds.field.period-hint') }}
          value={typed.period}
          width={10}
        />
        <DateField
          {...{ reader, errors, name: 'dueOn', label: t('rounds.field.due'), value: typed.dueOn }}
          hint={proposed && t('rounds.proposed', { basis: basisOf(reader, proposed), sure: t(`rounds.sure.${proposed.confidence}`) })}
        />
        <TextareaField
          {...{ reader, errors, name: 'words', label: t('rounds.field.words'), value: typed.words, rows: 4, optional: true }}
          hint={t('rounds.field.words-hint')}
        />
        <CheckboxesField
          {...{ reader, errors, name: 'asked', label: t('rounds.field.asked'), hint: t('rounds.field.asked-hint') }}
          values={[...typed.asked]}
          choices={units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
        />
        <Actions>
          <Button text={t('rounds.open-button')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}

function ChooseForm({ reader, typed, owners }: Pick<NewRoundPageProps, 'reader' | 'typed' | 'owners'>) {
  const { t } = reader
  return (
    <Form reader={reader} action="/desk/reports/rounds/new" method="get" label={t('rounds.choose')}>
      <Lead>{t('rounds.open.lead')}</Lead>
      {owners.length < 2 ? null : (
        <SelectField
          {...{ reader, name: 'unit', label: t('rounds.field.owner'), value: typed.unit }}
          options={owners.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
        />
      )}
      <RadiosField
        {...{ reader, name: 'kind', label: t('rounds.field.kind'), value: typed.kind }}
        choices={roundKinds.map((kind) => ({ value: kind, label: t(`rounds.kind.${kind}`) }))}
      />
      <CheckboxesField
        {...{ reader, name: 'kinds', label: t('rounds.field.kinds'), values: [...typed.kinds] }}
        choices={unitKinds.map((kind) => ({ value: kind, label: t(`organisations.kind.${kind}`) }))}
      />
      <Actions>
        <Button text={t('rounds.choose')} classes="govuk-button--secondary" />
      </Actions>
    </Form>
  )
}

function basisOf({ lang }: Reader, { basisZh, basisEn }: ProposedDay): string {
  return lang === 'zh' ? basisZh : basisEn
}
