import type { VNode } from 'preact'
import { workingDaysBetween, type Calendar } from '../../../../kernel/calendar.ts'
import { dayOf } from '../../../../kernel/day.ts'
import { ChainOfHands, type ChainStep } from '../../../../ui/chain.tsx'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Facts } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { letterMoves, letterObstacles, type LetterMoveName } from '../../replying/hands.ts'
import { runningHands } from '../../replying/hands-since.ts'
import type { DeskCase, LetterView } from '../read-desk-case.ts'

export interface CaseReplyProps {
  reader: Reader
  view: DeskCase
  calendar: Calendar
  once: string
  errors: FieldError[]
  typed: string
}

/** The reply: its text, whose hands it has seen, the next hand, and the moves that this person may make. */
export function CaseReply({ reader, view, calendar, once, errors, typed }: CaseReplyProps): VNode {
  const { reply, application } = view
  const write = href(reader, `/desk/applications/${application.ref}/reply`)
  const mayWrite = reader.may('applications.handle', view.unit.path) && application.endedOn === undefined
  if (reply === undefined) {
    return (
      <>
        <p class="gk-quiet">{reader.t('applications.reply.none')}</p>
        {mayWrite ? <a href={write}>{reader.t('applications.reply.write')}</a> : null}
      </>
    )
  }
  const { letter } = reply
  return (
    <>
      <ChainOfHands reader={reader} steps={handsOf(reader, view, reply, calendar)} />
      <article class="gk-letter">
        <h3 class="gk-letter__title">{letter.title}</h3>
        {letter.body.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </article>
      <p>
        {mayWrite && letter.stage === 'draft' ? <a href={write}>{reader.t('applications.reply.edit')}</a> : null}
      </p>
      {letter.service === undefined ? null : (
        <Facts
          rows={[
            { label: reader.t('applications.reply.number'), value: letter.number },
            { label: reader.t('applications.deed.send.field.way'), value: reader.t(`applications.service.${letter.service.way}`) },
            { label: reader.t('applications.deed.send.field.sentOn'), value: letter.service.sentOn },
            { label: reader.t('applications.deed.send.field.servedOn'), value: letter.service.servedOn },
            { label: reader.t('applications.deed.send.field.tracking'), value: letter.service.tracking },
          ]}
        />
      )}
      <Moves {...{ reader, view, calendar, once, errors, typed }} reply={reply} />
    </>
  )
}

function Moves({ reader, view, reply, once, errors, typed }: CaseReplyProps & { reply: LetterView }) {
  const { letter, situation } = reply
  const mover = { id: reader.person?.id ?? 0, may: (action: Parameters<Reader['may']>[0]) => reader.may(action, view.unit.path), remark: 'x' }
  const open = letterMoves.filter((move) => move.from === letter.stage && mover.may(move.action))
  if (open.length === 0) return null
  const free = open.filter((move) => letterObstacles(situation, move.name, mover).length === 0)
  const hindered = open.filter((move) => !free.includes(move)).flatMap((move) => letterObstacles(situation, move.name, mover))
  return (
    <>
      {[...new Set(hindered)].map((one) => (
        <p class="gk-quiet">{reader.t(`applications.refused.${one}`)}</p>
      ))}
      {free.length === 0 ? null : (
        <Form reader={reader} action={`/desk/applications/${view.application.ref}/letters/${letter.id}`} once={once}>
          <input type="hidden" name="version" value={String(view.application.version)} />
          <TextareaField reader={reader} name="remark" label={reader.t('applications.reply.remark')} hint={reader.t('applications.reply.remark-hint')} value={typed} rows={2} errors={errors} optional />
          <Actions>
            {free.map((move, at) => (
              <Button
                text={reader.t(`applications.move.${move.name}`)}
                name="move"
                value={move.name}
                {...(move.name === 'drop' ? { classes: 'govuk-button--warning' } : at > 0 ? { classes: 'govuk-button--secondary' } : {})}
              />
            ))}
          </Actions>
        </Form>
      )}
    </>
  )
}

const order: readonly LetterMoveName[] = ['submit', 'approve', 'clear', 'sign']

/** The hands of a letter: those that count, the next one, those that follow. */
function handsOf(reader: Reader, view: DeskCase, { letter, steps }: LetterView, calendar: Calendar): ChainStep[] {
  const running = runningHands(steps)
  let before = dayOf(letter.writtenAt)
  const writer = view.people.get(letter.writtenBy)
  const written: ChainStep = {
    ...{ state: 'done', label: reader.t('applications.hand.write'), post: '', at: letter.writtenAt },
    ...{ who: writer && nameIn(reader, writer), initials: writer && nameIn(reader, writer).slice(0, 1) },
  }
  const dealt = order.map((name): ChainStep => {
    const step = running.find((one) => one.move === name)
    const person = step && view.people.get(step.personId)
    const on = step === undefined ? undefined : dayOf(step.at)
    const daysTaken = on === undefined ? undefined : workingDaysBetween(calendar, before, on)
    if (on !== undefined) before = on
    return {
      ...{ label: reader.t(`applications.hand.${name}`), post: reader.t(`applications.hand-of.${name}`), at: step?.at, daysTaken },
      ...{ who: person && nameIn(reader, person), initials: person && nameIn(reader, person).slice(0, 1) },
      state: step === undefined ? 'later' : 'done',
    }
  })
  const next = dealt.findIndex((step) => step.state === 'later')
  return [written, ...dealt.map((step, at): ChainStep => (at === next ? { ...step, state: 'next' } : step))]
}
