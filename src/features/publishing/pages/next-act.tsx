import type { ComponentChildren, VNode } from 'preact'
import { Actions, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { moveFrom, obstacles, type PlainMove, type Obstacle } from '../move.ts'
import type { DeskDocument } from '../read-desk.ts'
import { namesOf } from './hands.tsx'
import { hasOwnWay, OwnWays } from './release-ways.tsx'
import { missingField } from './field-of.ts'

const forward: Partial<Record<string, PlainMove>> = {
  draft: 'submit',
  'with-head': 'approve',
  'with-secrecy': 'clear',
  'with-signer': 'sign',
}
/** What a form on the way will ask for stands in nobody's way yet. */
const askedLater: readonly Obstacle[] = ['remark-missing', 'conclusion-missing', 'basis-missing', 'not-cleared', 'level-missing']
const aboutPerson: readonly Obstacle[] = ['no-right', 'own-text', 'second-hand']

/** What stands in the way of the next step, in plain words, and the one act that this person can do now. */
export function NextAct({ reader, desk }: { reader: Reader; desk: DeskDocument }): VNode | null {
  const name = forward[desk.whole.document.stage]
  if (name === undefined) return <OtherWays reader={reader} desk={desk} />
  const stops = stopsFor(reader, desk, name)
  const personal = stops.filter((stop) => aboutPerson.includes(stop))
  const general = stops.filter((stop) => !aboutPerson.includes(stop))
  return (
    <section>
      <Heading level={2}>{reader.t('publishing.next.label')}</Heading>
      <InTheWay reader={reader} desk={desk} stops={general} />
      {personal.length === 0 ? null : <Others reader={reader} desk={desk} stops={personal} />}
      <Actions>
        {personal.length === 0 && general.length === 0 ? <Forward reader={reader} desk={desk} name={name} /> : null}
        <OwnWays reader={reader} desk={desk} isMain={false} />
        <OtherMoves reader={reader} desk={desk} isMain={personal.length > 0 || general.length > 0} />
      </Actions>
    </section>
  )
}

/** No common hand is missing: a time is waited for, or a release in an emergency owes its review. */
function OtherWays({ reader, desk }: { reader: Reader; desk: DeskDocument }) {
  const { stage } = desk.whole.document
  if (!hasOwnWay(reader, desk)) return null
  return (
    <section>
      <Heading level={2}>{reader.t('publishing.next.label')}</Heading>
      <Actions>
        <OwnWays reader={reader} desk={desk} isMain={true} />
        {stage === 'scheduled' ? <OtherMoves reader={reader} desk={desk} isMain={false} /> : null}
      </Actions>
    </section>
  )
}

function stopsFor(reader: Reader, desk: DeskDocument, name: PlainMove): Obstacle[] {
  const mover = { id: reader.person?.id ?? 0, may: mayHere(reader, desk), remark: '' }
  return obstacles(desk.situation, name, mover).filter((stop) => !askedLater.includes(stop))
}

function mayHere(reader: Reader, desk: DeskDocument) {
  return (action: Parameters<Reader['may']>[0]) => reader.may(action, desk.unit.path)
}

function InTheWay({ reader, desk, stops }: { reader: Reader; desk: DeskDocument; stops: Obstacle[] }) {
  if (stops.length === 0) return null
  const edit = href(reader, `/desk/documents/${desk.whole.document.id}/edit`)
  const mayMend = reader.may('documents.write', desk.unit.path)
  return (
    <div class="gk-banner gk-banner--refused">
      <p class="gk-banner__title">{reader.t('publishing.next.in-the-way')}</p>
      <ul>
        {stops.includes('incomplete')
          ? desk.situation.missing.map((one) => (
              <li>
                {reader.t(`publishing.missing.${one}`)}{' '}
                {mayMend ? <a href={`${edit}#${missingField[one]}`}>{reader.t('publishing.missing.mend')}</a> : null}
              </li>
            ))
          : null}
        {stops
          .filter((stop) => stop !== 'incomplete')
          .map((stop) => (
            <li>
              {stop === 'blocked' || stop === 'unanswered' || stop === 'being-read' ? (
                <a href={`#${whereOf(desk, stop)}`}>{reader.t(`publishing.obstacle.${stop}`)}</a>
              ) : (
                reader.t(`publishing.obstacle.${stop}`)
              )}
            </li>
          ))}
      </ul>
    </div>
  )
}

/** The part of the page where what stands in the way is dealt with: the findings in the text first, then those in files. */
function whereOf(desk: DeskDocument, stop: 'blocked' | 'unanswered' | 'being-read'): string {
  if (stop === 'being-read') return 'files'
  const weight = stop === 'blocked' ? 'block' : 'answer'
  return desk.findings.some((one) => one.weight === weight && one.answer === undefined) ? 'findings' : 'files'
}

/** It is somebody else's turn: who, and why not this person. */
function Others({ reader, desk, stops }: { reader: Reader; desk: DeskDocument; stops: Obstacle[] }) {
  const why = stops.filter((stop) => stop !== 'no-right').map((stop) => reader.t(`publishing.obstacle.${stop}`))
  const key = desk.holders.length === 0 ? 'publishing.next.nobody' : 'publishing.next.waits-for'
  return <p>{[...why, reader.t(key, { names: namesOf(reader, desk.holders) })].join(reader.lang === 'zh' ? '' : ' ')}</p>
}

function Forward({ reader, desk, name }: { reader: Reader; desk: DeskDocument; name: PlainMove }) {
  const isKept = name === 'sign' && desk.whole.version.attribute !== 'proactive'
  const label = reader.t(isKept ? 'publishing.move.sign-kept' : `publishing.move.${name}`)
  if (name === 'clear') return <Button href={href(reader, `/desk/documents/${desk.whole.document.id}/move/clear`)} text={label} />
  return (
    <OneClick reader={reader} desk={desk} name={name}>
      <Button text={label} />
    </OneClick>
  )
}

function OneClick({ reader, desk, name, children }: { reader: Reader; desk: DeskDocument; name: PlainMove; children: ComponentChildren }) {
  const { id, currentVersion } = desk.whole.document
  return (
    <Form reader={reader} action={`/desk/documents/${id}/move`}>
      <input type="hidden" name="move" value={name} />
      <input type="hidden" name="version" value={String(currentVersion)} />
      <input type="hidden" name="seen" value={desk.whole.contentHash} />
      {children}
    </Form>
  )
}

/** The other ways on, quieter than the next act; editing is the main one while something is in the way. */
function OtherMoves({ reader, desk, isMain }: { reader: Reader; desk: DeskDocument; isMain: boolean }) {
  const { id, stage, publishedVersion } = desk.whole.document
  const at = (path: string) => href(reader, `/desk/documents/${id}/${path}`)
  const can = (name: PlainMove) => {
    const move = moveFrom(stage, name)
    return move !== undefined && reader.may(move.action, desk.unit.path)
  }
  const mayWrite = reader.may('documents.write', desk.unit.path)
  return (
    <>
      {can('send-back') ? (
        <Button href={at('move/send-back')} classes="govuk-button--secondary" text={reader.t('publishing.move.send-back')} />
      ) : null}
      {mayWrite ? (
        <Button
          href={at('edit')}
          classes={isMain && stage === 'draft' ? undefined : 'govuk-button--secondary'}
          text={reader.t('publishing.next.edit')}
        />
      ) : null}
      {can('take-back') ? (
        <OneClick reader={reader} desk={desk} name="take-back">
          <Button classes="govuk-button--secondary" text={reader.t('publishing.move.take-back')} />
        </OneClick>
      ) : null}
      {can('drop') ? (
        <a href={at('move/drop')}>
          {reader.t(publishedVersion === undefined ? 'publishing.move.drop' : 'publishing.move.drop-correction')}
        </a>
      ) : null}
    </>
  )
}
