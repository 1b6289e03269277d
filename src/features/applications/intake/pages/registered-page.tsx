import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Facts, Heading, Lead } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { CaseClockPart } from '../../cases/pages/case-clock.tsx'
import type { CaseView } from '../../cases/read-case.ts'

/** What was entered, with the code for the applicant: shown here once, and printed for them. */
export function RegisteredPage({ reader, view, code }: { reader: Reader; view: CaseView; code: string }): VNode {
  const title = reader.t('applications.registered.title')
  return (
    <DeskPage reader={reader} title={title} section="applications">
      <Heading kicker={nameIn(reader, view.unit)}>{title}</Heading>
      <Lead>{reader.t('applications.registered.lead')}</Lead>
      <Facts
        rows={[
          { label: reader.t('applications.number'), value: <strong class="gk-tabular">{view.application.number}</strong> },
          { label: reader.t('applications.code'), value: <strong class="gk-tabular">{code}</strong> },
          { label: reader.t('applications.wanted'), value: view.application.wanted },
        ]}
      />
      <CaseClockPart reader={reader} view={view} />
      <p class="gk-no-print">
        <a class="govuk-button" href={href(reader, `/desk/applications/${view.application.ref}`)}>
          {reader.t('applications.registered.open')}
        </a>
      </p>
    </DeskPage>
  )
}
