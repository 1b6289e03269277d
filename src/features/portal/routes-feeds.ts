import { NotFound } from '../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { siteName } from '../../ui/document.tsx'
import { nameIn } from '../../ui/reader.ts'
import type { Feed } from './feed.ts'
import { makeFeed } from './make-feed.ts'
import { readQuestion, writeQuestion, type Question } from './question.ts'
import { readFeed } from './read-feed.ts'
import { readPlaces, type Places } from './read-places.ts'
import { unitOf } from './read-unit.ts'
import { writeFeed } from './write-feed.ts'
import { writeJsonFeed } from './write-json-feed.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** A list that can be followed: where its page is, and what it asks for. */
interface Followed {
  page: string
  question: Question
  name: string
}

type Find = (ask: Ask, places: Places) => Followed

const lists: { path: string; find: Find }[] = [
  { path: '', find: (ask) => ({ page: '/latest', question: nothing, name: siteName(ask.reader) }) },
  { path: '/latest', find: asAsked('/latest') },
  { path: '/search', find: asAsked('/search') },
  { path: '/units/:code', find: ofUnit },
  { path: '/catalogue/:code', find: ofCategory },
]

/** Every list as a feed, in both forms that readers of feeds know. */
export const feedRoutes: readonly Route[] = lists.flatMap(({ path, find }) => [
  { ...open, path: `${path}/feed.xml`, answer: (ask: Ask) => giveList(ask, find, 'xml') },
  { ...open, path: `${path}/feed.json`, answer: (ask: Ask) => giveList(ask, find, 'json') },
])

/** A feed in one of its two forms. */
export function giveFeed(feed: Feed, form: 'xml' | 'json'): Answer {
  return form === 'xml'
    ? { text: writeFeed(feed), type: 'application/atom+xml; charset=utf-8' }
    : { text: writeJsonFeed(feed), type: 'application/feed+json; charset=utf-8' }
}

async function giveList(ask: Ask, find: Find, form: 'xml' | 'json'): Promise<Answer> {
  const places = await readPlaces(ask.site, ask.site.database.read)
  const { page, question, name } = find(ask, places)
  const list = await readFeed(ask.site, places, question)
  if (list === undefined) throw new NotFound(`feed ${ask.reader.path}`)
  const asked = page === '/latest' || page === '/search' ? writeQuestion(question) : ''
  const place = {
    title: ask.reader.t('portal.feed.title', { name }),
    subtitle: ask.reader.t('portal.latest.lead'),
    path: `${ask.reader.path}${asked}`,
    pagePath: `${page}${asked}`,
  }
  return giveFeed(makeFeed(ask, places, list, place), form)
}

const nothing: Question = { words: '', isCut: false }

/** What the query asks for; a page of the list is none of its feed's business. */
function asAsked(page: '/latest' | '/search'): Find {
  return (ask, places) => {
    const { before: _, ...asked } = readQuestion(ask.query)
    const question = page === '/latest' ? { ...asked, words: '' } : asked
    const unit = [...places.units.values()].find((one) => one.code === question.unit)
    const category = places.categories.find((one) => one.code === question.category)
    const duty = places.everyDuty.find((one) => one.code === question.duty)
    const names = [
      question.words,
      unit && nameIn(ask.reader, unit),
      category && nameIn(ask.reader, category),
      duty && nameIn(ask.reader, { nameZh: duty.titleZh, nameEn: duty.titleEn }),
      question.year === undefined ? '' : String(question.year),
    ].filter(Boolean)
    return { page, question, name: names.length === 0 ? siteName(ask.reader) : names.join(' · ') }
  }
}

function ofUnit(ask: Ask, places: Places): Followed {
  const unit = unitOf(places, ask.params['code'] ?? '')
  return { page: `/units/${unit.code}`, question: { ...nothing, unit: unit.code }, name: nameIn(ask.reader, unit) }
}

function ofCategory(ask: Ask, places: Places): Followed {
  const category = places.categories.find((one) => one.code === ask.params['code'])
  if (category === undefined) throw new NotFound(`category ${ask.params['code']}`)
  const question = { ...nothing, category: category.code }
  return { page: `/catalogue/${category.code}`, question, name: nameIn(ask.reader, category) }
}
