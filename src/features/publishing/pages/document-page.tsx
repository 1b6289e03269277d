import type { ComponentChildren, VNode } from 'preact'
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Change } from '../../../platform/text/difference.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { ErrorBox, type FieldError } from '../../../ui/form.tsx'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import { Heading, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { DeskDocument } from '../read-desk.ts'
import { ChangedText } from './changed-text.tsx'
import { doneInWords } from './done-words.ts'
import { DocumentFacts, Promised, TaskDay, Versions } from './document-facts.tsx'
import { DocumentHistory } from './document-history.tsx'
import { Files, type FilesProps } from './files.tsx'
import { Findings } from './findings.tsx'
import { Hands } from './hands.tsx'
import { NextAct } from './next-act.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { InPublic } from './in-public.tsx'
import { Remarks, SecrecyReviews } from './remarks.tsx'
import { inItsLanguage, StateWord } from './state-word.tsx'

export interface DocumentPageProps {
  reader: Reader
  desk: DeskDocument
  calendar: Calendar
  /** The text, drawn. */
  html: string
  /** Against which version the text is compared, and how it differs. */
  compared?: { number: number; isPublished: boolean; changes: Change[] } | undefined
  done: string
  /** What one file, and one form of files, may hold. */
  limits: FilesProps['limits']
  /** The text was to be submitted as well; what stands in the way is said above. */
  wasNotSubmitted?: boolean | undefined
  errors?: FieldError[] | undefined
  typed?: Record<string, string> | undefined
}

/** One document at the desk: whose hand is missing, what stands in the way, the one next act; then everything that is known of it. */
export function DocumentPage(props: DocumentPageProps): VNode {
  const { reader, desk, calendar, errors = [] } = props
  const { document, version } = desk.whole
  const title = version.title === '' ? reader.t('publishing.untitled') : version.title
  return (
    <DeskPage reader={reader} title={title} section="documents" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('publishing.list.title'), href: href(reader, '/desk/documents') }, { label: document.indexNumber }]}
      />
      <Said {...props} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={`${document.indexNumber} · ${nameIn(reader, desk.unit)}`}>{inItsLanguage(title, version)}</Heading>
      <p>
        <StateWord reader={reader} document={statedOf(desk)} />
        {desk.promise === undefined ? null : (
          <>
            {' '}
            · <TaskDay reader={reader} task={desk.promise.task} calendar={calendar} />
          </>
        )}
      </p>
      <InPublic reader={reader} desk={desk} />
      <NextAct reader={reader} desk={desk} />
      <Part title={reader.t('publishing.part.hands')}>
        <Hands reader={reader} desk={desk} calendar={calendar} />
      </Part>
      <Remarks reader={reader} desk={desk} />
      <Examined {...props} />
      {props.compared === undefined ? null : <Compared reader={reader} compared={props.compared} />}
      <Part title={reader.t('publishing.part.text')}>
        <Prose html={props.html} language={version.language} />
      </Part>
      <Part title={reader.t('publishing.part.files')} id="files">
        <Files reader={reader} desk={desk} errors={errors} typed={props.typed} limits={props.limits} />
      </Part>
      <Promised reader={reader} desk={desk} calendar={calendar} />
      <Part title={reader.t('publishing.part.facts')}>
        <DocumentFacts reader={reader} desk={desk} />
      </Part>
      <SecrecyReviews reader={reader} desk={desk} />
      <Part title={reader.t('publishing.part.versions')}>
        <Versions reader={reader} desk={desk} />
      </Part>
      <Part title={reader.t('publishing.part.history')}>
        <DocumentHistory reader={reader} desk={desk} />
      </Part>
    </DeskPage>
  )
}

function Said({ reader, done, wasNotSubmitted }: DocumentPageProps) {
  const said = doneInWords(reader, done)
  if (wasNotSubmitted)
    return <NotificationBanner titleText={reader.t('publishing.next.label')} text={reader.t('publishing.not-submitted')} />
  return said ? <NotificationBanner type="success" titleText={reader.t('publishing.done.title')} text={said} /> : null
}

/** Findings are for a text that is still under way; a released one has been through them. */
function Examined({ reader, desk, errors = [], typed = {} }: DocumentPageProps) {
  const { document, version } = desk.whole
  if (document.stage === 'released' || document.stage === 'dropped') return null
  const answer = reader.may('documents.write', desk.unit.path) ? { documentId: document.id, errors, typed } : undefined
  return (
    <Part title={reader.t('publishing.part.findings')} id="findings">
      <Findings reader={reader} findings={desk.findings} version={version} answer={answer} />
    </Part>
  )
}

function Compared({ reader, compared }: { reader: Reader; compared: NonNullable<DocumentPageProps['compared']> }) {
  const key = compared.isPublished ? 'publishing.difference.published' : 'publishing.difference.version'
  return (
    <Part title={reader.t(key, { n: compared.number })} id="difference">
      <ChangedText reader={reader} changes={compared.changes} />
    </Part>
  )
}

function Part({ title, id, children }: { title: string; id?: string; children: ComponentChildren }) {
  return (
    <section>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  )
}

function statedOf(desk: DeskDocument) {
  const { stage, standing } = desk.whole.document
  return {
    stage,
    standing,
    isSentBack: stage === 'draft' && desk.whole.steps.at(-1)?.move === 'send-back',
    isCorrection: desk.whole.document.changeKind !== undefined && stage !== 'released',
  }
}
