import { sql } from 'kysely'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCounter, typedApplication } from '../../../../test/support/applications.ts'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import type { TestSite } from '../../../../test/support/site.ts'
import { numberAndCode, publicSite, type Seen, type Stranger } from '../../../../test/support/strangers.ts'
import { using } from '../../../platform/database/index.ts'
import { exportJournal } from '../../../platform/journal/index.ts'
import { listMails } from '../../../platform/mail/index.ts'
import { findById, findSealed } from '../cases/queries.ts'
import { openApplicant } from '../cases/seal-applicant.ts'
import { loaders } from '../index.ts'
import { publicRoutes } from './routes.ts'
import { tellApplicant } from './tell-applicant.ts'

/** One that cannot come about by chance in each personal field. */
const canaries = {
  name: '金丝雀甲QZX',
  'paper-number': 'QZX77123409',
  phone: '17700998877',
  email: 'qzx.canary@nest.example',
  address: '柳溪镇金丝雀巷QZX九号',
  contact: '金丝雀乙QZX',
  agent: '金丝雀丙QZX',
  'agent-number': 'QZX88123409',
}
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

describeWithDatabase('a canary in every personal field', () => {
  const said: string[] = []
  const mails: Email[] = []
  let site: TestSite
  let stranger: Stranger
  let receipt: Seen
  let smtp: SMTPServer

  beforeAll(async () => {
    site = (await givenCounter()).site
    site.log = (line) => void said.push(JSON.stringify(line))
    stranger = await publicSite(site, publicRoutes)
    const _once = '00000000-0000-4000-a000-000000000001'
    const form = { ...typedApplication, ...canaries, who: 'company', paper: 'credit-code', mailed: 'yes', way: 'email', _once }
    receipt = await stranger.upload('/zh/apply/water/send', form, [{ field: 'proof', name: `${canaries.name}.png`, bytes: png }])
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _, done) =>
        void text(stream)
          .then((raw) => PostalMime.parse(raw))
          .then((mail) => mails.push(mail))
          .then(() => done(), done),
    })
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())))

  const sings = (where: string): string[] => Object.values(canaries).filter((canary) => where.includes(canary))

  test('was taken: whoever may open the seal finds each of them', async () => {
    expect(receipt.status).toBe(200)
    const application = await findById(site.database.read, 1)
    const sealed = await findSealed(site.database.read, 1)
    const opened = openApplicant(site, application?.ref ?? '', sealed?.sealed ?? Buffer.alloc(0))
    expect(sings(JSON.stringify(opened))).toEqual(Object.values(canaries))
  })

  test('shows on no page: not on the receipt, not on the page of the case, and to no stranger', async () => {
    const seen = [receipt, await stranger.follow(receipt)]
    const other = await publicSite(site, publicRoutes)
    const { number } = numberAndCode(receipt)
    for (const path of ['/apply', '/apply?q=QZX', '/apply/water', '/track', '/track/case', '/track/files/1'])
      seen.push(await other.get(`/zh${path}`))
    seen.push(await other.post('/zh/track', { number, code: '0' }))
    expect(seen.flatMap((page) => sings(page.text + JSON.stringify(page.headers)))).toEqual([])
  })

  test('stands in no row of any table, in the clear or in bytes', async () => {
    const db = using(site.database.read)
    const tables = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(
      db,
    )
    const found: string[] = []
    for (const { name } of tables.rows) {
      const rows = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)
      for (const { row } of rows.rows) {
        const bytes = row.replace(/\\\\?x([0-9a-f]{2,})/g, (_, hex: string) => Buffer.from(hex, 'hex').toString())
        found.push(...[...sings(row), ...sings(bytes)].map((canary) => `${name}: ${canary}`))
      }
    }
    expect(tables.rows.length).toBeGreaterThan(30)
    expect(found).toEqual([])
  })

  test('stands in no file that is kept, in no entry of the record, in no mail that waits, and in no line of the log', async () => {
    const files = join(site.config.dataDir, 'files')
    const kept = readdirSync(files, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    expect(kept.length).toBeGreaterThan(0)
    for (const one of kept) {
      const bytes = readFileSync(join(one.parentPath, one.name))
      expect(bytes.includes(png.subarray(0, 40))).toBe(false)
      expect(sings(bytes.toString() + one.name)).toEqual([])
    }
    const folder = join(site.config.dataDir, 'record')
    expect(await exportJournal(site.database.read, loaders, folder)).toMatchObject({ rows: 2 })
    expect(readdirSync(folder).flatMap((name) => sings(readFileSync(join(folder, name)).toString()))).toEqual([])
    expect(sings(JSON.stringify(await listMails(site.database.read)))).toEqual([])
    expect(sings(said.join('\n'))).toEqual([])
  })

  test('comes into no mail but as its address, and the mail leaves nothing behind', async () => {
    const options = { smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, from: 'open@example.org', now: site.now }
    await tellApplicant(site, options, 1)
    expect(mails).toHaveLength(1)
    const [mail] = mails
    expect(mail?.to).toEqual([{ address: canaries.email, name: '' }])
    expect(sings(`${mail?.subject} ${mail?.text} ${mail?.html ?? ''}`)).toEqual([])
    expect(`${mail?.subject} ${mail?.text}`).toContain(numberAndCode(receipt).number)
    expect(mail?.text).not.toContain(typedApplication.wanted)
    expect(await listMails(site.database.read)).toEqual([])
    await tellApplicant(site, { from: 'open@example.org', now: site.now }, 1)
    await tellApplicant(site, options, 999)
    expect(mails).toHaveLength(1)
  })
})
