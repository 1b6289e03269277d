import type { VNode } from 'preact'

/** The mark: two doors standing open and the daylight between them. Decorative; the name always stands beside it. */
export function Mark({ size = 40 }: { size?: number }): VNode {
  return (
    <svg class="gk-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="gk-mark__light" d="M13 6h6v19.2l7.8 4.8H5.2l7.8-4.8z" />
      <path class="gk-mark__door" d="M2 2l9 4v18.5L2 30zM30 2l-9 4v18.5l9 5.5z" />
    </svg>
  )
}
