import { FileField, SelectField, TextareaField } from '../../../../ui/field.tsx'
import type { VNode } from 'preact'
import { saySize } from '../../../../ui/entries.tsx'
import { Actions, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { StatusWord } from '../../../../ui/status.tsx'
import { fileRules, wordsFor } from '../../../publishing/index.ts'
import type { CaseFile } from '../../cases/queries-files.ts'
import type { DeskCase } from '../../cases/read-desk-case.ts'
import { handedRoles } from '../../files/handed.ts'
import { isChecked, type ItemView } from '../read-decisions.ts'

export interface ItemFilesProps {
  reader: Reader
  view: DeskCase
  one: ItemView
  errors: FieldError[]
}

/** The documents of one item: what was found in each, and the form that adds one. */
export function ItemFiles({ reader, view, one, errors }: ItemFilesProps): VNode {
  const home = `/desk/applications/${view.application.ref}/items/${one.item.id}`
  const originals = one.files.filter((file) => file.role === 'original')
  const shared = { reader, errors }
  return (
    <section id="files">
      <Heading level={2}>{reader.t('applications.item.files')}</Heading>
      {one.files.map((file) => (
        <FileBox reader={reader} view={view} file={file} home={home} errors={errors} />
      ))}
      <Form reader={reader} action={`${home}/files`} files>
        <FileField {...shared} name="file" label={reader.t('applications.item.file')} hint={reader.t('applications.item.file-hint')} />
        <SelectField
          {...shared}
          name="role"
          label={reader.t('applications.item.role')}
          options={[
            { value: '', label: reader.t('applications.choose') },
            ...handedRoles.map((role) => ({ value: role, label: reader.t(`applications.file.${role}`) })),
          ]}
        />
        {originals.length === 0 ? null : (
          <SelectField
            {...shared}
            name="original"
            label={reader.t('applications.item.original')}
            value={originals.length === 1 ? String(originals[0]?.id) : ''}
            options={[
              { value: '', label: reader.t('applications.choose') },
              ...originals.map((file) => ({ value: String(file.id), label: file.name })),
            ]}
          />
        )}
        <Actions>
          <Button text={reader.t('applications.item.attach')} classes="govuk-button--secondary" />
        </Actions>
      </Form>
    </section>
  )
}

function FileBox({ reader, view, file, home, errors }: { reader: Reader; view: DeskCase; file: CaseFile; home: string; errors: FieldError[] }) {
  const { look } = file
  const isReady = isChecked(file)
  return (
    <div class="gk-filebox">
      <p>
        <a href={href(reader, `/desk/applications/${view.application.ref}/files/${file.id}`)}>{file.name}</a>{' '}
        <span class="gk-quiet">
          {saySize(file.sizeBytes)} · {reader.t(`applications.file.${file.role}`)}
        </span>{' '}
        {look === undefined ? (
          <StatusWord kind="waiting">{reader.t('applications.file.waiting')}</StatusWord>
        ) : (
          <StatusWord kind={isReady ? 'done' : 'refused'}>{reader.t(isReady ? 'applications.file.checked' : 'applications.file.found')}</StatusWord>
        )}
      </p>
      {look === undefined ? null : (
        <ul>
          {look.findings.map((finding) => (
            <li>
              {reader.t(wordsFor(finding, 'title', fileRules().textChecks.includes(finding.check)))} ({finding.count})
            </li>
          ))}
        </ul>
      )}
      {look === undefined || isReady ? null : (
        <Form reader={reader} action={`${home}/files/${file.id}/answer`}>
          <TextareaField reader={reader} errors={errors} name={`words-${file.id}`} label={reader.t('applications.item.answer')} rows={2} />
          <Actions>
            <Button text={reader.t('applications.item.answer-button')} classes="govuk-button--secondary" />
          </Actions>
        </Form>
      )}
      <Form reader={reader} action={`${home}/files/${file.id}/remove`} label={file.name}>
        <Actions>
          <button class="gk-linkbutton" type="submit">
            {reader.t('applications.item.remove')}
            <span class="govuk-visually-hidden">: {file.name}</span>
          </button>
        </Actions>
      </Form>
    </div>
  )
}
