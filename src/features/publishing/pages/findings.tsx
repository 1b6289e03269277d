import type { VNode } from 'preact'
import type { WordKey } from '../../../kernel/words.ts'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { StatusWord } from '../../../ui/status.tsx'
import type { Content } from '../document.ts'
import type { AnsweredFinding } from '../examine-document.ts'
import { passageAround } from '../passage.ts'

export interface FindingsProps {
  reader: Reader
  findings: readonly AnsweredFinding[]
  /** What was examined. */
  version: Pick<Content, 'body'>
  /** Where answers go; left out: nobody may answer now. */
  answer?: { documentId: number; errors: FieldError[]; typed: Record<string, string> } | undefined
}

const weights = ['block', 'answer', 'advice'] as const

/** What the checks found, by weight: each with its place, the passage, the reason, what to do and, where it takes one, its answer. */
export function Findings({ reader, findings, version, answer }: FindingsProps): VNode {
  if (findings.length === 0) return <p>{reader.t('checks.none')}</p>
  return (
    <>
      {weights.map((weight) => {
        const those = findings.filter((finding) => finding.weight === weight)
        if (those.length === 0) return null
        return (
          <section class="gk-findings">
            <Heading level={3}>
              {reader.t(`checks.weight.${weight}`)} · {reader.t('checks.found', { n: those.length })}
            </Heading>
            <ol class="gk-findings__list">
              {those.map((finding, at) => (
                <li class={`gk-finding gk-finding--${weight}`}>
                  <FindingWords reader={reader} finding={finding} version={version} />
                  {weight === 'answer' ? (
                    <Answer reader={reader} finding={finding} answer={isFirstOf(those, at) ? answer : undefined} />
                  ) : null}
                </li>
              ))}
            </ol>
          </section>
        )
      })}
    </>
  )
}

/** One answer settles every place with the same passage: the form stands at the first. */
function isFirstOf(findings: readonly AnsweredFinding[], at: number): boolean {
  return findings.findIndex((one) => one.passageHash === findings[at]?.passageHash) === at
}

function FindingWords({ reader, finding, version }: { reader: Reader; finding: AnsweredFinding; version: FindingsProps['version'] }) {
  const { before, passage, after } = passageAround(finding.head?.text ?? version.body, finding.start, finding.end)
  return (
    <>
      <p class="gk-finding__title">
        <strong>{say(reader, `checks.${finding.check}.title`)}</strong> <span class="gk-quiet">· {placeInWords(reader, finding)}</span>
      </p>
      <p class="gk-finding__passage">
        {before}
        <mark>{passage}</mark>
        {after}
      </p>
      <p>
        {say(reader, `checks.${finding.check}.because.${finding.because}`, finding.params)}
        {reader.lang === 'zh' ? '' : ' '}
        {say(reader, `checks.${finding.check}.advice`)}
      </p>
    </>
  )
}

function placeInWords(reader: Reader, { head, line, column }: AnsweredFinding): string {
  if (head !== undefined) return reader.t(`publishing.findings.in-${head.part}`)
  return reader.t('checks.place', { line, column })
}

function Answer({ reader, finding, answer }: { reader: Reader; finding: AnsweredFinding; answer: FindingsProps['answer'] }) {
  const name = answerField(finding.passageHash)
  const settled =
    finding.answer === undefined ? null : (
      <p>
        <StatusWord kind="done">{reader.t('publishing.answer.given')}</StatusWord> {finding.answer}
      </p>
    )
  if (answer === undefined) return settled
  const form = (
    <Form reader={reader} action={`/desk/documents/${answer.documentId}/answer`} keep>
      <input type="hidden" name="check" value={finding.check} />
      <input type="hidden" name="passage" value={finding.passageHash} />
      <TextareaField
        reader={reader}
        name={name}
        label={reader.t('publishing.answer.label')}
        value={answer.typed[name] ?? finding.answer ?? ''}
        errors={answer.errors}
        rows={2}
      />
      <Actions>
        <Button classes="govuk-button--secondary" text={reader.t('publishing.answer.button')} />
      </Actions>
    </Form>
  )
  if (settled === null) return form
  return (
    <>
      {settled}
      <details open={answer.errors.some((error) => error.field === name)}>
        <summary>{reader.t('publishing.answer.change')}</summary>
        {form}
      </details>
    </>
  )
}

/** The name of the field that answers a finding: each form on the page has its own. */
export function answerField(passageHash: string): string {
  return `words-${passageHash.slice(0, 12)}`
}

/** The words of a check are named by what it found, so no key of theirs stands in the code. */
function say(reader: Reader, key: string, params?: Record<string, string | number>): string {
  return reader.t(key as WordKey, params)
}
