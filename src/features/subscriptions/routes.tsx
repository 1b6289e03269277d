import { NotFound } from '../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { brakeCaller } from '../accounts/index.ts'
import { askForLink } from './ask-for-link.ts'
import { askToFollow, type AskRefusal } from './ask-to-follow.ts'
import { frequencies, type Frequency } from './frequency.ts'
import { rules } from './load-rules.ts'
import { nameWish } from './name-wish.ts'
import { FollowPage, followErrors } from './pages/follow-page.tsx'
import { FollowersPage } from './pages/followers-page.tsx'
import { LinkPage } from './pages/link-page.tsx'
import { SentPage } from './pages/sent-page.tsx'
import { countFollowers } from './queries-notices.ts'
import { ownRoutes } from './routes-own.tsx'
import { readWish, writeWish } from './wish.ts'

const open = { policy: 'subscriptions.own' } as const

/** Following by mail: asking for it, the reader's own page, the way out, and the figures for the desk. None of it needs an account. */
export const routes: readonly Route[] = [
  { ...open, method: 'GET', path: '/follow', answer: (ask) => followPage(ask, ask.query) },
  { ...open, method: 'POST', path: '/follow', answer: follow },
  {
    ...open,
    method: 'GET',
    path: '/follow/sent',
    answer: async ({ reader }) => ({ page: <SentPage reader={reader} hours={rules.confirmHours} /> }),
  },
  { ...open, method: 'GET', path: '/follow/link', answer: async ({ reader }) => ({ page: <LinkPage reader={reader} typed="" /> }) },
  { ...open, method: 'POST', path: '/follow/link', answer: sendLink },
  ...ownRoutes,
  { method: 'GET', path: '/desk/followers', policy: 'subscriptions.read', answer: followersPage },
]

async function follow(ask: Ask): Promise<Answer> {
  const asked = Object.fromEntries(['document', 'q', 'unit', 'category', 'duty', 'year', 'all'].map((name) => [name, field(ask, name)]))
  const wish = readWish(asked)
  const frequency = frequencyIn(ask)
  if (wish === undefined || frequency === undefined)
    return followPage(ask, asked, wish === undefined ? ['nothing-there'] : ['frequency-missing'])
  const seconds = await brakeCaller(ask.site, 'follow', ask.address)
  if (seconds > 0) return followPage(ask, asked, ['too-many'], seconds)
  const outcome = await askToFollow(ask.site, { address: field(ask, 'address'), wish, frequency, language: ask.reader.lang })
  if (!outcome.ok) return followPage(ask, asked, outcome.refusals)
  return { redirect: href(ask.reader, '/follow/sent') }
}

async function followPage(
  ask: Ask,
  asked: Record<string, string>,
  refusals: (AskRefusal | 'too-many' | 'frequency-missing')[] = [],
  seconds = 0,
): Promise<Answer> {
  const { reader, site } = ask
  const wish = readWish(asked)
  const name = wish && (await nameWish(site, reader.lang, wish))
  const typed = { address: field(ask, 'address'), frequency: frequencyIn(ask) ?? 'daily' }
  const fields = name === undefined || wish === undefined ? {} : Object.fromEntries(new URLSearchParams(writeWish(wish)))
  return {
    status: refusals.includes('too-many') ? 429 : refusals.length > 0 ? 422 : 200,
    page: (
      <FollowPage
        reader={reader}
        wish={wish}
        name={name}
        fields={fields}
        typed={typed}
        errors={followErrors(reader, name === undefined ? refusals.filter((one) => one !== 'nothing-there') : refusals, seconds)}
      />
    ),
  }
}

async function sendLink(ask: Ask): Promise<Answer> {
  const { reader, site } = ask
  const typed = field(ask, 'address')
  const seconds = await brakeCaller(site, 'follow', ask.address)
  if (seconds > 0)
    return { status: 429, page: <LinkPage reader={reader} typed={typed} errors={followErrors(reader, ['too-many'], seconds)} /> }
  const outcome = await askForLink(site, typed)
  if (outcome.ok) return { redirect: href(reader, '/follow/sent') }
  return { status: 422, page: <LinkPage reader={reader} typed={typed} errors={followErrors(reader, outcome.refusals)} /> }
}

async function followersPage({ site, reader, visitor }: Ask): Promise<Answer> {
  if (visitor === undefined) throw new NotFound('nobody is signed in')
  const counts = await countFollowers(site.database.read)
  const most = await Promise.all(
    counts.most.map(async ({ target, n }) => {
      const wish = readWish(Object.fromEntries(new URLSearchParams(target)))
      return { name: (wish && (await nameWish(site, reader.lang, wish))) ?? target, n }
    }),
  )
  return { page: <FollowersPage reader={reader} counts={counts} most={most} /> }
}

function frequencyIn(ask: Ask): Frequency | undefined {
  return frequencies.find((one) => one === field(ask, 'frequency'))
}
