import type { VNode } from 'preact'

/** A QR code, drawn: `path` are its dark squares in a field of `size` units. `label` says where it leads. */
export function Code({ size, path, label, class: name }: { size: number; path: string; label: string; class?: string }): VNode {
  return (
    <svg class={name ? `gk-code ${name}` : 'gk-code'} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  )
}
