import { dayOf } from '../../kernel/day.ts'
import { sayDay } from '../../kernel/translate.ts'
import { excerpt } from '../../platform/text/markdown.ts'
import type { Site } from '../../platform/site.ts'
import type { ChangeLine } from '../publishing/index.ts'
import type { Letter } from './mail-link.ts'
import type { Follower } from './queries.ts'

const subjectCharacters = 120

/** A mail of what is new: each document once, with everything that happened to it and why, and its address. */
export function writeNews(site: Site, follower: Follower, changes: readonly ChangeLine[], count: number): Letter {
  const t = site.words[follower.language]
  const documents = new Map<number, ChangeLine[]>()
  for (const change of [...changes].reverse()) documents.set(change.id, [...(documents.get(change.id) ?? []), change])
  const city = follower.language === 'zh' ? site.city.nameZh : site.city.nameEn
  const [first] = changes
  const subject =
    documents.size === 1 && first !== undefined
      ? t('subscriptions.mail.news.subject-one', {
          what: t(`portal.change.${first.kind}`),
          title: excerpt(titleOf(first), subjectCharacters),
        })
      : t('subscriptions.mail.news.subject', { n: documents.size, city })
  const parts = [...documents.values()].map((all) => inWords(site, follower, all))
  const more = count > changes.length ? [t('subscriptions.mail.news.more', { n: count - changes.length })] : []
  return {
    subject,
    write: ({ ownUrl, stopUrl }) =>
      [...parts, ...more, t('subscriptions.mail.news.foot', { city, url: ownUrl, stop: stopUrl })].join('\n\n'),
  }
}

/** One document: its title, what happened in the order of time, where it is. */
function inWords(site: Site, { language }: Follower, changes: readonly ChangeLine[]): string {
  const t = site.words[language]
  const [first] = changes
  if (first === undefined) return ''
  const lines = changes.map((change) => {
    const what = t('subscriptions.mail.news.change', { day: sayDay(dayOf(change.at), language), what: t(`portal.change.${change.kind}`) })
    return change.reason === '' ? what : t('subscriptions.mail.news.because', { what, reason: change.reason.replace(/\s+/g, ' ') })
  })
  const number = first.indexNumber.split('/').map(encodeURIComponent).join('/')
  return [titleOf(first), ...lines, `${site.config.baseUrl}/${language}/documents/${number}`].join('\n')
}

/** What was removed keeps its number and nothing else, in mails too. */
function titleOf(change: ChangeLine): string {
  return change.standing === 'removed' ? change.indexNumber : change.title
}
