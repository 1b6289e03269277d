import type { VNode } from 'preact'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Facts, Heading } from '../../../../ui/heading.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import type { Draft } from '../draft.ts'
import { ApplyFrame } from './apply-frame.tsx'
import { HiddenFields, StepButton } from './hidden-fields.tsx'
import { WhoFields, whoFields } from './who-fields.tsx'
import type { WhoPageProps } from './who-props.ts'

/** The third screen: who asks, and what was asked to be read over before it is sent. Files come last, so that texts survive a broken upload. */
export function WhoPage(props: WhoPageProps): VNode {
  const { reader, unit, draft, once, errors, hasLostFiles } = props
  return (
    <ApplyFrame {...{ reader, unit, errors, screen: 'who' }} title={reader.t('apply.who.title')} lead={reader.t('apply.who.lead')}>
      {hasLostFiles ? <p class="govuk-inset-text">{reader.t('apply.who.files-again')}</p> : null}
      <Form reader={reader} action={`/apply/${unit.code}/send`} once={once} files>
        <HiddenFields draft={draft} shown={whoFields} />
        <WhoFields {...props} />
        <Check reader={reader} draft={draft} />
        <Actions>
          <StepButton step="send" text={reader.t('apply.who.button')} />
          <StepButton step="wish" text={reader.t('apply.who.change')} second />
        </Actions>
        <p class="gk-quiet gk-measure">{reader.t('apply.who.privacy')}</p>
      </Form>
    </ApplyFrame>
  )
}

function Check({ reader, draft: { wish } }: { reader: Reader; draft: Draft }) {
  return (
    <section>
      <Heading level={2}>{reader.t('apply.check.title')}</Heading>
      <Facts
        rows={[
          { label: reader.t('apply.wish.wanted'), value: wish.items.length > 1 ? <Items items={wish.items} /> : wish.wanted },
          { label: reader.t('apply.wish.hint'), value: wish.documentHint },
          { label: reader.t('apply.wish.reason'), value: wish.reason },
          { label: reader.t('apply.wish.form'), value: reader.t(`apply.wish.form.${wish.form}`) },
          { label: reader.t('apply.wish.way'), value: reader.t(`apply.wish.way.${wish.way}`) },
        ]}
      />
    </section>
  )
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ol>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ol>
  )
}
