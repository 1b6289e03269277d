import type { VNode } from 'preact'
import { Heading, Facts } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { outcomes } from '../../load-outcomes.ts'
import { said } from '../../said.ts'
import type { DeskCase } from '../read-desk-case.ts'

/** Who asks, masked; the way to open it is for those whose duty it is. */
export function CasePerson({ reader, view }: { reader: Reader; view: DeskCase }): VNode {
  const { application, files } = view
  const kind = outcomes.applicantKinds.find((one) => one.kind === application.applicantKind)
  const mayReveal = reader.may('applications.reveal', view.unit.path) && application.isSealed
  const proofs = files.filter((file) => file.isSealed).length
  return (
    <section>
      <Heading level={2}>{reader.t('applications.part.person')}</Heading>
      <Facts
        rows={[
          { label: reader.t('applications.applicant'), value: application.maskedName },
          { label: reader.t('applications.applicant-kind'), value: kind && said(reader, kind, 'name') },
          { label: reader.t('applications.contact'), value: application.maskedContact },
          { label: reader.t('applications.sealed-files'), value: proofs === 0 ? undefined : String(proofs) },
          { label: reader.t('applications.erased'), value: application.erasedOn && <DateLine reader={reader} day={application.erasedOn} /> },
        ]}
      />
      {mayReveal ? (
        <p>
          <a href={href(reader, `/desk/applications/${application.ref}/applicant`)}>{reader.t('applications.reveal.open')}</a>
        </p>
      ) : null}
    </section>
  )
}
