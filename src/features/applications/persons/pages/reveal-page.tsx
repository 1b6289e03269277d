import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import type { Applicant } from '../../cases/applicant.ts'
import type { CaseView } from '../../cases/read-case.ts'
import { outcomes } from '../../load-outcomes.ts'
import { said } from '../../said.ts'

export interface RevealPageProps {
  reader: Reader
  view: CaseView
  /** Who asked, once it was opened. */
  applicant: Applicant | undefined
  typed: string
  errors: FieldError[]
}

/** Asks why somebody wants to know who asked; then shows it, once. */
export function RevealPage({ reader, view, applicant, typed, errors }: RevealPageProps): VNode {
  const title = reader.t('applications.reveal.title')
  const home = `/desk/applications/${view.application.ref}`
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('applications.list.title'), href: href(reader, '/desk/applications') },
          { label: view.application.number, href: href(reader, home) },
          { label: title },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={view.application.number}>{title}</Heading>
      {applicant === undefined ? (
        <>
          <Lead>{reader.t('applications.reveal.lead')}</Lead>
          <Form reader={reader} action={`${home}/applicant`}>
            <TextareaField reader={reader} name="reason" label={reader.t('applications.reveal.reason')} value={typed} rows={2} errors={errors} />
            <Actions>
              <Button text={reader.t('applications.reveal.button')} />
              <a href={href(reader, home)}>{reader.t('applications.deed.leave')}</a>
            </Actions>
          </Form>
        </>
      ) : (
        <Opened reader={reader} view={view} applicant={applicant} />
      )}
    </DeskPage>
  )
}

function Opened({ reader, view, applicant }: { reader: Reader; view: CaseView; applicant: Applicant }) {
  const kind = outcomes.applicantKinds.find((one) => one.kind === applicant.kind)
  const identity = outcomes.identityKinds.find((one) => one.kind === applicant.identityKind)
  return (
    <>
      <Lead>{reader.t('applications.reveal.recorded')}</Lead>
      <Facts
        rows={[
          { label: reader.t('applications.person.name'), value: applicant.name },
          { label: reader.t('applications.applicant-kind'), value: kind && said(reader, kind, 'name') },
          { label: identity ? said(reader, identity, 'name') : reader.t('applications.person.identity'), value: applicant.identityNumber },
          { label: reader.t('applications.person.contact-name'), value: applicant.contactName },
          { label: reader.t('applications.person.phone'), value: applicant.phone },
          { label: reader.t('applications.person.email'), value: applicant.email },
          { label: reader.t('applications.person.address'), value: applicant.address },
          { label: reader.t('applications.person.agent'), value: applicant.agentName },
          { label: reader.t('applications.person.agent-identity'), value: applicant.agentIdentityNumber },
        ]}
      />
      <ul>
        {view.files
          .filter((file) => file.isSealed)
          .map((file) => (
            <li>
              <a href={href(reader, `/desk/applications/${view.application.ref}/proofs/${file.id}`)}>{file.name}</a>
            </li>
          ))}
      </ul>
    </>
  )
}
