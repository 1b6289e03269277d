import type { VNode } from 'preact'
import { sayMoment } from '../../../../ui/chain.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { saySize } from '../../../../ui/entries.tsx'
import { ErrorBox } from '../../../../ui/form.tsx'
import { Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn } from '../../../../ui/reader.ts'
import type { OpenedMail } from '../read-mail.ts'
import { AcceptForm } from './accept-form.tsx'
import { Enclosures } from './enclosures.tsx'
import type { MailPageProps } from './mail-props.ts'
import { RefuseForm } from './refuse-form.tsx'

/** One letter by mail, opened: who wrote what, what was enclosed, and the two ways to decide about it. */
export function MailPage(props: MailPageProps): VNode {
  const { reader, unit, candidate, opened, errors } = props
  const { t } = reader
  const title = t('applications.mail.number', { id: candidate.id })
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: t('applications.list.title'), href: href(reader, '/desk/applications') },
          { label: t('applications.mail.title'), href: href(reader, '/desk/applications/mail') },
          { label: title },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, unit)}>{title}</Heading>
      {opened === undefined ? <Decided {...props} /> : <Letter {...props} opened={opened} />}
    </DeskPage>
  )
}

function Decided({ reader, candidate, caseRef }: MailPageProps): VNode {
  const { t } = reader
  return (
    <>
      <Lead>{t(`applications.mail.decided.${candidate.state}` as 'applications.mail.decided.refused')}</Lead>
      <Facts
        rows={[
          { label: t('applications.mail.arrived'), value: sayMoment(candidate.arrivedAt, reader) },
          { label: t('applications.mail.why'), value: candidate.reason === '' ? '' : t(`applications.mail.reason.${candidate.reason}`) },
        ]}
      />
      {caseRef === undefined ? null : (
        <p>
          <a href={href(reader, `/desk/applications/${caseRef}`)}>{t('applications.mail.to-case')}</a>
        </p>
      )}
    </>
  )
}

function Letter(props: MailPageProps & { opened: OpenedMail }): VNode {
  const { reader, candidate, opened, looks } = props
  const { t } = reader
  const { mail, enclosures } = opened
  return (
    <>
      <Lead>{t('applications.mail.recorded')}</Lead>
      {candidate.isAutomatic ? <p>{t('applications.mail.is-automatic')}</p> : null}
      <Facts
        rows={[
          { label: t('applications.mail.arrived'), value: sayMoment(candidate.arrivedAt, reader) },
          { label: t('applications.mail.from'), value: [mail.from.name, mail.from.address].filter(Boolean).join(' · ') },
          { label: t('applications.mail.subject'), value: mail.subject },
          { label: t('applications.mail.sent'), value: mail.sentAt && sayMoment(mail.sentAt, reader) },
          { label: t('applications.mail.size'), value: saySize(candidate.sizeBytes) },
        ]}
      />
      {mail.faults.length === 0 ? null : (
        <ul>
          {mail.faults.map((fault) => (
            <li>{t(`applications.mail.note.${fault}`)}</li>
          ))}
        </ul>
      )}
      <Heading level={2}>{t('applications.mail.text')}</Heading>
      <MailText text={mail.text} />
      <Enclosures reader={reader} id={candidate.id} enclosures={enclosures} looks={looks} />
      <AcceptForm {...props} opened={opened} />
      <RefuseForm {...props} />
    </>
  )
}

/** What somebody wrote, as plain lines: nothing in it is mark-up here. */
function MailText({ text }: { text: string }): VNode {
  return (
    <blockquote>
      {text.split(/\n{2,}/).map((part) => (
        <p>
          {part.split('\n').map((line, at) => (
            <>
              {at > 0 ? <br /> : null}
              {line}
            </>
          ))}
        </p>
      ))}
    </blockquote>
  )
}
