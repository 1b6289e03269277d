import { classes, scriptWords } from './attributes.ts'
import { Button } from './button.tsx'
import { say } from './content.ts'
import { Input, type InputProps } from './input.tsx'

export interface PasswordInputProps extends Omit<
  InputProps,
  'type' | 'inputmode' | 'autocapitalize' | 'spellcheck' | 'prefix' | 'suffix' | 'inputWrapper'
> {
  showPasswordText?: string
  hidePasswordText?: string
  showPasswordAriaLabelText?: string
  hidePasswordAriaLabelText?: string
  passwordShownAnnouncementText?: string
  passwordHiddenAnnouncementText?: string
  button?: { classes?: string }
}

/** A password, with a button to look at it that appears with script. For a new one give `autocomplete="new-password"`. */
export function PasswordInput(props: PasswordInputProps) {
  const id = props.id || props.name
  const { formGroup } = props
  return (
    <Input
      {...props}
      id={id}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete || 'current-password'}
      classes={classes('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: classes('govuk-password-input', formGroup?.classes),
        attributes: { 'data-module': 'govuk-password-input', ...words(props), ...formGroup?.attributes },
        beforeInput: formGroup?.beforeInput,
        afterInput: {
          children: (
            <>
              <ShowButton {...props} id={id} />
              {say(formGroup?.afterInput)}
            </>
          ),
        },
      }}
    />
  )
}

function ShowButton(props: PasswordInputProps) {
  return (
    <Button
      type="button"
      classes={classes('govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle', props.button?.classes)}
      text={props.showPasswordText ?? 'Show'}
      attributes={{ 'aria-controls': props.id, 'aria-label': props.showPasswordAriaLabelText ?? 'Show password', hidden: '' }}
    />
  )
}

function words(props: PasswordInputProps) {
  return scriptWords({
    'show-password': props.showPasswordText,
    'hide-password': props.hidePasswordText,
    'show-password-aria-label': props.showPasswordAriaLabelText,
    'hide-password-aria-label': props.hidePasswordAriaLabelText,
    'password-shown-announcement': props.passwordShownAnnouncementText,
    'password-hidden-announcement': props.passwordHiddenAnnouncementText,
  })
}
