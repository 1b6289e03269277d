import { beforeAll, expect, test } from 'vitest'
import { anew, answer, registrationOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { refused } from '../../../kernel/outcome.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { listEntries, verifyJournal } from '../../../platform/journal/index.ts'
import { rotateSeals, unseal, unsealBytes } from '../../../platform/seal/index.ts'
import { listCaseFiles } from '../cases/queries-files.ts'
import { caseSubject } from '../cases/case-content.ts'
import { findSealed } from '../cases/queries.ts'
import { readCase } from '../cases/read-case.ts'
import { openApplicant } from '../cases/seal-applicant.ts'
import { aboutParty, askOpinion } from '../consulting/ask-opinion.ts'
import { findSealedParty, listConsultations } from '../consulting/queries.ts'
import { readTableFacts } from '../figures/facts.ts'
import { applicantOf, givenCases, type GivenCases } from '../given-cases.ts'
import { loaders } from '../index.ts'
import { aboutFile, attachKept, keepSent } from '../intake/attach-sent.ts'
import { registerApplication } from '../intake/register-application.ts'
import { erasePersons } from './erase-persons.ts'
import { findByIdentity } from '../register/find-by-identity.ts'
import { revealApplicant } from './reveal-applicant.ts'
import { sealHoldersOf } from './seal-holders.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const wang = applicantOf({ name: '王小明' })
const party = { name: '明川某矿业公司', address: '矿山路2号' }

/** A case with a proof of identity and a consulted firm, all under seal. */
const sealed = async () => {
  const { site, cast } = given
  const files = [{ name: 'card.txt', bytes: Buffer.from('护照') }]
  const { ref, id } = must(await registerApplication(site, cast.writer, registrationOf({ files, applicant: wang })))
  const asked = { party: 'third-party', asked: party, unit: '', words: '是否同意', sentOn: site.today() } as const
  must(await askOpinion(site, cast.writer, anew(ref), asked))
  return { ref, id }
}
const read = () => given.site.database.read
const applicantIn = async ({ ref, id }: { ref: string; id: number }) => {
  const found = await findSealed(read(), id)
  return found && openApplicant(given.site, ref, found.sealed)
}
const partyIn = async ({ ref, id }: { ref: string; id: number }) => {
  const bytes = await findSealedParty(read(), (await listConsultations(read(), id))[0]?.id ?? 0)
  return bytes && unseal(given.site.keys, bytes, aboutParty(ref))
}
const proofIn = async ({ ref, id }: { ref: string; id: number }) => {
  const [file] = await listCaseFiles(read(), id)
  return file && unsealBytes(given.site.keys, await filesOf(given.site.config).read(file.sha256), aboutFile(ref)).toString()
}

describeWithDatabase('who asked', () => {
  test('is opened by duty with a reason, and each opening is an entry of the record that names nobody', async () => {
    const { site, cast } = given
    const one = await sealed()
    expect(await revealApplicant(site, cast.writer, one.ref, '')).toEqual(refused('reason-missing'))
    expect(must(await revealApplicant(site, cast.writer, one.ref, '核对身份'))).toEqual(wang)
    await expect(revealApplicant(site, cast.writer, 'no-such-case', '核对')).rejects.toThrow(NotFound)
    const entries = []
    for await (const { entry, words } of listEntries(read())) entries.push({ ...entry, reason: words?.reason })
    const opened = entries.filter(({ act }) => act === 'applications.reveal')
    expect(opened).toMatchObject([{ actor: `person:${cast.writer.personId}`, reason: '核对身份' }])
    expect(JSON.stringify(entries)).not.toMatch(/王小明|E12345678|13900001111|矿业/)
  })

  test('goes under a new key with the firms that were consulted and the files, and all of it opens afterwards', async () => {
    const { site } = given
    const one = await sealed()
    const holders = sealHoldersOf(site.database, site.config)
    const later = { now: new Date('2026-06-16T02:00:00Z'), graceMs: 3_600_000 }
    const rotated = await rotateSeals(site.keys, holders, later)
    expect(rotated).toMatchObject({ isNew: true, broken: [] })
    expect(rotated.rewrapped % 3).toBe(0)
    expect(rotated.rewrapped).toBeGreaterThanOrEqual(3)
    const again = await rotateSeals(site.keys, holders, { ...later, now: new Date('2026-06-16T04:00:00Z') })
    expect(again.dropped.length).toBe(1)
    expect([await applicantIn(one), await partyIn(one), await proofIn(one)]).toEqual([wang, party, '护照'])
  })
})

describeWithDatabase('ten years after the end of a case', () => {
  test('nobody is known any more, and register line, decision, figures and record stand as they did', async () => {
    const { site, cast } = given
    const one = await sealed()
    const { receivedOn } = (await readCase(site, read(), one.ref)).application
    const ended = await given.enter(given.safety, '2026-06-15', { applicant: wang })
    const proofs = await keepSent(site, ended.ref, 'proof', [{ name: 'card.txt', bytes: Buffer.from('护照') }])
    await site.database.transaction((db) => attachKept(site, db, ended.id, proofs))
    await answer(given, ended.ref, '2026-06-15')
    const before = (await readCase(site, read(), ended.ref)).application
    const figures = () => readTableFacts(read(), [given.safety.id], 2026)
    const counted = await figures()
    site.day = '2036-06-15'
    expect(await erasePersons(site)).toBe(0)
    site.day = '2036-06-16'
    expect(await erasePersons(site)).toBe(1)
    expect(await erasePersons(site)).toBe(0)
    const after = await readCase(site, read(), ended.ref)
    const gone = { maskedName: '', maskedContact: '', isSealed: false, erasedOn: '2036-06-16', isMailed: false }
    expect(after.application).toEqual({ ...before, ...gone })
    expect(after.items).toMatchObject([{ leaf: 'G1', facts: '已公开' }])
    expect(await applicantIn(ended)).toBeUndefined()
    const kept = await filesOf(site.config).list()
    expect(kept).not.toContain(proofs[0]?.sha256)
    expect(kept.length, 'what others sent is still there').toBeGreaterThan(0)
    expect(await revealApplicant(site, cast.writer, ended.ref, '核对')).toEqual(refused('erased'))
    expect(await figures()).toEqual(counted)
    expect(await applicantIn(one)).toEqual(wang)
    expect(receivedOn).toBe(asDay('2026-06-15'))
    expect((await verifyJournal(read(), loaders)).findings).toEqual([])
  })
})

describeWithDatabase('somebody', () => {
  test('is found by an identity number with an entry for each case, also where somebody works on the case at that moment', async () => {
    const { site, cast, safety, water, enter, change } = await givenCases('2026-06-15')
    const db = site.database.read
    const number = 'G24680135'
    const one = await enter(safety, '2026-06-10', { applicant: { identityNumber: number } })
    const other = await enter(safety, '2026-06-11', { applicant: { identityNumber: number } })
    const [found] = await Promise.all([
      findByIdentity(site, cast.writer, [safety.id], 'g2468 0135'),
      change(one.ref, '2026-06-15', [{ kind: 'closed', on: site.today() }]),
    ])
    expect(found.map((line) => line.number)).toEqual([other.number, one.number])
    expect(await findByIdentity(site, cast.writer, [water.id], number)).toEqual([])
    const entries = []
    for await (const { entry, words } of listEntries(db)) if (entry.act === 'applications.find-person') entries.push({ ...entry, words })
    expect(entries.map(({ subject }) => subject)).toEqual([one, other].map(({ id }) => caseSubject(id)))
    expect(entries).toMatchObject(entries.map(() => ({ actor: `person:${cast.writer.personId}`, unitId: safety.id })))
    expect(JSON.stringify(entries)).not.toContain('24680135')
    expect((await verifyJournal(db, loaders)).findings).toEqual([])
  })
})
