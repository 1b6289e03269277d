import type { VNode } from 'preact'
import { href, type Reader } from './reader.ts'

/** A list or a thing that a reader can follow. */
export interface Following {
  /** What the page for it asks for: `unit=emergency`, `document=MC0000012/2026-00001`. */
  target: string
  /** The path of its feed without its ending: `/units/emergency/feed`. */
  feed: string
  /** The query of its feed: `?q=…`. */
  query?: string | undefined
}

/** The whole path of a feed in one of its forms. */
export function feedPath({ feed, query = '' }: Following, form: 'xml' | 'json'): string {
  return `${feed}.${form}${query}`
}

/** The ways to hear of what is new here: by mail, or by feed. Links only, so that the page is the same for everybody. */
export function FollowThis({ reader, following }: { reader: Reader; following: Following }): VNode {
  return (
    <p class="gk-follow gk-no-print">
      <a href={`${href(reader, '/follow')}?${following.target}`}>{reader.t('ui.follow.mail')}</a>
      <a href={href(reader, feedPath(following, 'xml'))}>{reader.t('ui.follow.atom')}</a>
      <a href={href(reader, feedPath(following, 'json'))}>{reader.t('ui.follow.json')}</a>
    </p>
  )
}
