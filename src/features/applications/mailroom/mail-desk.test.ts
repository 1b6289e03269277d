import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenLetter } from '../../../../test/support/letters.ts'
import { givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { using } from '../../../platform/database/index.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { listEntries } from '../../../platform/journal/index.ts'
import { listJobs } from '../../../platform/jobs/index.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { routes } from '../routes.ts'
import { openMail } from './open-mail.ts'

/** One that cannot come about by chance in everything that a letter says. */
const canaries = ['金丝雀甲QZX', 'qzx.canary', '主题QZX雀', '正文QZX雀', '附件QZX雀', '内容QZX雀', '13977QZX88']
const letter = {
  from: { name: '金丝雀甲QZX', address: 'qzx.canary@nest.example' },
  subject: '主题QZX雀',
  text: '正文QZX雀，电话13977QZX88。\n\n请公开山洪灾害危险区清单。',
  attachments: [{ filename: '附件QZX雀.txt', content: '内容QZX雀' }],
}

let given: GivenCases
let desk: Desk
let people: Record<'clerk' | 'elsewhere' | 'office' | 'head', Visitor>
let id: number
const logged: string[] = []

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  const { site, safety, water, city, cast } = given
  site.config.dataDir = mkdtempSync(join(tmpdir(), 'gongkai-mailroom-'))
  site.log = (line) => void logged.push(JSON.stringify(line))
  desk = await openDesk(site, routes)
  people = {
    clerk: givenVisitor(cast.writer.personId, ['information-officer', safety]),
    elsewhere: givenVisitor(cast.secrecy.personId, ['information-officer', water]),
    office: givenVisitor(cast.office.personId, ['office', city]),
    head: givenVisitor(cast.head.personId, ['reviewer', safety]),
  }
  id = await givenLetter(site, safety.id, letter)
  await givenLetter(site, safety.id, { subject: '自动回复', headers: { 'Auto-Submitted': 'auto-replied' } })
})

const sings = (text: string): string[] => canaries.filter((canary) => text.includes(canary))
const entries = async () => {
  const found: { act: string; subject: string }[] = []
  for await (const { entry } of listEntries(given.site.database.read)) found.push(entry)
  return found
}

/** Every row of every table as text, with what lies there in bytes read as text too. */
async function dumped(): Promise<string> {
  const db = using(given.site.database.read)
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(
    db,
  )
  const rows: string[] = []
  for (const { name } of tables.rows) {
    const found = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)
    rows.push(
      ...found.rows.map(({ row }) => row + row.replace(/\\\\?x([0-9a-f]{2,})/g, (_, hex: string) => Buffer.from(hex, 'hex').toString())),
    )
  }
  return rows.join('\n')
}

const form = {
  ...{
    arrivedOn: '2026-06-15',
    confirmedOn: '',
    kind: 'information',
    wanted: '山洪灾害危险区清单',
    item: '',
    documentHint: '',
    reason: '',
  },
  ...{
    form: 'electronic',
    way: 'email',
    applicantKind: 'person',
    name: '金丝雀甲QZX',
    identityKind: 'passport',
    identityNumber: 'E7654321',
  },
  ...{ contactName: '', phone: '13977QZX88', email: 'qzx.canary@nest.example', address: '', agentName: '', agentIdentityNumber: '' },
}

describeWithDatabase('letters by mail at the desk', () => {
  test('are counted on the register for those who decide about them, and for nobody else', async () => {
    expect((await desk.get(people.clerk, '/en/desk/applications')).text).toContain('Letters by mail (1)')
    expect((await desk.get(people.office, '/en/desk/applications')).text).not.toContain('Letters by mail')
    expect((await desk.get(people.elsewhere, '/en/desk/applications')).text).toContain('Letters by mail (0)')
    expect((await desk.get(people.head, '/en/desk/applications/mail')).status).toBe(403)
  })

  test('are listed by day and masked sender, with machines folded apart; the list opens nothing', async () => {
    const before = (await entries()).length
    const { text } = await desk.get(people.clerk, '/zh/desk/applications/mail')
    expect(text).toContain('q***@nest.example')
    expect(text).toContain('自动发送的邮件（1）')
    expect(sings(text)).toEqual([])
    expect((await desk.get(people.elsewhere, '/zh/desk/applications/mail')).text).not.toContain('nest.example')
    expect((await entries()).length).toBe(before)
  })

  test('open only for their unit, each opening on the record', async () => {
    for (const path of ['', '/files/0'])
      expect((await desk.get(people.elsewhere, `/zh/desk/applications/mail/${id}${path}`)).status).toBe(403)
    for (const act of ['accept', 'refuse']) {
      const answer = await desk.post(people.elsewhere, `/zh/desk/applications/mail/${id}/${act}`, { ...form, refusal: 'spam' })
      expect(answer.status, act).toBe(403)
    }
    expect((await entries()).filter(({ act }) => act === 'applications.open-mail')).toEqual([])
    const { text } = await desk.get(people.clerk, `/zh/desk/applications/mail/${id}`)
    expect(sings(text)).toEqual(canaries.filter((one) => one !== '内容QZX雀'))
    expect(text).toContain('value="qzx.canary@nest.example"')
    expect(text).toContain('value="2026-06-15"')
    const file = await desk.get(people.clerk, `/zh/desk/applications/mail/${id}/files/0`)
    expect([file.status, file.text]).toEqual([200, '内容QZX雀'])
    const opened = (await entries()).filter(({ act }) => act === 'applications.open-mail')
    expect(opened.map(({ subject }) => subject)).toEqual([`applications.candidate:${id}`, `applications.candidate:${id}`])
    for (const nothing of ['7', 'x', '-1'])
      expect((await desk.get(people.clerk, `/zh/desk/applications/mail/${id}/files/${nothing}`)).status).toBe(404)
    for (const nothing of ['0', '99999999999999999999', 'x'])
      expect((await desk.get(people.clerk, `/zh/desk/applications/mail/${nothing}`)).status).toBe(404)
  })

  test('draw what strangers wrote as text, never as mark-up, and hand out no page of theirs', async () => {
    const hostile = '<script>alert(1)</script>'
    const attachments = [
      { filename: `${hostile}.txt`, content: 'x' },
      { filename: 'page.html', content: hostile },
    ]
    const other = await givenLetter(given.site, given.safety.id, {
      from: { name: hostile, address: 'a@example.org' },
      subject: hostile,
      text: hostile,
      attachments,
    })
    const { text } = await desk.get(people.clerk, `/zh/desk/applications/mail/${other}`)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script')
    expect((await desk.get(people.clerk, `/zh/desk/applications/mail/${other}/files/1`)).status).toBe(404)
    const gone = await desk.post(people.clerk, `/zh/desk/applications/mail/${other}/refuse`, { refusal: 'spam' })
    expect(gone.location).toBe('/zh/desk/applications/mail?said=refused')
    expect((await desk.get(people.clerk, `/zh/desk/applications/mail/${other}`)).text).toContain('垃圾邮件')
  })

  test('have their files looked into when somebody asks, in a process of its own', async () => {
    const attachments = [{ filename: 'list.txt', content: '联系人身份证号 11010519491231002X' }]
    const other = await givenLetter(given.site, given.safety.id, { subject: '看附件', attachments })
    expect((await desk.get(people.clerk, `/en/desk/applications/mail/${other}`)).text).toContain('Look into the files')
    expect((await desk.get(people.clerk, `/en/desk/applications/mail/${other}?look=1`)).text).toMatch(/looked into|nothing found/)
    await desk.post(people.clerk, `/en/desk/applications/mail/${other}/refuse`, { refusal: 'sent-twice' })
  })

  test('show what is missing beside what was typed, then become a case; the second sending leads to the decision', async () => {
    const address = `/zh/desk/applications/mail/${id}/accept`
    const wrong = await desk.post(people.clerk, address, { ...form, name: '', identityNumber: '', proof: '0' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#identityNumber"')
    expect(wrong.text).toContain('山洪灾害危险区清单</textarea>')
    const done = await desk.post(people.clerk, address, { ...form, proof: '0' })
    expect(done.status).toBe(200)
    expect(done.text).toMatch(/safety-2026-0001/)
    expect(sings(done.text)).toEqual([])
    const again = await desk.post(people.clerk, address, { ...form, proof: '0' })
    expect(again.location).toBe(`/zh/desk/applications/mail/${id}`)
    const { text } = await desk.get(people.clerk, again.location ?? '')
    expect(text).toContain('已登记为申请')
    expect(sings(text)).toEqual([])
  })

  test('leave no word of theirs in the clear: before and after, in no table, file, entry, job or log', async () => {
    const waiting = await givenLetter(given.site, given.safety.id, { ...letter, text: `${letter.text}再来一封` })
    expect((await openMail(given.site, given.cast.writer, waiting))?.mail.subject).toBe('主题QZX雀')
    expect(sings(await dumped())).toEqual([])
    const files = readdirSync(join(given.site.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    )
    expect(files.length).toBeGreaterThan(0)
    for (const one of files) expect(sings(readFileSync(join(one.parentPath, one.name), 'utf8') + one.name)).toEqual([])
    expect(sings(JSON.stringify([await entries(), await listJobs(given.site.database.read, { state: 'waiting' }), logged]))).toEqual([])
    for (const path of ['', '.csv?view=all', '?view=all', '/ledger?unit=safety&year=2026', '/deadlines.ics', '/mail', '/mailboxes']) {
      for (const who of ['clerk', 'office'] as const)
        expect(sings((await desk.get(people[who], `/zh/desk/applications${path}`)).text), path).toEqual([])
    }
  })
})
