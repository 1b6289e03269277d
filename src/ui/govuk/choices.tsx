import { classes, more, type Attributes } from './attributes.ts'
import { hasMarkup, isSaid, say, type Absent, type Content } from './content.ts'
import type { GroupProps } from './form-group.tsx'
import { Hint, type HintProps } from './hint.tsx'
import { Label, type LabelProps } from './label.tsx'

/** One radio button or checkbox, or with `divider` a word between two of them. */
export interface Choice extends Content {
  id?: string
  value?: string | number
  divider?: string
  checked?: boolean
  disabled?: boolean
  label?: Pick<LabelProps, 'classes' | 'attributes'>
  hint?: HintProps
  /** Shown only while this choice is taken; without script it always shows. */
  conditional?: Content | Absent
  attributes?: Attributes
}

export interface ChoiceListProps<C extends Choice> {
  kind: 'radios' | 'checkboxes'
  group: GroupProps & { items: (C | Absent)[] }
  /** Gives the first choice its id; the others add their number, so that an error can link to the first. */
  idPrefix: string
  nameOf: (choice: C) => string
  isChecked: (choice: C) => boolean
  describedBy?: string
}

/** The choices of a group of radio buttons or checkboxes, whose markup differs only in its names. */
export function ChoiceList<C extends Choice>(props: ChoiceListProps<C>) {
  const block = `govuk-${props.kind}`
  const { group } = props
  return (
    <div class={classes(block, group.classes)} data-module={block} {...more(group.attributes)}>
      {say(group.formGroup?.beforeInputs)}
      {group.items.map((choice, index) => {
        if (!choice) return null
        if (choice.divider) return <div class={`${block}__divider`}>{choice.divider}</div>
        const id = choice.id || (index > 0 ? `${props.idPrefix}-${index + 1}` : props.idPrefix)
        return <ChoiceItem block={block} id={id} choice={choice} list={props} />
      })}
      {say(group.formGroup?.afterInputs)}
    </div>
  )
}

function ChoiceItem<C extends Choice>(props: { block: string; id: string; choice: C; list: ChoiceListProps<C> }) {
  const { block, id, choice, list } = props
  const isChecked = list.isChecked(choice)
  const conditional = choice.conditional && hasMarkup(choice.conditional) ? choice.conditional : undefined
  const hint = isSaid(choice.hint) ? choice.hint : undefined
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={list.nameOf(choice)}
          type={list.kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value ?? ''}
          checked={isChecked}
          disabled={choice.disabled}
          data-aria-controls={conditional && `conditional-${id}`}
          aria-describedby={classes(list.describedBy, hint && `${id}-item-hint`) || undefined}
          {...more(choice.attributes)}
        />
        <Label
          {...choice.label}
          text={choice.text}
          html={choice.html}
          classes={classes(`${block}__label`, choice.label?.classes)}
          for={id}
          children={choice.children}
        />
        {hint && <Hint {...hint} id={`${id}-item-hint`} classes={classes(`${block}__hint`, hint.classes)} />}
      </div>
      {conditional && (
        <div class={classes(`${block}__conditional`, !isChecked && `${block}__conditional--hidden`)} id={`conditional-${id}`}>
          {say(conditional)}
        </div>
      )}
    </>
  )
}
