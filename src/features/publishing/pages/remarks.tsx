import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { sayMoment } from '../../../ui/chain.tsx'
import { Facts, Heading } from '../../../ui/heading.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import { stillStands } from '../passage.ts'
import type { DeskDocument } from '../read-desk.ts'

/** Why the text came back, the last time first: the remark, and each passage with its words. */
export function Remarks({ reader, desk }: { reader: Reader; desk: DeskDocument }): VNode | null {
  const returns = desk.whole.steps.filter((step) => step.move === 'send-back').reverse()
  if (returns.length === 0) return null
  return (
    <section>
      <Heading level={2}>{reader.t('publishing.remarks.title')}</Heading>
      {returns.map((step, at) => (
        <div class={at === 0 && desk.whole.document.stage === 'draft' ? 'gk-banner gk-banner--refused' : 'gk-banner'}>
          <p class="gk-banner__title">{step.remark}</p>
          <p class="gk-quiet">
            {nameOf(reader, desk, step.personId)} · <time datetime={step.at.toISOString()}>{sayMoment(step.at, reader)}</time> ·{' '}
            {reader.t('publishing.remarks.on-version', { n: step.version })}
          </p>
          <Passages reader={reader} desk={desk} stepId={step.id} />
        </div>
      ))}
    </section>
  )
}

function Passages({ reader, desk, stepId }: { reader: Reader; desk: DeskDocument; stepId: number }) {
  const remarks = desk.remarks.filter((remark) => remark.stepId === stepId)
  if (remarks.length === 0) return null
  return (
    <ul>
      {remarks.map((remark) => (
        <li>
          {remark.passage === '' ? null : (
            <>
              <q>{remark.passage}</q>{' '}
              <span class="gk-quiet">
                ({reader.t(stillStands(desk.whole.version.body, remark.passage) ? 'publishing.remarks.still' : 'publishing.remarks.gone')})
              </span>
              <br />
            </>
          )}
          {remark.words}
        </li>
      ))}
    </ul>
  )
}

/** The record of each secrecy review (保密审查单): what was concluded, on which basis, by whom. */
export function SecrecyReviews({ reader, desk }: { reader: Reader; desk: DeskDocument }): VNode | null {
  if (desk.reviews.length === 0) return null
  return (
    <section>
      <Heading level={2}>{reader.t('publishing.review.title')}</Heading>
      {desk.reviews.map((review) => (
        <Facts
          rows={[
            { label: reader.t('publishing.review.conclusion'), value: reader.t(`publishing.review.conclusion.${review.conclusion}`) },
            { label: reader.t('publishing.review.basis'), value: review.basis },
            { label: reader.t('publishing.review.level'), value: review.level && reader.t(`publishing.review.level.${review.level}`) },
            {
              label: reader.t('publishing.review.until'),
              value: review.classifiedUntil && <DateLine reader={reader} day={review.classifiedUntil} />,
            },
            { label: reader.t('publishing.review.opinion'), value: review.opinion },
            { label: reader.t('publishing.review.consulted'), value: review.consulted },
            { label: reader.t('publishing.review.redactions'), value: review.redactions },
            { label: reader.t('publishing.review.by'), value: nameOf(reader, desk, review.byId) },
            { label: reader.t('publishing.review.on'), value: <DateLine reader={reader} day={dayOf(review.at)} /> },
            { label: reader.t('publishing.field.version'), value: String(review.version) },
          ]}
        />
      ))}
    </section>
  )
}

/** The name of somebody on the page. */
export function nameOf(reader: Reader, desk: DeskDocument, id: number): string {
  const person = desk.people.get(id)
  return person === undefined ? reader.t('ui.record.person', { number: id }) : nameIn(reader, person)
}
