import { listDuties, listLines, listTasks } from '../../src/features/catalogue/index.ts'
import type { StoredDocument } from '../../src/features/publishing/index.ts'
import { saveGroup } from '../../src/features/searches/index.ts'
import { listFindings } from '../../src/features/supervision/index.ts'
import { askToFollow, changeOwn } from '../../src/features/subscriptions/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import { listMails } from '../../src/platform/mail/index.ts'
import type { Site } from '../../src/platform/site.ts'
import { givenChannels } from './channels.ts'
import { must } from './given.ts'
import { castOf } from './hands.ts'
import { givenMissed } from './missed.ts'
import { givenPerson, givenStages, publicFiles, cleanCopyOf, type Stages } from './stages.ts'
import { askedWithFile, releaseSamples } from './release-stages.ts'

/** One address to look at: the path without its language, who may open it, and the status when it is not 200. */
export interface Sample {
  path: string
  /** The login of somebody who may open it; left out: a reader without an account. */
  as?: string
  status?: number
}

/** Pages to look at, by route: each route in every state that looks different. A route that is not here fails by name. */
export async function samplesFor(site: Site): Promise<{ pages: Record<string, Sample[]>; plain: Record<string, Sample> }> {
  const cast = await castOf(site)
  const stages = await givenStages(site, cast)
  const { draft, withHead, withSecrecy, withSigner, released } = stages
  const fileId = (await publicFiles(site, released))[0]?.id
  const person = await givenPerson(site)
  const tasks = await listTasks(site.database.read, { unitIds: [cast.unit.id], opensUntil: asDay(site.today()), limit: 200 })
  const materialDuty = (await listDuties(site.database.read)).filter((duty) => duty.code === 'quarter-material').map((duty) => duty.id)
  const open = tasks.find((task) => task.fulfilledOn === undefined && task.period.startsWith('event'))
  const kept = tasks.find((task) => task.fulfilledOn !== undefined && task.period.startsWith('event'))
  const fixed = tasks.find((task) => task.fulfilledOn === undefined && !task.period.startsWith('event'))
  const missedId = await givenMissed(site, '无障碍通道')
  const group = must(await saveGroup(site, 'system', { typed: '巡河\n河道巡查' }))
  const [material] = await listTasks(site.database.read, {
    ...{ dutyIds: materialDuty, unitIds: [cast.unit.id], opensUntil: asDay(site.today()) },
    ...{ isLatestFirst: true, limit: 1 },
  })
  const changes = (await listLines(site.database.read)).flatMap((line) => line.editions.slice(1).map((edition) => edition.id))
  const by = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path, as }))
  const at = (document: StoredDocument): string => `/desk/documents/${document.id}`
  const carriers = await givenChannels(site, cast.unit, released)
  const pages = {
    ...publicSamples(stages),
    ...channelSamples(carriers, released),
    ...(await followSamples(site, released)),
    '/sign-in': [{ path: '/sign-in' }],
    '/desk': ['linxiao', 'zhouming', 'hanxue', 'gaoyuan', 'suwen', 'luoan'].flatMap((login) => by(login, '/desk')),
    '/desk/board': by('suwen', '/desk/board', '/desk/board?under=guxian', '/desk/board?units=3&people=5&unreached=1'),
    '/desk/account': by('zhouming', '/desk/account'),
    '/desk/account/password': by('zhouming', '/desk/account/password'),
    '/desk/account/second-factor': by('zhouming', '/desk/account/second-factor'),
    '/desk/people': by('luoan', '/desk/people', '/desk/people?q=%E6%9E%97', '/desk/people?q=nobody-like-this'),
    '/desk/people/new': by('luoan', '/desk/people/new'),
    '/desk/people/:id': by('luoan', `/desk/people/${person.id}`),
    '/desk/people/:id/access': by('luoan', `/desk/people/${person.id}/access`),
    '/desk/people/:id/posts': by('luoan', `/desk/people/${person.id}/posts`),
    '/desk/people/:id/posts/:post': by('luoan', `/desk/people/${person.id}/posts/${person.postId}`),
    '/desk/waivers': by('suwen', '/desk/waivers'),
    '/desk/units': by('suwen', '/desk/units'),
    '/desk/units/new': by('suwen', '/desk/units/new?parent=guxian'),
    '/desk/units/:code': by('suwen', '/desk/units/emergency', '/desk/units/guxian'),
    '/desk/units/:code/rename': by('suwen', '/desk/units/emergency/rename'),
    '/desk/units/:code/close': by('suwen', '/desk/units/emergency/close'),
    '/desk/units/:code/profile': by('linxiao', '/desk/units/emergency/profile'),
    '/desk/catalogue': by('suwen', '/desk/catalogue', '/desk/catalogue?q=nothing-like-this'),
    '/desk/catalogue/templates': by('suwen', '/desk/catalogue/templates'),
    '/desk/catalogue/templates/new': by('suwen', '/desk/catalogue/templates/new'),
    '/desk/catalogue/templates/:code': by('suwen', '/desk/catalogue/templates/province-towns'),
    '/desk/catalogue/templates/:code/lines/:line': by(
      'suwen',
      ...['new', 'pt-subsidy-list'].map((line) => `/desk/catalogue/templates/province-towns/lines/${line}`),
    ),
    '/desk/catalogue/proposals': [...by('suwen', '/desk/catalogue/proposals'), ...by('linxiao', '/desk/catalogue/proposals')],
    '/desk/catalogue/proposals/:id': by('kemin', ...changes.map((id) => `/desk/catalogue/proposals/${id}`)),
    '/desk/catalogue/own-lines/:code/:unit': by('kemin', '/desk/catalogue/own-lines/pt-subsidy-list/guxian'),
    '/desk/materials': [...by('suwen', '/desk/materials'), ...by('linxiao', '/desk/materials?period=2020-Q1')],
    '/desk/materials/:task': ['linxiao', 'zhouming', 'gaoyuan'].flatMap((login) => by(login, `/desk/materials/${material?.id}`)),
    '/desk/catalogue/import': by('suwen', '/desk/catalogue/import'),
    '/desk/catalogue/categories/new': by('suwen', '/desk/catalogue/categories/new'),
    '/desk/catalogue/duties/new': by('suwen', '/desk/catalogue/duties/new'),
    '/desk/catalogue/duties/:code': by('suwen', '/desk/catalogue/duties/normative-documents'),
    '/desk/catalogue/duties/:code/edit': by('suwen', '/desk/catalogue/duties/normative-documents/edit'),
    '/desk/tasks/register': by('linxiao', '/desk/tasks/register', '/desk/tasks/register?unit=emergency&duty=normative-documents'),
    '/desk/tasks': [...by('linxiao', '/desk/tasks'), ...by('suwen', '/desk/tasks')],
    '/desk/tasks/:id': by('linxiao', ...[open, kept, fixed].map((task) => `/desk/tasks/${task?.id}`)),
    '/desk/documents': [...by('linxiao', '/desk/documents'), ...by('suwen', '/desk/documents', '/desk/documents?q=nothing-like-this')],
    '/desk/reviews': ['zhouming', 'hanxue', 'gaoyuan', 'suwen'].flatMap((login) => by(login, '/desk/reviews')),
    '/desk/documents/new': by('linxiao', '/desk/documents/new', `/desk/documents/new?task=${open?.id}`),
    '/desk/documents/:id': [
      ...by('linxiao', at(draft), `${at(draft)}?tried=submit`, at(released)),
      ...by('zhouming', at(withHead)),
      ...by('hanxue', at(withSecrecy)),
      ...by('gaoyuan', at(withSigner), at(released), at(stages.withdrawn)),
    ],
    '/desk/documents/:id/edit': by('linxiao', `${at(draft)}/edit`, `${at(draft)}/edit?preview=1`, `${at(withHead)}/edit`),
    '/desk/documents/:id/move/:move': [
      ...by('linxiao', `${at(draft)}/move/drop`),
      ...by('zhouming', `${at(withHead)}/move/send-back`),
      ...by('hanxue', `${at(withSecrecy)}/move/clear`),
    ],
    '/desk/documents/:id/change/:kind': by(
      'gaoyuan',
      ...['correct', 'change', 'cancel', 'end', 'withdraw', 'replace', 'merge', 'remove'].map((kind) => `${at(released)}/change/${kind}`),
      `${at(stages.withdrawn)}/change/reinstate`,
    ),
    '/desk/saved': by('linxiao', '/desk/saved', '/desk/saved?q=budget&year=2026'),
    '/desk/searches': by('suwen', '/desk/searches', '/desk/searches?view=found', '/desk/searches?view=decided'),
    '/desk/searches/:id': by('suwen', `/desk/searches/${missedId}`),
    '/desk/synonyms': by('suwen', '/desk/synonyms'),
    '/desk/synonyms/new': by('suwen', '/desk/synonyms/new'),
    '/desk/synonyms/:id': by('suwen', `/desk/synonyms/${group.id}`),
    '/desk/findings': [
      ...by('linxiao', '/desk/findings'),
      ...by('suwen', '/desk/findings', '/desk/findings?state=all&sort=unit', '/desk/findings?unit=nothing-like-this'),
    ],
    '/desk/findings/:id': await findingSamples(site),
    '/desk/systems': by('luoan', '/desk/systems'),
    '/desk/systems/new': by('luoan', '/desk/systems/new'),
    '/desk/systems/:id': by('luoan', '/desk/systems/1', '/desk/systems/2'),
    '/desk/imports': by('suwen', '/desk/imports'),
    '/desk/imports/:id': by('suwen', '/desk/imports/1', '/desk/imports/2', '/desk/imports/2?show=kept-back'),
    ...(await releaseSamples(site, cast, stages)),
    '/desk/record': by('suwen', '/desk/record'),
    '/desk/followers': by('suwen', '/desk/followers'),
    '/desk/work': by('luoan', '/desk/work'),
  }
  const plain = { ...plainSamples(stages, fileId, await cleanCopyOf(site, draft)), ...printSamples(carriers, released) } as Record<
    string,
    Sample
  >
  const asked = await askedWithFile(site, cast)
  plain['/desk/coordination/:id/files/:fileId'] = { path: `/desk/coordination/${asked.id}/files/${asked.fileId}`, as: 'zhouming' }
  return { pages, plain }
}

type Channels = Awaited<ReturnType<typeof givenChannels>>

/** Carriers: the register, what hangs there, gazettes and screens. */
function channelSamples(
  { column, screen, gazette, posting, draft, printed }: Channels,
  released: StoredDocument,
): Record<string, Sample[]> {
  const desk = (...paths: string[]): Sample[] => paths.map((path) => ({ path, as: 'linxiao' }))
  const pages = (...paths: string[]): Sample[] => paths.map((path) => ({ path }))
  const at = (code: string): string => `/desk/channels/${code}`
  return {
    '/desk/channels': desk('/desk/channels', '/desk/channels?view=overdue', '/desk/channels?unit=nothing'),
    '/desk/channels/new': [...desk('/desk/channels/new'), { path: '/desk/channels/new', as: 'suwen' }],
    '/desk/channels/:code': desk(at(column.code), at(screen.code), at(gazette.code)),
    '/desk/channels/:code/edit': desk(`${at(column.code)}/edit`),
    '/desk/channels/:code/post': desk(`${at(column.code)}/post`, `${at(column.code)}/post?document=${released.indexNumber}`),
    '/desk/channels/:code/issues/new': desk(`${at(gazette.code)}/issues/new`),
    '/desk/postings/:id': desk(`/desk/postings/${posting?.id}`),
    '/desk/issues/:id': desk(`/desk/issues/${draft.id}`, `/desk/issues/${printed.id}`),
    '/channels': pages('/channels', '/channels?unit=emergency'),
    '/channels/:code': pages(`/channels/${column.code}`, `/channels/${screen.code}`, `/channels/${gazette.code}`),
    '/gazettes': pages('/gazettes'),
    '/gazettes/:code/:issue': pages(`/gazettes/${gazette.code}/2026-1`),
    '/screen/:code': pages(`/screen/${screen.code}`, `/screen/${screen.code}?page=1`),
    '/scripts/*': pages(`/scripts/${released.indexNumber}`),
  }
}

/** What is set for paper, and photos that are not there. */
function printSamples({ column, gazette, posting }: Channels, released: StoredDocument): Record<string, Sample> {
  const forms = ['a4', 'a3', 'script']
  return {
    ...Object.fromEntries(forms.map((form) => [`/print/${form}/*`, { path: `/print/${form}/${released.indexNumber}` }])),
    '/print/gazettes/:code/:issue': { path: `/print/gazettes/${gazette.code}/2026-1` },
    '/channels/:code/photo': { path: `/channels/${column.code}/photo`, status: 404 },
    '/postings/:id/photo': { path: `/postings/${posting?.id}/photo`, status: 404 },
    '/desk/postings/:id/proof': { path: `/desk/postings/${posting?.id}/proof`, as: 'linxiao', status: 404 },
  }
}

/** One finding of each kind that the demo city has. */
async function findingSamples(site: Site): Promise<Sample[]> {
  const findings = await listFindings(site.database.read, { today: asDay(site.today()), limit: 10_000 })
  const kinds = [...new Set(findings.map((finding) => finding.detector))]
  return kinds.map((kind) => ({ path: `/desk/findings/${findings.find(({ detector }) => detector === kind)?.id}`, as: 'suwen' }))
}

/** The pages of whoever follows by mail: one that asks to be confirmed, one with things followed, and a link that opens nothing. */
async function followSamples(site: Site, document: StoredDocument): Promise<Record<string, Sample[]>> {
  const pages = (...paths: string[]): Sample[] => paths.map((path) => ({ path }))
  const wishes = [
    { kind: 'document' as const, indexNumber: document.indexNumber },
    { kind: 'list' as const, words: '' },
  ]
  const tokens: string[] = []
  for (const wish of wishes) {
    must(await askToFollow(site, { address: 'pages@example.org', wish, frequency: 'daily', language: 'zh' }))
    const [mail] = await listMails(site.database.read)
    tokens.push(/\/follow\/mine\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '')
  }
  const [followed = '', asked = ''] = tokens
  must(await changeOwn(site, followed, { act: 'confirm' }))
  return {
    '/follow': pages('/follow', '/follow?unit=emergency', `/follow?document=${encodeURIComponent(document.indexNumber)}`),
    '/follow/sent': pages('/follow/sent'),
    '/follow/link': pages('/follow/link'),
    '/follow/mine/:token': [...pages(`/follow/mine/${asked}`, `/follow/mine/${followed}`), { path: '/follow/mine/nothing', status: 404 }],
    '/follow/stop/:token': pages(`/follow/stop/${followed}`),
    '/follow/stopped': pages('/follow/stopped'),
  }
}

function publicSamples({ draft, released, withdrawn, removed }: Stages): Record<string, Sample[]> {
  const pages = (...paths: string[]): Sample[] => paths.map((path) => ({ path }))
  return {
    '/': pages('/'),
    '/catalogue': pages('/catalogue'),
    '/catalogue/:code': pages('/catalogue/policies', '/catalogue/town'),
    '/catalogue/reasons': pages('/catalogue/reasons'),
    '/units': pages('/units'),
    '/units/:code': pages('/units/emergency', '/units/guxian', '/units/liuxi'),
    '/guide': pages('/guide'),
    '/guide/:code': pages('/guide/emergency'),
    '/about': pages('/about'),
    '/verify': pages('/verify'),
    '/api': pages('/api'),
    '/sitemap': pages('/sitemap'),
    '/search': pages(
      ...['/search', '/search?q=%E5%AE%89%E5%85%A8', '/search?q=budget&year=2026', '/search?q=zzzzqqqq', '/search?q=%E5%B1%80&kind=unit'],
    ),
    '/search/names': pages('/search/names', '/search/names?q=%E5%BA%94%E6%80%A5', '/search/names?q=zzzzqqqq'),
    '/clarifications': pages('/clarifications'),
    '/latest': pages('/latest', '/latest?unit=emergency'),
    '/changes': pages('/changes'),
    '/documents/*': [
      ...pages(`/documents/${withdrawn.indexNumber}/history`),
      ...pages(`/documents/${released.indexNumber}`, `/documents/${withdrawn.indexNumber}`),
      { path: `/documents/${removed.indexNumber}`, status: 410 },
      { path: `/documents/${draft.indexNumber}`, status: 404 },
    ],
    '/promises': pages('/promises', '/promises?year=2025'),
    '/promises/units/:code': pages('/promises/units/emergency', '/promises/units/liuxi?year=2025'),
    '/promises/list': pages('/promises/list', '/promises/list?ending=late', '/promises/list?unit=liuxi&month=2020-01'),
  }
}

/** What programs read, and files: that it is there is enough. */
function plainSamples({ draft, released }: Stages, fileId: number | undefined, copyId: number | undefined): Record<string, Sample> {
  const asIs = [
    '/healthz',
    '/readyz',
    '/verify.py',
    '/promises.csv',
    '/promises/chart.svg',
    '/sitemap.xml',
    '/robots.txt',
    '/opensearch.xml',
    '/api/openapi.json',
  ]
  const lists = ['documents', 'units', 'catalogue', 'promises']
  const api = ['/api/v1/changes', ...lists.flatMap((list) => [`/api/v1/${list}`, `/api/v1/${list}.csv`])]
  const feeds = Object.fromEntries(
    ['xml', 'json'].flatMap((form) => [
      [`/feed.${form}`, { path: `/feed.${form}` }],
      [`/latest/feed.${form}`, { path: `/latest/feed.${form}?unit=emergency` }],
      [`/search/feed.${form}`, { path: `/search/feed.${form}?q=%E5%AE%89%E5%85%A8` }],
      [`/units/:code/feed.${form}`, { path: `/units/emergency/feed.${form}` }],
      [`/catalogue/:code/feed.${form}`, { path: `/catalogue/policies/feed.${form}` }],
    ]),
  )
  return {
    ...Object.fromEntries([...asIs, ...api].map((path) => [path, { path }])),
    ...Object.fromEntries(['xlsx', 'csv'].map((kind) => [`/catalogue/export.${kind}`, { path: `/catalogue/export.${kind}` }])),
    ...Object.fromEntries(
      ['xlsx', 'csv'].map((kind) => [`/desk/catalogue/export.${kind}`, { path: `/desk/catalogue/export.${kind}`, as: 'linxiao' }]),
    ),
    '/documents': { path: '/documents', status: 301 },
    '/desk/board.csv': { path: '/desk/board.csv', as: 'suwen' },
    '/search/suggest': { path: '/search/suggest?q=%E5%BA%94%E6%80%A5' },
    ...feeds,
    '/sitemaps/:part': { path: '/sitemaps/pages.xml' },
    '/api/v1/documents/*': { path: `/api/v1/documents/${released.indexNumber}` },
    '/api/v1/units/:code': { path: '/api/v1/units/emergency' },
    '/api/v1/duties/:code': { path: '/api/v1/duties/normative-documents' },
    '/api/v1/calendar/:year': { path: '/api/v1/calendar/2026' },
    '/api/v1/clock': { path: '/api/v1/clock?days=20&start=2025-09-28' },
    '/files/:documentId/:fileId/:name': { path: `/files/${released.id}/${fileId}/list.txt` },
    '/desk/documents/:id/files/:fileId/original': { path: `/desk/documents/${draft.id}/files/${copyId}/original`, as: 'linxiao' },
    '/desk/documents/:id/files/:fileId': { path: `/desk/documents/${released.id}/files/${fileId}`, as: 'linxiao' },
    '/desk/findings.csv': { path: '/desk/findings.csv', as: 'suwen' },
  }
}
