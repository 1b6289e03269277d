import type { ComponentChildren, VNode } from 'preact'
import type { Day } from '../kernel/day.ts'
import { Heading, Lead } from './heading.tsx'
import { href, type Reader } from './reader.ts'
import { DateLine } from './status.tsx'

export type ErrorStatus = 400 | 401 | 403 | 404 | 410 | 413 | 429 | 500 | 503

export interface ErrorPageProps {
  reader: Reader
  status: ErrorStatus
  /** The number under which the fault stands in the log, to be named in a call. */
  number?: string | undefined
  /** Why it is gone (410), in the words that were made public. */
  reason?: string | undefined
  /** Minutes after which trying again makes sense (429, 503). */
  minutes?: number | undefined
  /** What else could be done here: a search field, a way back. */
  children?: ComponentChildren
}

/** The body of a page that could not be shown: what happened, whose fault it is not, and what now. */
export function ErrorPage({ reader, status, number, reason, minutes, children }: ErrorPageProps): VNode {
  return (
    <div class="gk-error">
      <Heading kicker={reader.t('ui.error.kicker', { status })}>{reader.t(`ui.error.${status}.title`)}</Heading>
      <Lead>{reader.t(`ui.error.${status}.lead`)}</Lead>
      {reason ? <p class="gk-error__reason">{reason}</p> : null}
      {minutes === undefined ? null : <p>{reader.t('ui.error.minutes', { n: minutes })}</p>}
      {number === undefined ? null : (
        <p class="gk-error__number">
          {reader.t('ui.error.number')} <code>{number}</code>
        </p>
      )}
      {children}
      <ul class="gk-error__ways">
        <li>
          <a href={href(reader, '/search')}>{reader.t('ui.error.search')}</a>
        </li>
        <li>
          <a href={href(reader, '/catalogue')}>{reader.t('ui.error.catalogue')}</a>
        </li>
        <li>
          <a href={`${href(reader, '/guide')}#office`}>{reader.t('ui.error.office')}</a>
        </li>
      </ul>
    </div>
  )
}

export interface WithdrawnProps {
  reader: Reader
  on: Day
  /** The public reason, as the one who withdrew it wrote it. */
  reason: string
  unit?: string | undefined
  /** What holds instead. */
  insteadHref?: string | undefined
  insteadTitle?: string | undefined
}

/** Over a document that was taken back: when, by whom, why, and what holds instead. */
export function WithdrawnBanner({ reader, on, reason, unit, insteadHref, insteadTitle }: WithdrawnProps): VNode {
  return (
    <section class="gk-banner gk-banner--withdrawn" aria-label={reader.t('ui.withdrawn.title')}>
      <p class="gk-banner__title">{reader.t('ui.withdrawn.title')}</p>
      <p>
        <DateLine reader={reader} day={on} />
        {unit ? ` · ${unit}` : ''}
      </p>
      <p>{reader.t('ui.withdrawn.reason', { reason })}</p>
      {insteadHref ? (
        <p>
          {reader.t('ui.withdrawn.instead')} <a href={insteadHref}>{insteadTitle ?? insteadHref}</a>
        </p>
      ) : null}
    </section>
  )
}
