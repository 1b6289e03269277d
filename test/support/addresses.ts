import { listDuties, listLines, listTasks } from '../../src/features/catalogue/index.ts'
import type { StoredDocument } from '../../src/features/publishing/index.ts'
import { saveGroup } from '../../src/features/searches/index.ts'
import { listFindings } from '../../src/features/supervision/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import type { Site } from '../../src/platform/site.ts'
import { givenChannels } from './channels.ts'
import { must } from './given.ts'
import { bulletinSamples } from './bulletin-samples.ts'
import { castOf } from './hands.ts'
import { mailSamples } from './mail-samples.ts'
import { givenMissed } from './missed.ts'
import { givenNotice } from './notice.ts'
import { annualPlain, annualSamples } from './annual-samples.ts'
import { caseSamples } from './case-samples.ts'
import { channelSamples, printSamples } from './channel-samples.ts'
import { plainSamples } from './plain-samples.ts'
import { followSamples, publicSamples } from './public-samples.ts'
import { registerPages, registerPlain } from './register-samples.ts'
import { reportPlain, reportSamples } from './report-samples.ts'
import { roundSamples } from './round-samples.ts'
import type { Sample } from './sample.ts'
import { summaryPlain, summarySamples } from './summary-samples.ts'
import { givenPerson, givenStages, publicFiles, cleanCopyOf } from './stages.ts'
import { askedWithFile, releaseSamples } from './release-stages.ts'

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
  const noticeId = await givenNotice(site, cast.office)
  const carriers = await givenChannels(site, cast.unit, released)
  const mail = await mailSamples(site, cast)
  const cases = await caseSamples(site, cast)
  const pages = {
    ...cases.pages,
    ...publicSamples(stages),
    ...channelSamples(carriers, released),
    ...registerPages,
    ...(await reportSamples(site, cast)),
    ...(await bulletinSamples(site, cast)),
    ...mail.pages,
    ...(await roundSamples(site, cast)),
    ...(await followSamples(site, released)),
    ...(await summarySamples(site, cast)),
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
    '/desk/figures/sheet': by('linxiao', '/desk/figures/sheet', '/desk/figures/sheet?done=3'),
    '/desk/imports': by('suwen', '/desk/imports'),
    '/desk/imports/:id': by('suwen', '/desk/imports/1', '/desk/imports/2', '/desk/imports/2?show=kept-back'),
    '/desk/calendar': [...by('suwen', '/desk/calendar'), ...by('linxiao', '/desk/calendar')],
    '/desk/calendar/new': by('suwen', '/desk/calendar/new'),
    '/desk/calendar/:id': ['suwen', 'gaoyuan', 'linxiao'].flatMap((login) => by(login, `/desk/calendar/${noticeId}`)),
    ...(await releaseSamples(site, cast, stages)),
    ...(await annualSamples(site, cast)),
    '/desk/record': by('suwen', '/desk/record'),
    '/desk/followers': by('suwen', '/desk/followers'),
    '/desk/work': by('luoan', '/desk/work'),
  }
  const plain = {
    ...plainSamples(stages, fileId, await cleanCopyOf(site, draft)),
    ...printSamples(carriers, released),
    ...cases.plain,
    ...registerPlain,
    ...reportPlain,
    ...mail.plain,
    ...(await annualPlain(site, cast)),
    ...(await summaryPlain(site, cast)),
  } as Record<string, Sample>
  const asked = await askedWithFile(site, cast)
  plain['/desk/coordination/:id/files/:fileId'] = { path: `/desk/coordination/${asked.id}/files/${asked.fileId}`, as: 'zhouming' }
  return { pages, plain }
}

/** One finding of each kind that the demo city has. */
async function findingSamples(site: Site): Promise<Sample[]> {
  const findings = await listFindings(site.database.read, { today: asDay(site.today()), limit: 10_000 })
  const kinds = [...new Set(findings.map((finding) => finding.detector))]
  return kinds.map((kind) => ({ path: `/desk/findings/${findings.find(({ detector }) => detector === kind)?.id}`, as: 'suwen' }))
}
