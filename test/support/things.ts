import { openCounter } from '../../src/features/applications/index.ts'
import { givenPublishedReport } from './annual-samples.ts'
import { attachAndRead } from './attach.ts'
import { givenBulletins } from './bulletin-samples.ts'
import { addPerson, grantPost, issueToken } from '../../src/features/accounts/index.ts'
import { registerMatter } from '../../src/features/catalogue/index.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { reportRumour } from '../../src/features/clarifications/index.ts'
import { askAgreement, beginBatch, createDocument } from '../../src/features/publishing/index.ts'
import { readDocument } from '../../src/features/publishing/read-document.ts'
import { beginSummary } from '../../src/features/reports/index.ts'
import { saveGroup } from '../../src/features/searches/index.ts'
import { listFindings, measureDuties } from '../../src/features/supervision/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import { givenChannels } from './channels.ts'
import { givenCaseThings } from './case-things.ts'
import { givenCast, givenCategory, givenContent, givenDuty, must, release, type Cast } from './given.ts'
import { givenLetter } from './letters.ts'
import { givenMissed } from './missed.ts'
import { givenEntry } from './report-samples.ts'
import { givenNotice } from './notice.ts'
import { givenRoundThings } from './round-things.ts'
import { type TestSite } from './site.ts'
import { givenMaterialTask, givenTemplate } from './template.ts'

/** One of everything that an address can name, all of it of one unit. */
export async function givenThings(site: TestSite, unit: Unit, city: Unit): Promise<Record<string, string>> {
  const cast = await givenCast(site, city)
  await openCounter(site, unit.id)
  const top = await givenCategory(site, 'plans', '规划计划', 'Plans')
  const duty = await givenDuty(site, top, [unit], { code: 'emergency-plan', titleZh: '应急预案', titleEn: 'Emergency plans' })
  const matter = { dutyId: duty.id, unitId: unit.id, matter: '新预案', formedOn: asDay('2026-06-10') }
  const task = must(await registerMatter(site, 'system', matter))
  const document = async (title: string) => {
    const created = must(await createDocument(site, cast.writer, { unitId: unit.id, content: givenContent({ title }) }))
    must(await attachAndRead(site, cast.writer, created.id, { name: 'plan.txt', bytes: Buffer.from(title) }))
    return { ...created, fileId: (await readDocument(site.database.read, created.id))?.files[0]?.id ?? 0 }
  }
  const [open, draft] = [await document('全市防汛应急预案'), await document('消防安全检查工作安排')]
  await release(site, cast, open)
  const { person } = must(await addPerson(site, 'system', { login: 'subject', nameZh: '人', nameEn: 'Somebody', email: '', isDemo: true }))
  const post = must(
    await grantPost(site, 'system', person.id, { role: 'signer', unit: unit.code, sinceOn: site.today(), untilOn: '', reason: '' }),
  )
  const { column, screen, gazette, posting, draft: issue } = await givenChannels(site, unit, open)
  const { edition, template } = await givenTemplate(site, unit, top.id)
  const clerk = must(await addPerson(site, 'system', { login: 'clerk', nameZh: '人', nameEn: 'Clerk', email: '', isDemo: true })).person
  const writer = { role: 'information-officer', unit: unit.code, sinceOn: site.today(), untilOn: '', reason: '' }
  must(await grantPost(site, 'system', clerk.id, writer))
  const asked = { name: '办公系统', unit: unit.code, responsible: 'clerk', scopes: ['read:desk'], expiresOn: '2026-12-31' }
  const { batch } = must(await beginBatch(site, unit, '旧网站'))
  const summary = must(await beginSummary(site, cast.writer, { unitId: unit.id, period: '2026' }))
  const { system } = must(await issueToken(site, cast.office, asked))
  return {
    ...(await givenRoundThings(site, cast, unit)),
    '/channels/:code': column.code,
    '/desk/channels/:code': column.code,
    '/desk/issues/:id': String(issue.id),
    '/desk/postings/:id': String(posting?.id),
    '/gazettes/:code': gazette.code,
    '/gazettes/:code/:issue': '2026-1',
    '/postings/:id': String(posting?.id),
    '/print/a4/*': open.indexNumber,
    '/print/a3/*': open.indexNumber,
    '/print/script/*': open.indexNumber,
    '/print/gazettes/:code': gazette.code,
    '/print/gazettes/:code/:issue': '2026-1',
    '/screen/:code': screen.code,
    '/scripts/*': open.indexNumber,
    '/reports/annual/:year': '2025',
    '/api/v1/reports/annual/:year': '2025',
    '/api/v1/figures/:code': 'documents-released',
    '/desk/reports/:id': String((await givenPublishedReport(site, cast, unit, '2025')).id),
    '/desk/reports/lines/:row': 'licences',
    '/desk/materials/:task': String(await givenMaterialTask(site, unit, top)),
    '/desk/catalogue/own-lines/:code': 'inherited',
    '/desk/catalogue/own-lines/:code/:unit': unit.code,
    '/desk/catalogue/proposals/:id': String(edition.id),
    '/desk/catalogue/templates/:code': template.code,
    '/desk/catalogue/templates/:code/lines/:line': 'inherited',
    ...(await givenAsked(site, cast, city, draft.id)),
    ...(await givenCaseThings(site, cast, unit)),
    ...(await givenBulletins(site, cast, unit)),
    '/api/v1/calendar/:year': '2026',
    '/api/v1/documents/*': open.indexNumber,
    '/api/v1/duties/:code': duty.code,
    '/api/v1/units/:code': unit.code,
    '/apply/:unit': unit.code,
    '/track/files/:file': '1',
    '/track/letters/:letter': '1',
    '/track/notices/:event': '1',
    '/catalogue/:code': top.code,
    '/desk/account/sessions/:id': '999999',
    '/desk/applications/mail/:id': String(await givenLetter(site, unit.id, { attachments: [{ filename: 'list.txt', content: '柳溪村' }] })),
    '/desk/applications/mail/:id/files/:file': '0',
    '/desk/calendar/:id': String(await givenNotice(site, cast.office)),
    '/desk/catalogue/duties/:code': duty.code,
    '/account/:figure': 'documents-released',
    '/desk/figures/:figure': 'documents-released',
    '/desk/figures/entries/:id': String(await givenEntry(site, cast, unit)),
    '/desk/findings/:id': String(await givenFinding(site, unit)),
    '/desk/documents/:id': String(draft.id),
    '/desk/documents/:id/change/:kind': 'cancel',
    '/desk/documents/:id/files/:fileId': String(draft.fileId),
    '/desk/imports/:id': String(batch.id),
    '/desk/people/:id': String(person.id),
    '/desk/people/:id/posts/:post': String(post.id),
    '/desk/saved/:id': '999999',
    '/desk/searches/:id': String(await givenMissed(site, '无障碍通道')),
    '/desk/synonyms/:id': String(must(await saveGroup(site, 'system', { typed: '巡河\n河道巡查' })).id),
    '/desk/summaries/:id': String(summary.id),
    '/reports/summaries/:year': '2026',
    '/desk/systems/:id': String(system.id),
    '/desk/tasks/:id': String(task.id),
    '/desk/units/:code': unit.code,
    '/desk/work/jobs/:id': '999999',
    '/documents/*': open.indexNumber,
    '/files/:documentId': String(open.id),
    '/files/:documentId/:fileId': String(open.fileId),
    '/files/:documentId/:fileId/:name': 'plan.txt',
    '/follow/mine/:token': 'a-link-that-nobody-was-sent',
    '/follow/stop/:token': 'a-link-that-nobody-was-sent',
    '/guide/:code': unit.code,
    '/sitemaps/:part': 'pages.xml',
    '/promises/units/:code': unit.code,
    '/units/:code': unit.code,
  }
}

/** A finding of the unit: measured, its profile lacks everything. */
async function givenFinding(site: TestSite, unit: Unit): Promise<number> {
  await measureDuties(site, 'system')
  const [finding] = await listFindings(site.database.read, {
    today: site.today(),
    unitIds: [unit.id],
    detector: 'guide-incomplete',
    limit: 1,
  })
  return finding?.id ?? 0
}

/** The unit is asked for its word by the city, its own draft asks another, and something circulates about it. */
async function givenAsked(site: TestSite, cast: Cast, city: Unit, draftId: number): Promise<Record<string, string>> {
  const theirs = must(await createDocument(site, cast.writer, { unitId: city.id, content: givenContent({ title: '全市矿山整治方案' }) }))
  must(await attachAndRead(site, cast.writer, theirs.id, { name: 'plan.txt', bytes: Buffer.from('矿山') }))
  const file = (await readDocument(site.database.read, theirs.id))?.files[0]
  const ask = (id: number, unit: string) => askAgreement(site, cast.writer, id, { kind: 'concern', unit, reason: '请核对' })
  const [asked, asking] = [must(await ask(theirs.id, 'safety')), must(await ask(draftId, 'water'))]
  const report = {
    unit: 'safety',
    claim: '矿山要塌',
    place: '微信群',
    reporter: '',
    isMajor: false,
    reportedAt: site.now(),
    formKey: 'walk',
  }
  return {
    '/desk/coordination/:id': String(asked),
    '/desk/coordination/:id/files/:fileId': String(file?.id ?? 0),
    '/desk/documents/:id/agreements/:agreement': String(asking),
    '/desk/clarifications/:id': String(must(await reportRumour(site, cast.writer, report))),
  }
}
