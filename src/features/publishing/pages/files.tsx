import type { VNode } from 'preact'
import { saySize } from '../../../ui/entries.tsx'
import { FileField } from '../../../ui/field.tsx'
import { Actions, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { href, type Reader } from '../../../ui/reader.ts'
import type { DeskDocument } from '../read-desk.ts'

const acceptedFiles = '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.txt,.csv,.png,.jpg,.jpeg,.zip,.ofd'

/** The files that go with the text; while it is being written they can be added and taken away. */
export function Files({ reader, desk, errors }: { reader: Reader; desk: DeskDocument; errors: FieldError[] }): VNode {
  const { document, files } = desk.whole
  const mayChange = document.stage === 'draft' && reader.may('documents.write', desk.unit.path)
  return (
    <>
      {files.length === 0 ? <p class="gk-quiet">{reader.t('publishing.files.none')}</p> : null}
      <ul class="gk-files">
        {files.map((file) => (
          <li class="gk-files__file">
            <a href={href(reader, `/desk/documents/${document.id}/files/${file.id}`)}>{file.name}</a>
            <span class="gk-files__kind">
              {kindOf(file.name)} · {saySize(file.sizeBytes)}
            </span>
            {mayChange ? <Detach reader={reader} documentId={document.id} file={file} /> : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <Form reader={reader} action={`/desk/documents/${document.id}/files`} files>
          <FileField
            reader={reader}
            name="file"
            label={reader.t('publishing.files.label')}
            hint={reader.t('publishing.files.hint')}
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

function Detach({ reader, documentId, file }: { reader: Reader; documentId: number; file: { id: number; name: string } }) {
  return (
    <Form reader={reader} action={`/desk/documents/${documentId}/files/${file.id}/remove`}>
      <Button classes="govuk-button--secondary">
        {reader.t('publishing.files.detach')}
        <span class="govuk-visually-hidden">: {file.name}</span>
      </Button>
    </Form>
  )
}

/** `PDF`, `XLSX` …: the end of a file's name. */
function kindOf(name: string): string {
  return (/\.([^.]+)$/.exec(name)?.[1] ?? '').toUpperCase()
}
