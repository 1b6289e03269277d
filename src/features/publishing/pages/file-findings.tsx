import type { VNode } from 'preact'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { StatusWord } from '../../../ui/status.tsx'
import type { AnsweredFileFinding, ExaminedFile } from '../files/examine-files.ts'
import { wordsFor, type FileSpot } from '../files/reading.ts'
import { answerField, type FindingsProps } from './findings.tsx'

/** Each hand sees of every file whether it was looked into, and what was found and answered. */
export function FilesSeen({ reader, documentId, files }: { reader: Reader; documentId: number; files: readonly ExaminedFile[] }): VNode {
  return (
    <>
      <Heading level={2}>{reader.t('publishing.part.files')}</Heading>
      <ul class="gk-files gk-files--desk">
        {files.map((one) => (
          <li class="gk-files__item">
            <div class="gk-files__words">
              <a href={href(reader, `/desk/documents/${documentId}/files/${one.file.id}`)}>{one.file.name}</a>
              <FileState reader={reader} one={one} />
            </div>
            <FileFindings reader={reader} one={one} answer={undefined} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What became of looking into a file, in one word and a shape. Not checked is never called clean. */
export function FileState({ reader, one }: { reader: Reader; one: ExaminedFile }): VNode {
  const { state } = one
  if (state === 'waiting') return <StatusWord kind="waiting">{reader.t('files.state.waiting')}</StatusWord>
  if (state === 'unreadable') return <StatusWord kind="refused">{reader.t('files.state.unreadable')}</StatusWord>
  if (state === 'not-checked') return <StatusWord kind="neutral">{reader.t('files.state.not-checked')}</StatusWord>
  if (one.findings.length === 0) return <StatusWord kind="done">{reader.t('files.state.looked')}</StatusWord>
  const isSettled = one.findings.every(({ weight, answer }) => weight === 'advice' || (weight === 'answer' && answer !== undefined))
  return <StatusWord kind={isSettled ? 'done' : 'due-soon'}>{reader.t('files.state.found', { n: one.findings.length })}</StatusWord>
}

const weights = ['block', 'answer', 'advice'] as const

/** What was found in one file, what must be put right first: why it matters, where it stands, what to do, and the answer where it takes one. */
export function FileFindings({
  reader,
  one,
  answer,
}: {
  reader: Reader
  one: ExaminedFile
  answer: FindingsProps['answer']
}): VNode | null {
  if (one.findings.length === 0) return null
  return (
    <ol class="gk-findings__list">
      {weights.flatMap((weight) =>
        one.findings
          .filter((finding) => finding.weight === weight)
          .map((finding) => (
            <li class={`gk-finding gk-finding--${weight}`}>
              <FoundWords reader={reader} finding={finding} />
              {weight === 'answer' ? <Answered reader={reader} finding={finding} answer={answer} /> : null}
            </li>
          )),
      )}
      {one.findings.some((finding) => finding.mayClean) && answer !== undefined ? (
        <li class="gk-quiet">{reader.t('files.clean.hint')}</li>
      ) : null}
    </ol>
  )
}

function FoundWords({ reader, finding }: { reader: Reader; finding: AnsweredFileFinding }) {
  const { count, spots, isOfText, weight, params } = finding
  const say = (part: 'title' | 'because' | 'advice'): string => reader.t(wordsFor(finding, part, isOfText), params)
  return (
    <>
      <p class="gk-finding__title">
        <strong>{say('title')}</strong> <span class="gk-quiet">· {reader.t(`checks.weight.${weight}`)}</span>
      </p>
      {spots.length === 0 ? null : (
        <ul class="gk-finding__spots">
          {spots.map((spot) => (
            <li>
              <Spot reader={reader} spot={spot} />
            </li>
          ))}
          {count > spots.length ? <li class="gk-quiet">{reader.t('files.spot.more', { n: count - spots.length })}</li> : null}
        </ul>
      )}
      <p>
        {say('because')}
        {reader.lang === 'zh' ? '' : ' '}
        {say('advice')}
      </p>
    </>
  )
}

function Spot({ reader, spot }: { reader: Reader; spot: FileSpot }) {
  return (
    <>
      <span class="gk-quiet">{reader.t(`files.spot.${spot.by}`, { name: spot.name })}</span>
      {spot.passage === undefined ? null : <> {spot.passage}</>}
    </>
  )
}

function Answered({ reader, finding, answer }: { reader: Reader; finding: AnsweredFileFinding; answer: FindingsProps['answer'] }) {
  const given =
    finding.answer === undefined ? null : (
      <p>
        <StatusWord kind="done">{reader.t('publishing.answer.given')}</StatusWord> {finding.answer}
      </p>
    )
  if (answer === undefined || finding.answer !== undefined) return given
  const name = answerField(finding.passageHash)
  return (
    <Form reader={reader} action={`/desk/documents/${answer.documentId}/answer`} keep>
      <input type="hidden" name="check" value={finding.answerCheck} />
      <input type="hidden" name="passage" value={finding.passageHash} />
      <TextareaField
        reader={reader}
        name={name}
        label={reader.t('files.answer.label')}
        value={answer.typed[name] ?? ''}
        errors={answer.errors}
        rows={2}
      />
      <Actions>
        <Button classes="govuk-button--secondary" text={reader.t('publishing.answer.button')} />
      </Actions>
    </Form>
  )
}
