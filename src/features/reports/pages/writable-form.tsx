import type { ComponentChildren, VNode } from 'preact'
import { Form } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'

export interface WritableFormProps {
  reader: Reader
  action: string
  /** The version that the form was opened with. */
  version: number
  mayWrite: boolean
  class?: string | undefined
  children: ComponentChildren
}

/** What whoever may write sees as a form, and whoever may only read as a text: a form without a button would promise what it cannot do. */
export function WritableForm({ reader, action, version, mayWrite, class: name, children }: WritableFormProps): VNode {
  if (!mayWrite) return <div>{children}</div>
  return (
    <Form reader={reader} action={action} class={name} keep>
      <input type="hidden" name="version" value={version} />
      {children}
    </Form>
  )
}
