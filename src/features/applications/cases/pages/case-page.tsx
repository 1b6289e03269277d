import type { ComponentChildren, VNode } from 'preact'
import type { WordKey } from '../../../../kernel/words.ts'
import { sayMoment } from '../../../../ui/chain.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { ErrorBox } from '../../../../ui/form.tsx'
import { NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { CaseActs } from './case-acts.tsx'
import { DueOfCase, StateOfCase } from './case-brief.tsx'
import { CaseClockPart } from './case-clock.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseItems } from './case-items.tsx'
import { CaseChallenges, CaseFee, CaseOthers } from './case-others.tsx'
import { CaseReply, type CaseReplyProps } from './case-reply.tsx'
import { CasePerson } from './case-person.tsx'

export interface CasePageProps extends CaseReplyProps {
  /** What was just done, by the verb of its deed. */
  said: string
}

/** One case at the desk: until when, the one next act, the clock day by day, what is decided, the reply, who else is at work, what happened. */
export function CasePage(props: CasePageProps): VNode {
  const { reader, view, calendar, errors } = props
  const { application, unit } = view
  const title = application.wanted.length > 60 ? `${application.wanted.slice(0, 60)}…` : application.wanted
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('applications.list.title'), href: href(reader, '/desk/applications') }, { label: application.number }]}
      />
      {props.said === '' ? null : (
        <NotificationBanner
          type={props.said === 'not-now' ? undefined : 'success'}
          titleText={reader.t('applications.said.title')}
          text={reader.t(`applications.said.${props.said}` as WordKey)}
        />
      )}
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={`${application.number} · ${nameIn(reader, unit)}`}>{title}</Heading>
      <p>
        <StateOfCase reader={reader} application={application} today={view.today} />{' '}
        <DueOfCase reader={reader} application={application} calendar={calendar} />
      </p>
      <CaseActs reader={reader} view={view} />
      <Part title={reader.t('applications.part.clock')}>
        <CaseClockPart reader={reader} view={view} />
      </Part>
      <Part title={reader.t('applications.part.asked')}>
        <Asked reader={reader} view={view} />
      </Part>
      <CasePerson reader={reader} view={view} />
      <Part title={reader.t('applications.part.items')}>
        <CaseItems reader={reader} view={view} />
      </Part>
      <Part title={reader.t('applications.part.reply')} id="reply">
        <CaseReply {...props} />
      </Part>
      <Others reader={reader} view={view} />
      <Part title={reader.t('applications.part.history')}>
        <CaseHistory reader={reader} view={view} />
      </Part>
    </DeskPage>
  )
}

function Asked({ reader, view }: { reader: Reader; view: CasePageProps['view'] }) {
  const { application, people, units } = view
  const handler = application.handlerId === undefined ? undefined : people.get(application.handlerId)
  const section = application.handledIn === undefined ? undefined : units.get(application.handledIn)
  return (
    <Facts
      rows={[
        { label: reader.t('applications.wanted'), value: <span class="gk-pre">{application.wanted}</span> },
        { label: reader.t('applications.hint'), value: application.documentHint },
        { label: reader.t('applications.reason'), value: application.reason },
        { label: reader.t('applications.kind'), value: reader.t(`applications.kind.${application.kind}`) },
        { label: reader.t('applications.form-wanted'), value: reader.t(`applications.form.${application.formWanted}`) },
        { label: reader.t('applications.way-wanted'), value: reader.t(`applications.way.${application.wayWanted}`) },
        { label: reader.t('applications.channel'), value: reader.t(`applications.channel.${application.channel}`) },
        { label: reader.t('applications.typed'), value: sayMoment(application.typedAt, reader) },
        { label: reader.t('applications.handler'), value: handler && nameIn(reader, handler) },
        { label: reader.t('applications.section'), value: section && nameIn(reader, section) },
      ]}
    />
  )
}

function Others({ reader, view }: { reader: Reader; view: CasePageProps['view'] }) {
  const isWithOthers = view.consultations.length > 0 || view.errands.length > 0
  return (
    <>
      {isWithOthers ? (
        <Part title={reader.t('applications.part.others')}>
          <CaseOthers reader={reader} view={view} />
        </Part>
      ) : null}
      {view.fee === undefined ? null : (
        <Part title={reader.t('applications.part.fee')}>
          <CaseFee reader={reader} view={view} />
        </Part>
      )}
      {view.windows === undefined && view.challenges.length === 0 ? null : (
        <Part title={reader.t('applications.part.challenges')}>
          <CaseChallenges reader={reader} view={view} />
        </Part>
      )}
    </>
  )
}

function Part({ title, id, children }: { title: string; id?: string; children: ComponentChildren }) {
  return (
    <section id={id}>
      <Heading level={2}>{title}</Heading>
      {children}
    </section>
  )
}
