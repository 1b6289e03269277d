import type { VNode } from 'preact'
import type { WordKey } from '../../../kernel/words.ts'
import { sayMoment } from '../../../ui/chain.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Empty, Facts, Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { ListedPerson, ListedPost } from '../people/read-people.ts'
import { DoneBanner } from './done-banner.tsx'
import { PersonState } from './people-page.tsx'

/** One entry of the record about a person or one of their posts. */
export interface PersonLine {
  at: string
  act: string
  reason: string
}

export interface PersonPageProps {
  reader: Reader
  listed: ListedPerson
  record: readonly PersonLine[]
  done: string | undefined
}

/** One person: how they sign in, what posts they hold and held, what the record says. */
export function PersonPage({ reader, listed, record, done }: PersonPageProps): VNode {
  const { person, posts } = listed
  const t = reader.t
  const at = (path: string): string => href(reader, `/desk/people/${person.id}${path}`)
  const mayManage = reader.may('people.manage')
  return (
    <DeskPage reader={reader} title={nameIn(reader, person)} section="people">
      <DoneBanner reader={reader} done={done} />
      <Heading kicker={<a href={href(reader, '/desk/people')}>{t('accounts.people.title')}</a>}>{nameIn(reader, person)}</Heading>
      <Facts
        rows={[
          { label: t('accounts.name'), value: `${person.nameZh} ${person.nameEn}` },
          { label: t('accounts.login'), value: person.login },
          { label: t('accounts.email'), value: person.email },
          { label: t('accounts.state'), value: <PersonState reader={reader} person={person} /> },
        ]}
      />
      {mayManage && person.disabledAt === undefined ? (
        <Actions>
          <a href={at('/posts')}>{t('accounts.grant.title')}</a>
          <a href={at('/access')}>{t('accounts.access.title')}</a>
        </Actions>
      ) : null}
      <Heading level={2}>{t('accounts.posts')}</Heading>
      {posts.length === 0 ? <Empty title={t('accounts.people.no-posts')} /> : <Posts reader={reader} posts={posts} mayManage={mayManage} />}
      <Heading level={2}>{t('accounts.record')}</Heading>
      <ul class="gk-history">
        {record.map((line) => (
          <li>
            <time datetime={line.at}>{sayMoment(new Date(line.at), reader)}</time> · {t(line.act as WordKey)}
            {line.reason === '' ? null : <span class="gk-quiet"> · {line.reason}</span>}
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}

function Posts({ reader, posts, mayManage }: { reader: Reader; posts: readonly ListedPost[]; mayManage: boolean }) {
  return (
    <DataList
      caption={reader.t('accounts.posts')}
      columns={[
        { label: reader.t('accounts.role') },
        { label: reader.t('accounts.since'), kind: 'day' },
        { label: reader.t('accounts.until'), kind: 'day' },
        { label: reader.t('accounts.state'), kind: 'status' },
      ]}
      rows={posts.map((post) => ({
        href: mayManage && !isOver(post, reader) ? href(reader, `/desk/people/${post.personId}/posts/${post.id}`) : undefined,
        note: post.original === undefined ? undefined : reader.t('accounts.stands-in-for', { name: nameIn(reader, post.original) }),
        cells: [
          `${reader.t(`accounts.role.${post.role}`)} · ${nameIn(reader, post.unit)}`,
          <DateLine reader={reader} day={post.sinceOn} />,
          post.untilOn === undefined ? reader.t('accounts.until.open') : <DateLine reader={reader} day={post.untilOn} />,
          <PostState reader={reader} post={post} />,
        ],
      }))}
    />
  )
}

function PostState({ reader, post }: { reader: Reader; post: ListedPost }) {
  if (post.counts) return <StatusWord kind="done">{reader.t('accounts.post.counts')}</StatusWord>
  const kind = post.sinceOn > reader.today ? 'waiting' : 'neutral'
  return <StatusWord kind={kind}>{reader.t(kind === 'waiting' ? 'accounts.post.later' : 'accounts.post.over')}</StatusWord>
}

function isOver(post: ListedPost, reader: Reader): boolean {
  return post.untilOn !== undefined && post.untilOn < reader.today
}
