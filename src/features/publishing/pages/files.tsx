import type { VNode } from 'preact'
import { saySize } from '../../../ui/entries.tsx'
import { FileField } from '../../../ui/field.tsx'
import { Actions, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { href, type Reader } from '../../../ui/reader.ts'
import type { ExaminedFile } from '../files/examine-files.ts'
import type { DeskDocument } from '../read-desk.ts'
import { FileFindings, FileState } from './file-findings.tsx'

const acceptedFiles = '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.ofd,.txt,.csv,.html,.htm,.png,.jpg,.jpeg,.gif,.webp,.zip'

export interface FilesProps {
  reader: Reader
  desk: DeskDocument
  errors: FieldError[]
  typed?: Record<string, string> | undefined
  /** What one file, and one form, may hold. */
  limits: { largestBytes: number; formBytes: number }
}

/** The files that go with the text, each with what was found in it; while it is being written they can be added, cleaned and taken away. */
export function Files({ reader, desk, errors, typed = {}, limits }: FilesProps): VNode {
  const { document } = desk.whole
  const mayWrite = reader.may('documents.write', desk.unit.path)
  const mayChange = document.stage === 'draft' && mayWrite
  const isRunning = document.stage !== 'released' && document.stage !== 'dropped'
  const sizes = { most: saySize(limits.largestBytes), all: saySize(limits.formBytes) }
  return (
    <>
      {desk.files.length === 0 ? <p class="gk-quiet">{reader.t('publishing.files.none')}</p> : null}
      <Waiting reader={reader} desk={desk} />
      <ul class="gk-files gk-files--desk">
        {desk.files.map((one) => (
          <li class="gk-files__item">
            <FileLine reader={reader} desk={desk} one={one} mayChange={mayChange} />
            {isRunning ? (
              <FileFindings reader={reader} one={one} answer={mayWrite ? { documentId: document.id, errors, typed } : undefined} />
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <Form reader={reader} action={`/desk/documents/${document.id}/files`} files>
          <FileField
            reader={reader}
            name="file"
            label={reader.t('publishing.files.label')}
            hint={reader.t('files.attach.hint', sizes)}
            accept={acceptedFiles}
            errors={errors}
            multiple
          />
          <Actions>
            <Button classes="govuk-button--secondary" text={reader.t('publishing.files.attach')} />
          </Actions>
        </Form>
      ) : null}
    </>
  )
}

/** Until a file has been looked into the page says so, and how to see what came of it. */
function Waiting({ reader, desk }: { reader: Reader; desk: DeskDocument }) {
  if (desk.files.every((one) => one.state !== 'waiting')) return null
  // A link to where one already is only scrolls: each look has another address than the one before.
  const look = reader.query === '?look=again' ? 'anew' : 'again'
  return (
    <p>
      {reader.t('files.waiting')}{' '}
      <a href={`${href(reader, `/desk/documents/${desk.whole.document.id}`)}?look=${look}#files`}>{reader.t('files.waiting.again')}</a>
    </p>
  )
}

function FileLine({ reader, desk, one, mayChange }: { reader: Reader; desk: DeskDocument; one: ExaminedFile; mayChange: boolean }) {
  const { file } = one
  const at = `/desk/documents/${desk.whole.document.id}/files/${file.id}`
  const maySeeOriginal = file.cleanedFrom !== undefined && reader.may('documents.original', desk.unit.path)
  return (
    <div class="gk-files__line">
      <div class="gk-files__words">
        <a href={href(reader, at)}>{file.name}</a>
        <span class="gk-files__kind">
          {kindOf(file.name)} · {saySize(file.sizeBytes)}
          {file.cleanedFrom === undefined ? null : ` · ${reader.t('files.clean.is-copy')}`}
          {maySeeOriginal ? (
            <>
              {' · '}
              <a href={href(reader, `${at}/original`)}>{reader.t('files.clean.original')}</a>
            </>
          ) : null}
        </span>
        <FileState reader={reader} one={one} />
      </div>
      {mayChange ? <FileActs reader={reader} at={at} one={one} /> : null}
    </div>
  )
}

function FileActs({ reader, at, one }: { reader: Reader; at: string; one: ExaminedFile }) {
  const named = <span class="govuk-visually-hidden">: {one.file.name}</span>
  return (
    <div class="gk-files__acts">
      {one.findings.some((finding) => finding.mayClean) ? (
        <Form reader={reader} action={`${at}/clean`}>
          <Button>
            {reader.t('files.clean.button')}
            {named}
          </Button>
        </Form>
      ) : null}
      <Form reader={reader} action={`${at}/remove`}>
        <Button classes="govuk-button--secondary">
          {reader.t('publishing.files.detach')}
          {named}
        </Button>
      </Form>
    </div>
  )
}

/** `PDF`, `XLSX` …: the end of a file's name. */
function kindOf(name: string): string {
  return (/\.([^.]+)$/.exec(name)?.[1] ?? '').toUpperCase()
}
