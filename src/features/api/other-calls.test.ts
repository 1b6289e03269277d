import { beforeAll, expect, test } from 'vitest'
import { Client, givenApiTown, givenDraft, givenToken, type ApiTown } from '../../../test/support/client.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCategory, givenDuty } from '../../../test/support/given.ts'
import { loaders } from '../../app.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { findDutyByCode } from '../catalogue/index.ts'
import { profileWhole, taskLine } from './give-forms.ts'
import { writeExamples } from './write-examples.ts'

describeWithDatabase('a system beside its drafts', () => {
  let town: ApiTown
  let client: Client

  beforeAll(async () => {
    town = await givenApiTown()
    const plans = await givenCategory(town.site, 'plans', '规划计划', 'Plans')
    await givenDuty(town.site, plans, [town.bureau], { code: 'emergency-plan', titleZh: '应急预案', titleEn: 'Emergency plans' })
    client = new Client(town.server, (await givenToken(town, town.bureau)).token)
  })

  const matter = (rest: Record<string, unknown> = {}) => ({
    ...{ duty: 'emergency-plan', unit: 'safety', matter: '防汛应急预案修订', formedOn: '2026-06-10', ...rest },
  })

  test('registers a matter, finds its task with the day it is due, and fulfils it with a draft', async () => {
    const made = await client.post('/api/v1/tasks', matter())
    expect(made.statusCode, made.body).toBe(201)
    const task = taskLine.parse(made.json())
    expect(task).toMatchObject({ formedOn: '2026-06-10', dueOn: '2026-07-09', state: 'open' })
    const listed = await client.get('/api/v1/tasks')
    expect(listed.json()).toMatchObject({ items: [{ id: task.id }], next: null })
    const draft = await client.post('/api/v1/drafts', givenDraft(town.bureau, { task: task.id, formedOn: '2026-06-10' }))
    expect(draft.json()).toMatchObject({ task: task.id, duty: 'emergency-plan' })
  })

  test('is refused a matter that is registered already, of nobody’s duty, of another unit, or of the future', async () => {
    const reasons = async (rest: Record<string, unknown>) =>
      (await client.post('/api/v1/tasks', matter(rest)))
        .json<{ errors: { field: string; code: string }[] }>()
        .errors.map(({ field, code }) => `${field} ${code}`)
    await client.post('/api/v1/tasks', matter({ matter: '另一预案' }))
    expect(await reasons({ matter: '另一预案' })).toEqual(['matter registered-already'])
    expect(await reasons({ duty: 'nothing' })).toEqual(['duty duty-unknown'])
    expect(await reasons({ unit: 'water' })).toEqual(['unit unit-unknown'])
    expect(await reasons({ formedOn: '2026-06-16' })).toEqual(['formedOn formed-in-future'])
  })

  test('keeps the profile of its unit, and nobody else’s', async () => {
    const before = await client.get('/api/v1/units/safety/profile')
    const { code: _, profileOn: __, ...profile } = profileWhole.parse(before.json())
    const changed = { ...profile, telephone: '0999-6600119', email: 'open@example.gov.cn' }
    const saved = await client.put('/api/v1/units/safety/profile', changed, String(before.headers.etag))
    expect(saved.json()).toMatchObject({ telephone: '0999-6600119', profileOn: '2026-06-15' })
    expect(await client.put('/api/v1/units/safety/profile', changed, String(before.headers.etag))).toMatchObject({ statusCode: 412 })
    const wrong = await client.put('/api/v1/units/safety/profile', { ...changed, email: 'nobody' }, String(saved.headers.etag))
    expect(wrong.json()).toMatchObject({ status: 422, errors: [{ field: 'email', code: 'email-wrong' }] })
    for (const other of ['water', 'mc', 'nowhere']) expect((await client.get(`/api/v1/units/${other}/profile`)).statusCode).toBe(404)
  })

  test('lays down a line of the catalogue where somebody of the office answers for it, never looser than the law', async () => {
    const { token } = await givenToken(town, town.bureau, { responsible: 'suwen', scopes: ['catalogue:write'] })
    const office = new Client(town.server, token)
    const line = { ...(writeExamples.layDownDuty.body as object), units: ['safety'] }
    const loose = { ...line, rule: { kind: 'within', days: 60, count: 'working', anchor: 'formation' } }
    expect((await office.post('/api/v1/duties', loose)).json()).toMatchObject({ errors: [{ field: 'rule', code: 'looser-than-statute' }] })
    expect((await office.post('/api/v1/duties', { ...line, units: ['water'] })).json()).toMatchObject({ errors: [{ field: 'units.0' }] })
    const made = await office.post('/api/v1/duties', line)
    expect(made.statusCode, made.body).toBe(201)
    expect(await findDutyByCode(town.site.database.read, 'flood-drills')).toMatchObject({ unitIds: [town.bureau.id], isRequired: true })
  })

  test('leaves a record that stands up to the check of every living row', async () => {
    expect((await verifyJournal(town.site.database.read, loaders)).findings).toEqual([])
  })
})
