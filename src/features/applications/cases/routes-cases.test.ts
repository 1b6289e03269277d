import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { anew } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import type { Role } from '../../../kernel/policy.ts'
import type { Reader } from '../../../ui/reader.ts'
import { askOpinion } from '../consulting/ask-opinion.ts'
import { takeAnswer } from '../consulting/follow-consultation.ts'
import { listConsultations } from '../consulting/queries.ts'
import { deedRoutes } from '../deeds/routes-deeds.tsx'
import { handFile } from '../files/hand-file.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { composeDayTable } from './day-table.ts'
import { caseRoutes } from './routes-cases.tsx'
import { readCase } from './read-case.ts'

let given: GivenCases
let desk: Desk
let ref: string

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  desk = await openDesk(given.site, [...deedRoutes, ...caseRoutes])
  ref = (await given.enter(given.safety, '2026-06-01')).ref
})

const as = (role: Role) => givenVisitor({ auditor: 71, supervisor: 72, reviewer: 73 }[role as 'auditor'] ?? 74, [role, given.safety])

describeWithDatabase('a case at the desk', () => {
  test('is given to a handler by whoever works on it, and by nobody who only watches', async () => {
    const form = { person: String(given.cast.writer.personId), words: '', _once: randomUUID() }
    for (const role of ['auditor', 'supervisor', 'office'] as const) {
      expect((await desk.get(as(role), `/zh/desk/applications/${ref}`)).status, role).toBe(200)
      expect((await desk.post(as(role), `/zh/desk/applications/${ref}/assign`, form)).status, role).toBe(403)
    }
    expect((await desk.get(as('reviewer'), `/zh/desk/applications/${ref}/assign`)).status).toBe(200)
  })

  test('shows the original of a redacted copy to the hands that compare them, and to nobody who only watches', async () => {
    const { items } = await readCase(given.site, given.site.database.read, ref)
    const file = { name: '原件.txt', bytes: Buffer.from('全市防汛应急预案，全文') }
    must(await handFile(given.site, given.cast.writer, anew(ref), { itemId: items[0]?.id ?? 0, role: 'original', file }))
    const original = (await readCase(given.site, given.site.database.read, ref)).files.find(({ role }) => role === 'original')
    const url = `/zh/desk/applications/${ref}/files/${original?.id}`
    for (const role of ['auditor', 'supervisor', 'office'] as const) expect((await desk.get(as(role), url)).status, role).toBe(403)
    for (const role of ['reviewer', 'signer', 'secrecy-reviewer'] as const)
      expect((await desk.get(as(role), url)).text).toBe('全市防汛应急预案，全文')
  })

  test('tells in its history what somebody answered in words, and gives its days on paper', async () => {
    const { site, cast } = given
    const firm = { name: '明川某矿业公司', address: '矿山路2号' }
    const asked = { party: 'third-party', asked: firm, unit: '', words: '评价报告', sentOn: site.today() } as const
    must(await askOpinion(site, cast.writer, anew(ref), asked))
    const { id } = (await readCase(site, site.database.read, ref)).application
    const consultationId = (await listConsultations(site.database.read, id))[0]?.id ?? 0
    const answer = { consultationId, answer: 'refuses', words: '商业秘密', on: site.today() }
    must(await takeAnswer(site, cast.writer, anew(ref), answer))
    const { text } = await desk.get(as('auditor'), `/en/desk/applications/${ref}`)
    expect(text).toContain(site.words.en('applications.answer.refuses'))
    expect(text).not.toContain('· refuses')
    const view = await readCase(site, site.database.read, ref)
    expect((await desk.get(as('auditor'), `/en/desk/applications/${ref}/days.pdf`)).text.slice(0, 5)).toBe('%PDF-')
    const table = composeDayTable({ lang: 'en', t: site.words.en } as Reader, view, site.now())
    expect(table).toMatchObject({ dueOn: view.clock.dueOn, about: expect.stringContaining(view.application.number) })
    expect(table?.days.filter(({ counted }) => counted)).toHaveLength(view.clock.termDays ?? 0)
  })

  test('takes no form whose key is not one of ours', async () => {
    const note = { words: '已电话联系', _once: 'x' }
    expect(
      (await desk.post(givenVisitor(75, ['information-officer', given.safety]), `/zh/desk/applications/${ref}/note`, note)).status,
    ).toBe(404)
  })
})
