import type { VNode } from 'preact'
import type { CitedTerm } from '../../../../kernel/case/edition.ts'
import type { Unit } from '../../../organisations/index.ts'
import { RadiosField } from '../../../../ui/choice.tsx'
import { TextareaField, TextField } from '../../../../ui/field.tsx'
import { Actions, Form, type FieldError } from '../../../../ui/form.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { wantedForms, wantedWays, wishKinds } from '../../cases/wish.ts'
import type { Draft } from '../draft.ts'
import { ApplyFrame } from './apply-frame.tsx'
import { HiddenFields, StepButton } from './hidden-fields.tsx'

export interface WishPageProps {
  reader: Reader
  unit: Unit
  draft: Draft
  once: string
  term: CitedTerm
  errors: FieldError[]
}

const shown = ['kind', 'wanted', 'hint', 'reason', 'form', 'way']

/** The first screen: what is wanted, and how it is to come. */
export function WishPage(props: WishPageProps): VNode {
  const { reader, unit, draft, once, term, errors } = props
  const basis = reader.lang === 'zh' ? term.basisZh : term.basisEn
  return (
    <ApplyFrame
      {...{ reader, unit, errors, screen: 'wish' }}
      title={reader.t('apply.wish.title')}
      lead={reader.t('apply.wish.lead', { unit: nameIn(reader, unit), n: term.term.days })}
    >
      <p class="gk-quiet gk-measure">
        {basis} · <a href={href(reader, `/guide/${unit.code}`)}>{reader.t('apply.wish.guide')}</a>
      </p>
      <Form reader={reader} action={`/apply/${unit.code}`} once={once}>
        <HiddenFields draft={draft} shown={shown} />
        <WishFields {...props} />
        <Actions>
          <StepButton step="found" text={reader.t('apply.wish.button')} />
        </Actions>
      </Form>
    </ApplyFrame>
  )
}

function WishFields({ reader, draft: { wish }, errors }: WishPageProps) {
  const shared = { reader, errors }
  const [information, correction] = wishKinds
  return (
    <>
      <TextareaField
        {...shared}
        name="wanted"
        label={reader.t('apply.wish.wanted')}
        hint={reader.t('apply.wish.wanted-hint')}
        value={wish.wanted}
        rows={7}
      />
      <TextField
        {...shared}
        name="hint"
        label={reader.t('apply.wish.hint')}
        hint={reader.t('apply.wish.hint-hint')}
        value={wish.documentHint}
        optional
      />
      <RadiosField
        {...shared}
        name="kind"
        label={reader.t('apply.wish.kind')}
        value={wish.kind}
        choices={[
          { value: information, label: reader.t('apply.wish.kind.information') },
          {
            ...{ value: correction, label: reader.t('apply.wish.kind.correction'), hint: reader.t('apply.wish.kind.correction-hint') },
            children: <TextareaField {...shared} name="reason" label={reader.t('apply.wish.reason')} value={wish.reason} rows={4} />,
          },
        ]}
      />
      <RadiosField
        {...shared}
        name="form"
        label={reader.t('apply.wish.form')}
        value={wish.form}
        choices={wantedForms.map((form) => ({ value: form, label: reader.t(`apply.wish.form.${form}`) }))}
      />
      <RadiosField
        {...shared}
        name="way"
        label={reader.t('apply.wish.way')}
        value={wish.way}
        choices={wantedWays.map((way) => ({
          value: way,
          label: reader.t(`apply.wish.way.${way}`),
          hint: reader.t(`apply.wish.way.${way}-hint`),
        }))}
      />
    </>
  )
}
