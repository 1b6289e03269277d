import type { VNode } from 'preact'
import { fieldsOf, type Draft } from '../draft.ts'

/** What was typed on other screens, carried along unseen; `shown` are the fields that this screen draws itself. */
export function HiddenFields({ draft, shown }: { draft: Draft; shown: readonly string[] }): VNode {
  return (
    <>
      {Object.entries(fieldsOf(draft))
        .filter(([name, value]) => value !== '' && !shown.some((one) => one === name || name.startsWith(`${one}-`)))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  )
}

/** A button that says where its form goes on. */
export function StepButton({ step, text, second }: { step: string; text: string; second?: true }): VNode {
  return (
    <button class={second ? 'govuk-button govuk-button--secondary' : 'govuk-button'} type="submit" name="go" value={step}>
      {text}
    </button>
  )
}
