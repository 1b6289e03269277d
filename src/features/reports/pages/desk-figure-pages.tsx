import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import { figures } from '../figures/all-figures.ts'
import type { Account } from '../figures/read-account.ts'
import type { FigureView } from '../figures/read-figure.ts'
import { EntryFields } from './entry-fields.tsx'
import { AccountBody, PeriodsToChoose } from './account-body.tsx'
import { FigureBody } from './figure-body.tsx'
import { askedName, figurePath, figureWords, valueInWords } from './figure-words.ts'
import { figureName } from './part-words.ts'

export interface DeskFiguresPageProps {
  reader: Reader
  account: Account
  unit: Unit
  inReach: readonly Unit[]
}

/** Every figure of a unit at the desk, also those that nobody reported yet. */
export function DeskFiguresPage({ reader, account, unit, inReach }: DeskFiguresPageProps): VNode {
  const { t } = reader
  const { period } = account.question
  return (
    <DeskPage reader={reader} title={t('account.desk.title')} section="figures" wide>
      <Heading kicker={nameIn(reader, unit)}>{t('account.desk.title')}</Heading>
      <Lead>{t('account.desk.lead')}</Lead>
      {inReach.length < 2 ? null : (
        <Form reader={reader} action="/desk/figures" method="get" label={t('account.column.unit')} class="gk-form--line">
          <input type="hidden" name="period" value={period.code} />
          <SelectField
            reader={reader}
            name="unit"
            label={t('account.column.unit')}
            value={unit.code}
            options={inReach.map((one) => ({ value: one.code, label: nameIn(reader, one) }))}
          />
          <Button text={t('ui.filters.apply')} classes="govuk-button--secondary" />
        </Form>
      )}
      <PeriodsToChoose
        reader={reader}
        question={account.question}
        path={(code) => figurePath('desk', undefined, { unit: unit.code, period: code })}
      />
      {reader.may('figures.enter', unit.path) ? (
        <p>
          <a href={href(reader, `/desk/figures/enter?unit=${unit.code}&period=${period.code}`)}>{t('account.enter')}</a>
          {' · '}
          <a href={href(reader, `/desk/figures/sheet?unit=${unit.code}&period=${period.code}`)}>{t('account.sheet.title')}</a>
        </p>
      ) : null}
      <AccountBody reader={reader} account={account} place="desk" />
    </DeskPage>
  )
}

/** One figure at the desk, with its records and, where it is reported by hand, what shows it. */
export function DeskFigurePage(props: { reader: Reader; view: FigureView; unit: Unit; after: number; done: string }): VNode {
  const { reader, view, unit, after } = props
  const name = figureName(reader, view.value.figure)
  const { period } = view.account.question
  const back = figurePath('desk', undefined, { unit: unit.code, period: period.code })
  const done = (['enter', 'strike'] as const).find((one) => one === props.done)
  return (
    <DeskPage reader={reader} title={name} section="figures" wide>
      <Trail reader={reader} steps={[{ label: reader.t('account.desk.title'), href: href(reader, back) }, { label: name }]} />
      {done && <NotificationBanner type="success" titleText={name} text={reader.t(`account.${done}.done`)} />}
      <Heading kicker={askedName(reader, view.account.question)}>{name}</Heading>
      <FigureBody {...{ reader, view, after }} place="desk" />
      <StrikeForms {...{ reader, view }} />
      {reader.may('figures.enter', unit.path) ? (
        <p>
          <a href={href(reader, `/desk/figures/enter?unit=${unit.code}&period=${period.code}&figure=${view.value.figure.code}`)}>
            {reader.t('account.enter')}
          </a>
        </p>
      ) : null}
    </DeskPage>
  )
}

function StrikeForms({ reader, view }: { reader: Reader; view: FigureView }) {
  const { units } = view.account.question
  return (
    <>
      {view.value.entries.map((entry) => {
        const unit = units.find((one) => one.id === entry.unitId)
        if (unit === undefined || !reader.may('figures.enter', unit.path)) return null
        return (
          <Form reader={reader} action={`/desk/figures/entries/${entry.id}/strike`}>
            <Actions>
              <Button
                text={`${reader.t('account.strike')} · ${nameIn(reader, unit)} · ${valueInWords(reader, entry.value, entry.isAtLeast)}`}
                classes="govuk-button--secondary"
              />
            </Actions>
          </Form>
        )
      })}
    </>
  )
}

export interface TypedFigure {
  unit: string
  figure: string
  period: string
  value: string
  atLeast: string[]
  evidence: string
}

export interface EnterFigurePageProps {
  reader: Reader
  units: readonly Unit[]
  typed: TypedFigure
  errors?: FieldError[]
}

/** Enters a number that no record shows. */
export function EnterFigurePage({ reader, units, typed, errors = [] }: EnterFigurePageProps): VNode {
  const { t } = reader
  const title = t('account.enter.title')
  return (
    <DeskPage reader={reader} title={title} section="figures" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: t('account.desk.title'), href: href(reader, '/desk/figures') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{t('account.enter.lead')}</Lead>
      <Form reader={reader} action="/desk/figures/enter" keep>
        <SelectField
          {...{ reader, errors, name: 'unit', label: t('account.enter.unit'), value: typed.unit }}
          options={units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
        />
        <SelectField
          {...{ reader, errors, name: 'figure', label: t('account.enter.figure'), value: typed.figure }}
          options={figures
            .filter((one) => one.facts === undefined)
            .map(({ code }) => ({ value: code, label: figureWords(reader, code).name }))}
        />
        <TextField
          {...{ reader, errors, name: 'period', label: t('account.enter.period'), hint: t('account.enter.period-hint') }}
          value={typed.period}
          width={10}
        />
        <EntryFields {...{ reader, typed, errors }} />
        <Actions>
          <Button text={t('account.enter.button')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}
