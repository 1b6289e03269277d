import { randomUUID } from 'node:crypto'
import { allDeeds, handFile, listErrands, lookIntoHanded, readCase, registerApplication } from '../../src/features/applications/index.ts'
import { decideItem } from '../../src/features/applications/replying/decide-item.ts'
import { moveLetter } from '../../src/features/applications/replying/move-letter.ts'
import { listLetters } from '../../src/features/applications/replying/queries.ts'
import { writeReply } from '../../src/features/applications/replying/write-reply.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import type { Officer } from '../../src/features/publishing/index.ts'
import { addDays } from '../../src/kernel/day.ts'
import type { ReceiptChannel } from '../../src/kernel/case/event.ts'
import type { Site } from '../../src/platform/site.ts'
import { anew, decisionOf, registrationOf } from './cases.ts'
import { workHere } from './file-work.ts'
import { must, type Cast } from './given.ts'
import type { Sample } from './sample.ts'

interface Opened {
  ref: string
  id: number
}

type CastOf = Cast & { unit: Unit }

/** Every page of a case at the desk, of cases of the emergency bureau in every state in which something else can be done. */
export async function caseSamples(site: Site, cast: CastOf): Promise<{ pages: Record<string, Sample[]>; plain: Record<string, Sample> }> {
  const open = await givenOpen(site, cast)
  const cases = [open, ...(await givenWaiting(site, cast)), await givenAnswered(site, cast, false), await givenAnswered(site, cast, true)]
  const views = await Promise.all(cases.map(({ ref }) => readCase(site, site.database.read, ref)))
  const at = (path: string) => `/desk/applications/${open.ref}${path}`
  const by = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path, as }))
  const item = views[0]?.items[0]?.id
  const files = views[0]?.files ?? []
  const fileId = (isSealed: boolean) => files.find((file) => file.isSealed === isSealed)?.id
  const letterId = (await listLetters(site.database.read, open.id))[0]?.id
  const errand = (await listErrands(site.database.read, open.id))[0]?.id
  const unclear = views.find(({ events }) => events.some(({ kind }) => kind === 'clarification-asked'))
  const asked = unclear?.events.find(({ kind }) => kind === 'clarification-asked')
  const noticed = `/desk/applications/${unclear?.application.ref}/notices/${asked?.id}`
  const deeds = allDeeds.map((deed): [string, Sample[]] => {
    const offering = views.find((view) => deed.isOffered(view))?.application.ref
    const as = deed.policy === 'applications.lead' ? 'zhouming' : 'linxiao'
    const path = `/desk/applications/${offering ?? open.ref}/${deed.verb}`
    // What no case offers, as a fee where the city takes none, leads to the case itself.
    return [`/desk/applications/:ref/${deed.verb}`, [{ path, as, ...(offering === undefined && { leadsTo: `${at('')}?said=not-now` }) }]]
  })
  const pages = {
    ...Object.fromEntries(deeds),
    '/desk/applications/:ref': [
      ...cases.flatMap(({ ref }) => by('linxiao', `/desk/applications/${ref}`)),
      ...['zhouming', 'hanxue', 'gaoyuan', 'suwen'].flatMap((login) => by(login, at(''))),
    ],
    '/desk/applications/:ref/items/:item': by('linxiao', at(`/items/${item}`), at(`/items/${item}?leaf=D5`)),
    '/desk/applications/:ref/guide/:item': by(
      'linxiao',
      ...['', '?clear=yes', '?clear=yes&nature=publication', '?clear=still-unclear'].map((query) => at(`/guide/${item}${query}`)),
    ),
    '/desk/applications/:ref/reply': by('linxiao', at('/reply'), at('/reply?anew=1')),
    '/desk/applications/:ref/applicant': by('linxiao', at('/applicant')),
    '/desk/applications/new': by('linxiao', '/desk/applications/new'),
    '/desk/applications/counters': by('suwen', '/desk/applications/counters', '/desk/applications/counters?unit=emergency'),
    '/desk/errands': by('linxiao', '/desk/errands', '/desk/errands?said=answered'),
    '/desk/errands/:id': by('zhouming', `/desk/errands/${errand}`),
  }
  const plain = {
    '/desk/applications/:ref/files/:file': { path: at(`/files/${fileId(false)}`), as: 'linxiao' },
    '/desk/applications/:ref/proofs/:file': { path: at(`/proofs/${fileId(true)}`), as: 'linxiao' },
    '/desk/applications/:ref/days.pdf': { path: at('/days.pdf'), as: 'linxiao' },
    '/desk/applications/:ref/notices/:event/paper.pdf': { path: `${noticed}/paper.pdf`, as: 'linxiao' },
    '/desk/applications/:ref/notices/:event/paper.docx': { path: `${noticed}/paper.docx`, as: 'linxiao' },
    '/desk/applications/:ref/letters/:letter/paper.pdf': { path: at(`/letters/${letterId}/paper.pdf`), as: 'linxiao' },
    '/desk/applications/:ref/letters/:letter/paper.docx': { path: at(`/letters/${letterId}/paper.docx`), as: 'linxiao' },
  }
  return { pages, plain }
}

async function enter(site: Site, cast: CastOf, wanted: string, channel: ReceiptChannel = 'counter'): Promise<Opened> {
  const { wish } = registrationOf()
  const arrival = { channel, arrivedOn: addDays(site.today(), -1) }
  const files = [{ name: 'card.txt', bytes: Buffer.from('passport') }]
  const typed = registrationOf({ unit: cast.unit.code, wish: { ...wish, wanted }, arrival, files, formKey: randomUUID() })
  return must(await registerApplication(site, cast.writer, typed))
}

/** Does what a deed of the desk does. */
async function act(site: Site, officer: Officer, { ref }: Opened, verb: string, typed: Record<string, string>): Promise<void> {
  const deed = allDeeds.find((one) => one.verb === verb)
  if (deed === undefined) throw new Error(`nobody can ${verb}`)
  must(await deed.act(site, officer, anew(ref), { text: (name) => typed[name] ?? '', files: () => [] }))
}

/** A case on its clock, with a document, a reply that waits for the head, and a section at work; one item is still undecided. */
async function givenOpen(site: Site, cast: CastOf): Promise<Opened> {
  const one = await enter(site, cast, '全市防汛应急预案')
  const [item] = (await readCase(site, site.database.read, one.ref)).items
  const file = { name: '预案.txt', bytes: Buffer.from('全市防汛应急预案') }
  must(await handFile(site, cast.writer, anew(one.ref), { itemId: item?.id ?? 0, role: 'hand-over', file }))
  const dueOn = addDays(site.today(), 1)
  await act(site, cast.writer, one, 'ask-section', { section: String(cast.unit.id), asked: '请提供预案全文', dueOn })
  must(await writeReply(site, cast.writer, anew(one.ref), { number: '', title: '告知书', body: '答复如下。', bodyEn: '' }))
  return one
}

/** Cases that wait for somebody: to be confirmed, for a supplement, for reasons, for an opinion, for a word on a refusal. */
async function givenWaiting(site: Site, cast: CastOf): Promise<Opened[]> {
  const today = site.today()
  const letter = await enter(site, cast, '山洪灾害危险区清单', 'ordinary-post')
  const unclear = await enter(site, cast, '有关文件')
  await act(site, cast.writer, unclear, 'clarify', { words: '请写明年度', sentOn: today, answerBy: addDays(today, 20) })
  const many = await enter(site, cast, '历年应急演练记录')
  await act(site, cast.writer, many, 'ask-reasons', { words: '请说明理由' })
  const consulted = await enter(site, cast, '某公司安全评价报告')
  const firm = { party: 'third-party', name: '明川某公司', address: '柳溪路2号', words: '是否同意公开', sentOn: today }
  await act(site, cast.writer, consulted, 'consult', firm)
  const objected = await enter(site, cast, '某公司应急预案')
  await act(site, cast.writer, objected, 'consult', firm)
  const event = (await readCase(site, site.database.read, objected.ref)).events.find(({ kind }) => kind === 'consultation-sent')
  const consultation = event?.fields['consultation'] ?? ''
  await act(site, cast.writer, objected, 'consultation-answered', { consultation, answer: 'refuses', words: '商业秘密', on: today })
  return [letter, unclear, many, consulted, objected]
}

/** A case that was answered with a document, and challenged or not. */
async function givenAnswered(site: Site, cast: CastOf, isChallenged: boolean): Promise<Opened> {
  const one = await enter(site, cast, '应急避难场所名录')
  const [item] = (await readCase(site, site.database.read, one.ref)).items
  const file = { name: '名录.txt', bytes: Buffer.from('应急避难场所名录') }
  must(await handFile(site, cast.writer, anew(one.ref), { itemId: item?.id ?? 0, role: 'hand-over', file }))
  for (const { id } of (await readCase(site, site.database.read, one.ref)).files) await lookIntoHanded(site, id, workHere)
  const decision = decisionOf({ leaf: 'G1', facts: '在我局' })
  must(await decideItem(site, cast.writer, anew(one.ref), { itemId: item?.id ?? 0, ...decision }))
  must(await writeReply(site, cast.writer, anew(one.ref), { number: '', title: '告知书', body: '予以公开。', bodyEn: '' }))
  const letterId = (await listLetters(site.database.read, one.id))[0]?.id ?? 0
  for (const [move, by] of [
    ['submit', cast.writer],
    ['approve', cast.head],
    ['clear', cast.secrecy],
    ['sign', cast.signer],
  ] as const) {
    must(await moveLetter(site, by, anew(one.ref), { letterId, move, remark: '' }))
  }
  await act(site, cast.writer, one, 'send', { way: 'portal', sentOn: site.today() })
  if (isChallenged)
    await act(site, cast.writer, one, 'challenge', { kind: 'reconsideration', body: '明川市人民政府', filedOn: site.today() })
  return one
}
