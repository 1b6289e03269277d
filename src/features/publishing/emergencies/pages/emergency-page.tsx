import type { VNode } from 'preact'
import { RadiosField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { Prose } from '../../../../ui/prose.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { Findings } from '../../pages/findings.tsx'
import type { DeskDocument } from '../../read-desk.ts'

export interface TypedEmergency {
  kind: string
  remark: string
}

export interface EmergencyPageProps {
  reader: Reader
  desk: DeskDocument
  html: string
  typed: TypedEmergency
  errors?: FieldError[] | undefined
}

/** Release at once, without the hands: what kind of emergency, and why. What the checks forbid stays forbidden. */
export function EmergencyPage({ reader, desk, html, typed, errors = [] }: EmergencyPageProps): VNode {
  const { document, version, contentHash } = desk.whole
  const label = reader.t('release.emergency.open')
  const shared = { reader, errors }
  return (
    <DeskPage reader={reader} title={`${label}: ${version.title}`} section="documents" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('publishing.list.title'), href: href(reader, '/desk/documents') },
          { label: document.indexNumber, href: href(reader, `/desk/documents/${document.id}`) },
          { label },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={version.title}>{label}</Heading>
      <Lead>{reader.t('release.emergency.lead')}</Lead>
      <Form reader={reader} action={`/desk/documents/${document.id}/emergency`} keep>
        <input type="hidden" name="version" value={String(document.currentVersion)} />
        <input type="hidden" name="seen" value={contentHash} />
        <RadiosField
          {...shared}
          name="kind"
          label={reader.t('release.emergency.kind')}
          value={typed.kind}
          choices={desk.situation.emergencyKinds.map((value) => ({
            value,
            label: reader.t(`release.emergency.kind.${value as 'warning'}`),
          }))}
        />
        <TextareaField
          {...shared}
          name="remark"
          label={reader.t('release.emergency.reason')}
          hint={reader.t('release.emergency.reason-hint')}
          value={typed.remark}
          rows={3}
        />
        <Actions>
          <Button id="move" classes="govuk-button--warning" text={reader.t('release.emergency.button')} />
          <a href={href(reader, `/desk/documents/${document.id}`)}>{reader.t('publishing.write.leave')}</a>
        </Actions>
      </Form>
      <Heading level={2}>{reader.t('publishing.part.findings')}</Heading>
      <Findings reader={reader} findings={desk.findings} version={version} />
      <Heading level={2}>{reader.t('publishing.part.text')}</Heading>
      <Prose html={html} language={version.language} />
    </DeskPage>
  )
}
