import { listDuties, listLines, listTasks } from '../../src/features/catalogue/index.ts'
import type { StoredDocument } from '../../src/features/publishing/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import type { Site } from '../../src/platform/site.ts'
import { castOf } from './hands.ts'
import { givenPerson, givenStages, publicFiles, type Stages } from './stages.ts'

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
  const [material] = await listTasks(site.database.read, {
    ...{ dutyIds: materialDuty, unitIds: [cast.unit.id], opensUntil: asDay(site.today()) },
    ...{ isLatestFirst: true, limit: 1 },
  })
  const changes = (await listLines(site.database.read)).flatMap((line) => line.editions.slice(1).map((edition) => edition.id))
  const by = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path, as }))
  const at = (document: StoredDocument): string => `/desk/documents/${document.id}`
  const pages = {
    ...publicSamples(stages),
    '/sign-in': [{ path: '/sign-in' }],
    '/desk': ['linxiao', 'zhouming', 'hanxue', 'gaoyuan', 'suwen', 'luoan'].flatMap((login) => by(login, '/desk')),
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
      ...['correct', 'cancel', 'withdraw', 'replace', 'remove'].map((kind) => `${at(released)}/change/${kind}`),
    ),
    '/desk/record': by('suwen', '/desk/record'),
    '/desk/work': by('luoan', '/desk/work'),
  }
  return { pages, plain: plainSamples(released, fileId) }
}

function publicSamples({ draft, released, withdrawn, removed }: Stages): Record<string, Sample[]> {
  const pages = (...paths: string[]): Sample[] => paths.map((path) => ({ path }))
  return {
    '/': pages('/'),
    '/catalogue': pages('/catalogue'),
    '/catalogue/:code': pages('/catalogue/policies', '/catalogue/town'),
    '/units': pages('/units'),
    '/units/:code': pages('/units/emergency', '/units/guxian', '/units/liuxi'),
    '/guide': pages('/guide'),
    '/guide/:code': pages('/guide/emergency'),
    '/about': pages('/about'),
    '/verify': pages('/verify'),
    '/sitemap': pages('/sitemap'),
    '/search': pages('/search', '/search?q=%E5%AE%89%E5%85%A8', '/search?q=budget&year=2026', '/search?q=zzzzqqqq'),
    '/latest': pages('/latest', '/latest?unit=emergency'),
    '/documents/*': [
      ...pages(`/documents/${released.indexNumber}`, `/documents/${withdrawn.indexNumber}`),
      { path: `/documents/${removed.indexNumber}`, status: 410 },
      { path: `/documents/${draft.indexNumber}`, status: 404 },
    ],
    '/promises': pages('/promises'),
    '/promises/list': pages('/promises/list', '/promises/list?ending=late', '/promises/list?unit=liuxi&month=2020-01'),
  }
}

/** What programs read, and files: that it is there is enough. */
function plainSamples(released: StoredDocument, fileId: number | undefined): Record<string, Sample> {
  const asIs = ['/healthz', '/readyz', '/verify.py', '/feed.xml', '/sitemap.xml', '/robots.txt', '/opensearch.xml', '/api/openapi.json']
  const api = ['/api/v1/documents', '/api/v1/units', '/api/v1/catalogue']
  return {
    ...Object.fromEntries([...asIs, ...api].map((path) => [path, { path }])),
    ...Object.fromEntries(['xlsx', 'csv'].map((kind) => [`/catalogue/export.${kind}`, { path: `/catalogue/export.${kind}` }])),
    ...Object.fromEntries(
      ['xlsx', 'csv'].map((kind) => [`/desk/catalogue/export.${kind}`, { path: `/desk/catalogue/export.${kind}`, as: 'linxiao' }]),
    ),
    '/documents': { path: '/documents', status: 301 },
    '/units/:code/feed.xml': { path: '/units/emergency/feed.xml' },
    '/sitemaps/:part': { path: '/sitemaps/pages.xml' },
    '/api/v1/documents/*': { path: `/api/v1/documents/${released.indexNumber}` },
    '/api/v1/units/:code': { path: '/api/v1/units/emergency' },
    '/api/v1/duties/:code': { path: '/api/v1/duties/normative-documents' },
    '/api/v1/calendar/:year': { path: '/api/v1/calendar/2026' },
    '/api/v1/clock': { path: '/api/v1/clock?days=20&start=2025-09-28' },
    '/files/:documentId/:fileId/:name': { path: `/files/${released.id}/${fileId}/list.txt` },
    '/desk/documents/:id/files/:fileId': { path: `/desk/documents/${released.id}/files/${fileId}`, as: 'linxiao' },
  }
}
