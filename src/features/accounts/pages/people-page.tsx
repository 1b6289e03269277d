import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, Pager } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { StatusWord } from '../../../ui/status.tsx'
import type { Person } from '../people/person.ts'
import type { ListedPerson } from '../people/read-people.ts'
import { postsInWords } from './sign-in-page.tsx'

export interface PeoplePageProps {
  reader: Reader
  people: readonly ListedPerson[]
  words: string
  /** The login after which the rest of the list comes. */
  next?: string
}

/** Everybody who can sign in, with the posts that count today. */
export function PeoplePage({ reader, people, words, next }: PeoplePageProps): VNode {
  const t = reader.t
  const query = new URLSearchParams({ ...(words === '' ? {} : { q: words }), ...(next === undefined ? {} : { after: next }) })
  return (
    <DeskPage reader={reader} title={t('accounts.people.title')} section="people" wide>
      <Heading>{t('accounts.people.title')}</Heading>
      <Lead>{t('accounts.people.lead')}</Lead>
      <Actions>
        {reader.may('people.manage') ? <Button href={href(reader, '/desk/people/new')} text={t('accounts.new.title')} /> : null}
        <a href={href(reader, '/desk/waivers')}>{t('accounts.waivers.title')}</a>
      </Actions>
      <FilteredList
        filters={
          <Filters reader={reader} action="/desk/people" active={words === '' ? 0 : 1}>
            <TextField reader={reader} name="q" type="search" label={t('accounts.people.words')} value={words} />
          </Filters>
        }
      >
        {people.length === 0 ? (
          <Empty title={t('accounts.people.empty')}>{t('accounts.people.empty.now')}</Empty>
        ) : (
          <List reader={reader} people={people} />
        )}
        <Pager reader={reader} older={next === undefined ? undefined : `${href(reader, '/desk/people')}?${query}`} />
      </FilteredList>
    </DeskPage>
  )
}

function List({ reader, people }: { reader: Reader; people: readonly ListedPerson[] }) {
  return (
    <DataList
      caption={reader.t('accounts.people.title')}
      columns={[
        { label: reader.t('accounts.name') },
        { label: reader.t('accounts.posts') },
        { label: reader.t('accounts.state'), kind: 'status' },
      ]}
      rows={people.map(({ person, posts }) => ({
        href: href(reader, `/desk/people/${person.id}`),
        note: person.login,
        cells: [
          nameIn(reader, person),
          postsInWords(
            reader,
            posts
              .filter((post) => post.counts)
              .map((post) => ({ role: post.role, unitNameZh: post.unit.shortZh, unitNameEn: post.unit.shortEn })),
          ) || <span class="gk-quiet">{reader.t('accounts.people.no-posts')}</span>,
          <PersonState reader={reader} person={person} />,
        ],
      }))}
    />
  )
}

/** May this person come in, and how well is the door kept? */
export function PersonState({ reader, person }: { reader: Reader; person: Person }): VNode {
  if (person.disabledAt !== undefined) return <StatusWord kind="refused">{reader.t('accounts.state.disabled')}</StatusWord>
  if (person.hasTemporaryPassword) return <StatusWord kind="waiting">{reader.t('accounts.state.temporary')}</StatusWord>
  const state = person.totpSecret === undefined ? 'password' : 'two-factors'
  return <StatusWord kind={state === 'password' ? 'neutral' : 'done'}>{reader.t(`accounts.state.${state}`)}</StatusWord>
}
