import type { VNode } from 'preact'
import { dayOf } from '../kernel/day.ts'
import { sayShortDay } from '../kernel/translate.ts'
import type { Reader } from './reader.ts'

export interface ChainStep {
  /** The person, when known. */
  who?: string | undefined
  initials?: string | undefined
  post: string
  at?: Date | undefined
  /** Working days between the step before and this one. */
  daysTaken?: number | undefined
  state: 'done' | 'next' | 'later' | 'voided'
  /** What was done or is to be done: "Wrote the draft", "Sign". */
  label: string
}

/** Who did what, as a line of hands; the one that is missing now is the largest thing on it. */
export function ChainOfHands({ reader, steps }: { reader: Reader; steps: ChainStep[] }): VNode {
  return (
    <ol class="gk-chain" aria-label={reader.t('ui.chain.label')}>
      {steps.map((step) => (
        <li class={`gk-chain__step gk-chain__step--${step.state}`} aria-current={step.state === 'next' ? 'step' : undefined}>
          <span class="gk-chain__hand" aria-hidden="true">
            {step.initials ?? ''}
          </span>
          <div class="gk-chain__words">
            <p class="gk-chain__label">
              {step.label}
              <span class="govuk-visually-hidden"> ({reader.t(`ui.chain.state.${step.state}`)})</span>
            </p>
            <p class="gk-chain__who">{[step.who, step.post].filter(Boolean).join(' · ')}</p>
            <StepTime reader={reader} step={step} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function StepTime({ reader, step }: { reader: Reader; step: ChainStep }) {
  if (step.state === 'next') return <p class="gk-chain__time">{waiting(reader, step.daysTaken)}</p>
  if (step.at === undefined) return null
  return (
    <p class="gk-chain__time">
      <time datetime={step.at.toISOString()}>{sayMoment(step.at, reader)}</time>
      {step.daysTaken === undefined ? '' : ` · ${taken(reader, step.daysTaken)}`}
      {step.state === 'voided' ? ` · ${reader.t('ui.chain.state.voided')}` : ''}
    </p>
  )
}

/** An instant as day and hour in the city: `周五 10月31日 14:05` / `Fri 31 Oct, 14:05`. */
export function sayMoment(at: Date, reader: Pick<Reader, 'lang'>): string {
  const hour = hours.format(at)
  const day = sayShortDay(dayOf(at), reader.lang)
  return reader.lang === 'zh' ? `${day} ${hour}` : `${day}, ${hour}`
}

const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })

function taken(reader: Reader, n: number): string {
  return n === 0 ? reader.t('ui.chain.same-day') : reader.t('ui.chain.taken', { n })
}

function waiting(reader: Reader, n: number | undefined): string {
  return n === undefined || n === 0 ? reader.t('ui.chain.state.next') : reader.t('ui.chain.waiting', { n })
}
