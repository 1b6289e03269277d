import type { VNode } from 'preact'
import type { Job, JobState } from '../../../platform/jobs/index.ts'
import type { QueuedMail } from '../../../platform/mail/index.ts'
import { sayMoment } from '../../../ui/chain.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Form } from '../../../ui/form.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { StatusWord, type StatusKind } from '../../../ui/status.tsx'

export interface WorkPageProps {
  reader: Reader
  jobs: Record<JobState, Job[]>
  mails: QueuedMail[]
  database: string
}

const shapes: Record<JobState, StatusKind> = { failed: 'overdue', running: 'due-soon', waiting: 'waiting', done: 'done' }
const order: JobState[] = ['failed', 'running', 'waiting', 'done']

/** What ran, failed or waits in the background, and the mails of the house. For the operator at night. */
export function WorkPage({ reader, jobs, mails, database }: WorkPageProps): VNode {
  const t = reader.t
  return (
    <DeskPage reader={reader} title={t('desk.work.title')} section="work" wide>
      <Heading>{t('desk.work.title')}</Heading>
      <Lead>{t('desk.work.lead', { failed: jobs.failed.length, waiting: jobs.waiting.length })}</Lead>
      <p class="gk-quiet">{t('desk.work.database', { database })}</p>
      {order.map((state) => (
        <JobsIn reader={reader} state={state} jobs={jobs[state]} />
      ))}
      <Heading level={2}>{t('desk.work.mails')}</Heading>
      {mails.length === 0 ? (
        <Empty title={t('desk.work.no-mails')} />
      ) : (
        <DataList
          caption={t('desk.work.mails')}
          columns={[
            { label: t('desk.work.mail.subject') },
            { label: t('desk.work.mail.queued'), kind: 'day' },
            { label: t('desk.work.mail.state'), kind: 'status' },
          ]}
          rows={mails.map((mail) => ({
            cells: [mail.subject, sayMoment(mail.queuedAt, reader), <MailState reader={reader} mail={mail} />],
            note: mail.reader === undefined ? `${mail.to.name} <${mail.to.address}>` : t('desk.work.mail.reader'),
            more: mail.reader !== undefined && mail.state === 'kept' ? <KeptText reader={reader} mail={mail} /> : undefined,
          }))}
        />
      )}
    </DeskPage>
  )
}

function JobsIn({ reader, state, jobs }: { reader: Reader; state: JobState; jobs: Job[] }): VNode | null {
  const t = reader.t
  if (jobs.length === 0) return null
  return (
    <section>
      <Heading level={2}>
        <StatusWord kind={shapes[state]}>{t(`desk.work.state.${state}`, { n: jobs.length })}</StatusWord>
      </Heading>
      <DataList
        caption={t(`desk.work.state.${state}`, { n: jobs.length })}
        columns={[
          { label: t('desk.work.job') },
          { label: t('desk.work.created'), kind: 'day' },
          { label: t('desk.work.tries'), kind: 'number' },
          { label: t('desk.work.outcome') },
        ]}
        rows={jobs.slice(0, 30).map((job) => ({
          cells: [
            <code>{job.name}</code>,
            sayMoment(job.createdAt, reader),
            job.attempts,
            state === 'failed' && reader.may('work.retry') ? <Retry reader={reader} job={job} /> : (job.lastError ?? ''),
          ],
          note: state === 'failed' ? job.lastError : undefined,
        }))}
      />
    </section>
  )
}

function Retry({ reader, job }: { reader: Reader; job: Job }): VNode {
  return (
    <Form reader={reader} action={`/desk/work/jobs/${job.id}/retry`}>
      <button class="govuk-button govuk-button--secondary" type="submit">
        {reader.t('desk.work.retry')}
        <span class="govuk-visually-hidden">: {job.name}</span>
      </button>
    </Form>
  )
}

/** Where no mail server is set, this is the only place where a reader's mail can be read; to whom it goes is not said here either. */
function KeptText({ reader, mail }: { reader: Reader; mail: QueuedMail }): VNode {
  return (
    <details>
      <summary>{reader.t('desk.work.mail.text')}</summary>
      <pre class="gk-difference">{mail.text}</pre>
    </details>
  )
}

function MailState({ reader, mail }: { reader: Reader; mail: QueuedMail }): VNode {
  const kind: StatusKind = mail.state === 'sent' ? 'done' : mail.state === 'failed' ? 'overdue' : 'waiting'
  return <StatusWord kind={kind}>{reader.t(`desk.work.mail.state.${mail.state}`)}</StatusWord>
}
