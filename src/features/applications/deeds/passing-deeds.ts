import { handOver } from '../handling/hand-over.ts'
import { listTakers } from '../intake/find-taker.ts'
import { outcomes } from '../load-outcomes.ts'
import { handedItems, proposedBody } from '../proposing/proposal.ts'
import { proposePublication } from '../proposing/propose-publication.ts'
import type { CaseView } from '../cases/read-case.ts'
import type { Deed } from './deed.ts'

const has = ({ events }: CaseView, kind: string, field: string): boolean =>
  events.some((event) => event.kind === kind && event.fields[field] !== undefined)

const longestTitle = 60

/** What leads out of a case: to the unit that holds what is asked for, and to everybody. */
export const passingDeeds: readonly Deed[] = [
  {
    verb: 'hand-over',
    policy: 'applications.handle',
    isOffered: (view) => view.clock.state === 'running' && !has(view, 'handed-over', 'to') && view.items.some((item) => item.leaf === ''),
    fields: async ({ unit, today }, site, lang) => [
      {
        ...{ name: 'unit', kind: 'choice' },
        options: (await listTakers(site.database.read, today))
          .filter((one) => one.id !== unit.id)
          .map((one) => ({ value: one.code, label: lang === 'zh' ? one.nameZh : one.nameEn })),
      },
      { name: 'reason', kind: 'text' },
    ],
    act: (site, officer, at, typed) => handOver(site, officer, at, { unit: typed.text('unit'), reason: typed.text('reason') }),
    fieldOf: { 'unit-missing': 'unit', 'reason-missing': 'reason' },
    isGrave: true,
  },
  {
    verb: 'propose',
    policy: 'applications.handle',
    isOffered: (view) =>
      view.clock.state === 'replied' && handedItems(view.items, outcomes).length > 0 && !has(view, 'proposed', 'document'),
    fields: ({ items }, site) => [
      { name: 'title', kind: 'line', value: titleOf(site.words.zh, items[0]?.words ?? '') },
      { name: 'body', kind: 'text', value: proposedBody(items, outcomes) },
    ],
    act: (site, officer, at, typed) => proposePublication(site, officer, at, { title: typed.text('title'), body: typed.text('body') }),
    fieldOf: {
      ...{ 'title-missing': 'title', 'title-too-long': 'title', 'body-missing': 'body', 'body-too-long': 'body' },
      ...{ 'text-leaks': 'body', 'text-names-applicant': 'body' },
    },
  },
]

/** A title to begin with: the first thing that was asked for, shortened. */
function titleOf(t: (key: 'applications.handling.propose.title', params: { asked: string }) => string, words: string): string {
  const signs = [...words.replace(/\s+/g, ' ').trim()]
  const asked = signs.length > longestTitle ? `${signs.slice(0, longestTitle).join('')}…` : signs.join('')
  return t('applications.handling.propose.title', { asked })
}
