import type { ComponentChildren, VNode } from 'preact'
import { ErrorSummary } from './govuk/index.ts'
import { href, type Reader } from './reader.ts'

/** One thing to mend: the field it belongs to (its `name`) and what to do about it, in the reader's language. */
export interface FieldError {
  field: string
  message: string
}

export interface FormProps {
  reader: Reader
  /** A path of this site (`/desk/documents`); the language is added when it is missing. */
  action: string
  method?: 'get' | 'post' | undefined
  /** The form token; left out: that of the signed-in person. Public forms hand in their own. */
  token?: string | undefined
  /** A key that makes a second sending of the same form harmless. */
  once?: string | undefined
  /** The form carries files. */
  files?: boolean | undefined
  /** Warn before leaving with unsaved words (script only). */
  keep?: boolean | undefined
  class?: string | undefined
  label?: string | undefined
  children: ComponentChildren
}

/** A form that the server answers. The browser's own checks are off: ours say how to mend, in the reader's language. */
export function Form({ reader, action, method = 'post', token, once, files, keep, class: name, label, children }: FormProps): VNode {
  const secret = token ?? reader.person?.token
  return (
    <form
      class={name ? `gk-form ${name}` : 'gk-form'}
      action={withLanguage(reader, action)}
      method={method}
      enctype={files ? 'multipart/form-data' : undefined}
      aria-label={label}
      data-keep={keep ? reader.t('ui.form.unsaved') : undefined}
      novalidate
    >
      {method === 'post' && secret !== undefined ? <input type="hidden" name="_token" value={secret} /> : null}
      {once !== undefined ? <input type="hidden" name="_once" value={once} /> : null}
      {children}
    </form>
  )
}

/** Everything that must be mended, on top of the page, each linked to its field. Draws nothing when there is nothing. */
export function ErrorBox({ reader, errors }: { reader: Reader; errors: FieldError[] }): VNode | null {
  if (errors.length === 0) return null
  return (
    <ErrorSummary
      titleText={reader.t('ui.form.errors')}
      errorList={errors.map((error) => ({ text: error.message, href: `#${fieldId(error.field)}` }))}
    />
  )
}

/** The row of buttons that ends a form. */
export function Actions({ children }: { children: ComponentChildren }): VNode {
  return <div class="gk-actions">{children}</div>
}

/** The id of the control that belongs to a field name, so that errors can link to it. */
export function fieldId(name: string): string {
  return name.replace(/[^\p{L}\p{N}_-]/gu, '-')
}

function withLanguage(reader: Reader, action: string): string {
  const addressed = action === '' || action.startsWith(`/${reader.lang}/`) || !action.startsWith('/')
  return addressed ? action : href(reader, action)
}
