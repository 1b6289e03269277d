import { NotFound } from '../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { changeOwn, type OwnWish } from './change-own.ts'
import { frequencies } from './frequency.ts'
import { nameWish } from './name-wish.ts'
import { OwnPage, type OwnLine } from './pages/own-page.tsx'
import { StopPage } from './pages/stop-page.tsx'
import type { Follow } from './queries.ts'
import { readOwn } from './read-own.ts'
import { stopFollowing } from './stop-following.ts'
import { readWish } from './wish.ts'

const open = { policy: 'subscriptions.own' } as const

/**
 * What the links in mails open. Looking changes nothing, for mail programs look before their readers do; a button does. The page of
 * the way out says the same to whoever comes.
 */
export const ownRoutes: readonly Route[] = [
  { ...open, method: 'GET', path: '/follow/mine/:token', answer: showOwn },
  { ...open, method: 'POST', path: '/follow/mine/:token', answer: change },
  {
    ...open,
    method: 'GET',
    path: '/follow/stop/:token',
    answer: async (ask) => ({ page: <StopPage reader={ask.reader} token={tokenIn(ask)} /> }),
  },
  { ...open, method: 'POST', path: '/follow/stop/:token', answer: stop },
  { ...open, method: 'GET', path: '/follow/stopped', answer: async ({ reader }) => ({ page: <StopPage reader={reader} /> }) },
]

const dones = ['confirm', 'keep', 'frequency', 'stop'] as const

async function showOwn(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const own = await readOwn(site, site.database.read, tokenIn(ask))
  if (own === undefined) throw new NotFound('no such link')
  const named = (follows: readonly Follow[]) => Promise.all(follows.map((follow) => lineOf(ask, follow)))
  const [asked] = await named(own.asked === undefined ? [] : [own.asked])
  const done = dones.find((one) => one === ask.query['done'])
  return {
    page: (
      <OwnPage
        reader={reader}
        token={tokenIn(ask)}
        asked={asked}
        follows={await named(own.follows)}
        done={done}
        isSilent={own.follower.remindedAt !== undefined}
      />
    ),
  }
}

/** What was followed and can be read by nobody any more keeps its row, so that its reader can end it. */
async function lineOf({ site, reader }: Ask, follow: Follow): Promise<OwnLine> {
  const wish = readWish(Object.fromEntries(new URLSearchParams(follow.target)))
  const name = (wish && (await nameWish(site, reader.lang, wish))) ?? reader.t('subscriptions.own.gone')
  return { id: follow.id, kind: follow.kind, name, frequency: follow.frequency }
}

async function change(ask: Ask): Promise<Answer> {
  const wish = wishIn(ask)
  if (wish === undefined) throw new NotFound('no such act')
  const outcome = await changeOwn(ask.site, tokenIn(ask), wish)
  if (!outcome.ok) throw new NotFound('no such link')
  if (outcome.value === 'forgotten') return { redirect: href(ask.reader, '/follow/stopped') }
  return { redirect: `${href(ask.reader, `/follow/mine/${tokenIn(ask)}`)}?done=${wish.act}` }
}

function wishIn(ask: Ask): OwnWish | undefined {
  const act = field(ask, 'act')
  const text = field(ask, 'follow')
  const followId = /^\d{1,15}$/.test(text) ? Number(text) : 0
  const frequency = frequencies.find((one) => one === field(ask, `frequency-${followId}`))
  if (act === 'confirm' || act === 'keep') return { act }
  if (act === 'stop') return { act, followId }
  return act === 'frequency' && frequency !== undefined ? { act, followId, frequency } : undefined
}

/** Answered in place and not by another address: a mail program that sends the one POST follows no redirect. */
async function stop(ask: Ask): Promise<Answer> {
  await stopFollowing(ask.site, tokenIn(ask))
  return { page: <StopPage reader={ask.reader} /> }
}

const tokenIn = (ask: Ask): string => ask.params['token'] ?? ''
