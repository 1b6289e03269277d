import { beforeAll, describe, expect, test } from 'vitest'
import { anew, answer, decisionOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { workHere } from '../../../../test/support/file-work.ts'
import { must } from '../../../../test/support/given.ts'
import { givenVisitor, openDesk } from '../../../../test/support/site.ts'
import { NotAllowed } from '../../../kernel/faults.ts'
import { refused } from '../../../kernel/outcome.ts'
import { listFiles, readVersion } from '../../publishing/index.ts'
import { listCaseFiles } from '../cases/queries-files.ts'
import { listEvents } from '../cases/queries-events.ts'
import { caseRoutes } from '../cases/routes-cases.tsx'
import { listItems } from '../cases/queries-items.ts'
import { handFile, lookIntoHanded } from '../files/hand-file.ts'
import { applicantOf, givenCases, type GivenCases } from '../given-cases.ts'
import { outcomes } from '../load-outcomes.ts'
import { namesApplicant, proposedBody } from './proposal.ts'
import { proposePublication } from './propose-publication.ts'
import { findProposal } from './queries.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const propose = (ref: string, title = '关于防汛预案的信息', body = '防汛预案已公开。') =>
  proposePublication(given.site, given.cast.writer, anew(ref), { title, body })

describe('an answer as a text for everybody', () => {
  test('says what was asked, found and decided, and nothing of what was refused', () => {
    const item = { id: 1, position: 1, words: '防汛预案', ...decisionOf({ leaf: 'G1', facts: '已公开', pointer: '网站' }) }
    const other = { id: 2, position: 2, words: '值班人员住址', ...decisionOf({ leaf: 'D5', facts: '内部事务' }) }
    const body = proposedBody([item, other], outcomes)
    expect(body).toBe('防汛预案\n\n已公开\n\n予以公开：网站')
  })

  test('names the applicant however the name or number is spelt, and no one sign is a name', () => {
    const wang = applicantOf({ name: '王小明' })
    expect(['请问王 小明是谁', '护照 e-1234 5678', '电话139 0000 1111'].map((text) => namesApplicant(text, wang))).toEqual([
      true,
      true,
      true,
    ])
    expect(namesApplicant('防汛预案', wang)).toBe(false)
    expect(namesApplicant('王家庄防汛预案', { ...wang, name: '王' })).toBe(false)
  })
})

describeWithDatabase('a proposal', () => {
  test('makes one draft of the unit with the files that were handed over, linked with the case', async () => {
    const { site, cast } = given
    const { ref, id } = await given.enter(given.safety, '2026-06-01')
    const [item] = await listItems(site.database.read, id)
    const file = { name: '预案.txt', bytes: Buffer.from('全市防汛应急预案') }
    must(await handFile(site, cast.writer, anew(ref), { itemId: item?.id ?? 0, role: 'hand-over', file }))
    must(await handFile(site, cast.writer, anew(ref), { itemId: item?.id ?? 0, role: 'original', file: { ...file, name: '底稿.txt' } }))
    for (const one of await listCaseFiles(site.database.read, id)) await lookIntoHanded(site, one.id, workHere)
    await answer(given, ref, '2026-06-15', decisionOf({ leaf: 'G1', facts: '在我局' }))
    const at = anew(ref)
    const text = { title: '关于防汛预案的信息', body: '预案见附件。' }
    must(await proposePublication(site, cast.writer, at, text))
    must(await proposePublication(site, cast.writer, at, text))
    const documentId = (await findProposal(site.database.read, id)) ?? 0
    expect(await readVersion(site.database.read, documentId, 1)).toMatchObject({ ...text, attribute: 'proactive', audience: 'society' })
    expect((await listFiles(site.database.read, documentId)).map(({ name }) => name)).toEqual(['预案.txt'])
    expect((await listEvents(site.database.read, id)).filter(({ kind }) => kind === 'proposed')).toMatchObject([
      { fields: { document: String(documentId) } },
    ])
    expect(await propose(ref)).toEqual(refused('proposed-before'))
    const clerk = givenVisitor(cast.writer.personId, ['information-officer', given.safety])
    const page = await (await openDesk(site, caseRoutes)).get(clerk, `/zh/desk/applications/${ref}`)
    expect(page.text).toContain(`href="/zh/desk/documents/${documentId}"`)
  })

  test('is made of an answer that gave something, and of no other', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-01')
    expect(await propose(ref, '', '')).toEqual(refused('not-answered', 'title-missing', 'body-missing'))
    const kept = decisionOf({ leaf: 'D5', ground: '第十六条', facts: '内部事务', discretion: '权衡后不公开' })
    await answer(given, ref, '2026-06-15', kept)
    expect(await propose(ref)).toEqual(refused('not-answered'))
  })

  test('never tells a personal number or who asked, and leaves no draft behind when it is refused', async () => {
    const { ref, id } = await given.enter(given.safety, '2026-06-01', { applicant: { name: '欧阳小明' } })
    await answer(given, ref, '2026-06-15')
    expect(await propose(ref, undefined, '身份证号 11010519491231002X')).toEqual(refused('text-leaks'))
    expect(await propose(ref, '答复欧阳小明')).toEqual(refused('text-names-applicant'))
    expect(await propose(ref, '字'.repeat(301))).toEqual(refused('title-too-long'))
    expect(await findProposal(given.site.database.read, id)).toBeUndefined()
    await expect(proposePublication(given.site, given.cast.signer, anew(ref), { title: '预案', body: '正文' })).rejects.toThrow(NotAllowed)
  })
})
