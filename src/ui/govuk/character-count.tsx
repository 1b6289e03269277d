import { classes, scriptWords, type Attributes } from './attributes.ts'
import { say } from './content.ts'
import { Hint } from './hint.tsx'
import { Textarea, type TextareaProps } from './textarea.tsx'

/** A text per plural rule (`one`, `other`), with `%{count}` where the number stands. */
export type PluralText = Record<string, string>

export interface CharacterCountProps extends Omit<TextareaProps, 'describedBy'> {
  maxlength?: number | string
  maxwords?: number | string
  /** The share of the limit, in per cent, from which the count shows. */
  threshold?: number | string
  countType?: 'characters' | 'words'
  countMessage?: { classes?: string }
  /** The limit in words, with `%{count}` where the number stands: shown without script. */
  textareaDescriptionText?: string
  charactersUnderLimitText?: PluralText
  charactersAtLimitText?: string
  charactersOverLimitText?: PluralText
  wordsUnderLimitText?: PluralText
  wordsAtLimitText?: string
  wordsOverLimitText?: PluralText
}

/** A field of several lines with a limit; script counts what is left. The limit itself is checked by who reads the form. */
export function CharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name
  const { formGroup } = props
  return (
    <Textarea
      {...props}
      id={id}
      autocomplete={undefined}
      disabled={undefined}
      describedBy={`${id}-info`}
      classes={classes('govuk-js-character-count', props.classes)}
      formGroup={{
        classes: classes('govuk-character-count', formGroup?.classes),
        attributes: { ...limits(props), ...words(props), ...formGroup?.attributes },
        beforeInput: formGroup?.beforeInput,
        afterInput: {
          children: (
            <>
              <Hint
                id={`${id}-info`}
                classes={classes('govuk-character-count__message', props.countMessage?.classes)}
                text={limitText(props)}
              />
              {say(formGroup?.afterInput)}
            </>
          ),
        },
      }}
    />
  )
}

function countTypeOf(props: CharacterCountProps): 'characters' | 'words' | undefined {
  return props.countType || (props.maxwords ? 'words' : undefined)
}

function limitOf(props: CharacterCountProps) {
  return props.maxwords || props.maxlength
}

/** A limit that only script knows can be named only by script. */
function limitText(props: CharacterCountProps): string | undefined {
  const limit = limitOf(props)
  const unit = countTypeOf(props) === 'words' ? 'words' : 'characters'
  return limit ? (props.textareaDescriptionText || `You can enter up to %{count} ${unit}`).replaceAll('%{count}', String(limit)) : undefined
}

function limits(props: CharacterCountProps): Attributes {
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': countTypeOf(props),
  }
}

function words(props: CharacterCountProps): Attributes {
  const description = props.textareaDescriptionText
  return scriptWords({
    'textarea-description': description && !limitOf(props) ? { other: description } : undefined,
    'characters-under-limit': props.charactersUnderLimitText,
    'characters-at-limit': props.charactersAtLimitText,
    'characters-over-limit': props.charactersOverLimitText,
    'words-under-limit': props.wordsUnderLimitText,
    'words-at-limit': props.wordsAtLimitText,
    'words-over-limit': props.wordsOverLimitText,
  })
}
