import type { VNode } from 'preact'
import type { CountedPost } from '../posts/read-held-posts.ts'
import type { Session } from '../sessions/session.ts'
import { sayMoment } from '../../../ui/chain.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Facts, Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { StatusWord } from '../../../ui/status.tsx'
import { DoneBanner } from './done-banner.tsx'

export interface AccountPageProps {
  reader: Reader
  person: { login: string; email: string; hasTotp: boolean; hasTemporaryPassword: boolean }
  posts: readonly CountedPost[]
  sessions: readonly Session[]
  /** The session in which this page is read. */
  sessionId: number
  done: string | undefined
}

/** What I may do here, how I sign in, and where I am signed in. */
export function AccountPage({ reader, person, posts, sessions, sessionId, done }: AccountPageProps): VNode {
  const t = reader.t
  return (
    <DeskPage reader={reader} title={t('accounts.mine.title')}>
      <DoneBanner reader={reader} done={done} />
      <Heading>{t('accounts.mine.title')}</Heading>
      <Facts
        rows={[
          { label: t('accounts.name'), value: reader.person?.name },
          { label: t('accounts.login'), value: person.login },
          { label: t('accounts.email'), value: person.email },
          { label: t('accounts.password'), value: <a href={href(reader, '/desk/account/password')}>{t('accounts.password.change')}</a> },
          { label: t('accounts.second-factor'), value: <SecondFactorState reader={reader} isOn={person.hasTotp} /> },
        ]}
      />
      <Heading level={2}>{t('accounts.mine.posts')}</Heading>
      {person.hasTemporaryPassword ? <p>{t('accounts.mine.temporary')}</p> : <Posts reader={reader} posts={posts} />}
      <Heading level={2}>{t('accounts.mine.sessions')}</Heading>
      <p>{t('accounts.mine.sessions.lead')}</p>
      <Sessions reader={reader} sessions={sessions} sessionId={sessionId} />
    </DeskPage>
  )
}

function SecondFactorState({ reader, isOn }: { reader: Reader; isOn: boolean }) {
  return (
    <>
      <StatusWord kind={isOn ? 'done' : 'neutral'}>
        {reader.t(isOn ? 'accounts.second-factor.on' : 'accounts.second-factor.off')}
      </StatusWord>{' '}
      <a href={href(reader, '/desk/account/second-factor')}>{reader.t('accounts.second-factor.change')}</a>
    </>
  )
}

function Posts({ reader, posts }: { reader: Reader; posts: readonly CountedPost[] }) {
  if (posts.length === 0) return <Empty title={reader.t('accounts.mine.no-posts')}>{reader.t('accounts.mine.no-posts.now')}</Empty>
  return (
    <ul class="gk-history">
      {posts.map((post) => (
        <li>
          {nameIn(reader, { nameZh: post.unitNameZh, nameEn: post.unitNameEn })} · {reader.t(`accounts.role.${post.role}`)}
          {post.standsInFor === undefined ? null : (
            <span class="gk-quiet"> · {reader.t('accounts.stands-in-for', { name: post.standsInFor })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Sessions({ reader, sessions, sessionId }: { reader: Reader; sessions: readonly Session[]; sessionId: number }) {
  return (
    <DataList
      caption={reader.t('accounts.mine.sessions')}
      columns={[
        { label: reader.t('accounts.session.browser') },
        { label: reader.t('accounts.session.started'), kind: 'day' },
        { label: reader.t('accounts.session.seen'), kind: 'day' },
        { label: reader.t('accounts.session.end') },
      ]}
      rows={sessions.map((session) => ({
        cells: [
          session.agent === '' ? reader.t('accounts.session.unnamed') : session.agent,
          <time datetime={session.startedAt.toISOString()}>{sayMoment(session.startedAt, reader)}</time>,
          <time datetime={session.seenAt.toISOString()}>{sayMoment(session.seenAt, reader)}</time>,
          session.id === sessionId ? reader.t('accounts.session.this') : <EndSession reader={reader} session={session} />,
        ],
      }))}
    />
  )
}

function EndSession({ reader, session }: { reader: Reader; session: Session }) {
  return (
    <Form reader={reader} action={`/desk/account/sessions/${session.id}/end`}>
      <Button classes="govuk-button--secondary" text={reader.t('accounts.session.end')} />
    </Form>
  )
}
