import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { issueToken, listPeopleWithRole, revokeToken, type Colleague } from '../features/accounts/index.ts'
import { findUnitByCode, type Unit } from '../features/organisations/index.ts'
import { beginBatch, decideBatch, enterBatch, importPage, type Officer } from '../features/publishing/index.ts'
import { addDays } from '../kernel/day.ts'
import type { Role } from '../kernel/policy.ts'
import { packageRoot } from '../platform/root.ts'
import { mustSucceed, type Stage } from './stage.ts'

const page = z.object({ address: z.string(), publishedOn: z.iso.date(), column: z.string(), title: z.string(), body: z.string() })
const form = z.object({
  unit: z.string(),
  systems: z.array(z.object({ name: z.string(), unit: z.string(), scopes: z.array(z.string()), revoked: z.string().optional() })),
  imports: z.array(z.object({ source: z.string(), site: z.string(), reason: z.string().optional(), pages: z.array(page) })),
})

const tokenDays = 180

/** The last things that happen in the demo city: systems are connected, and pages of older sites move in; one import still waits. */
export async function moveIn({ site }: Stage): Promise<void> {
  const older = form.parse(JSON.parse(readFileSync(join(packageRoot, 'packs/demo/older-site.json'), 'utf8')))
  const unit = await findUnitByCode(site.database.read, older.unit)
  if (unit === undefined) throw new Error(`the demo city has no unit ${older.unit}`)
  const holder = async (role: Role): Promise<Colleague> =>
    firstOf(await listPeopleWithRole(site.database.read, role, unit.path, site.today()), role)
  const [writer, officeHolder] = [await holder('information-officer'), await holder('office')]
  const office: Officer = { personId: officeHolder.id, posts: [{ role: 'office', unitPath: unit.path }] }
  for (const { revoked, ...system } of older.systems) {
    const draft = { ...system, responsible: writer.login, expiresOn: addDays(site.today(), tokenDays) }
    const issued = mustSucceed(await issueToken(site, office, draft), system.name)
    if (revoked !== undefined) mustSucceed(await revokeToken(site, office, issued.system.id, revoked), system.name)
  }
  for (const one of older.imports) await bringIn(site, unit, office, one)
}

async function bringIn(site: Stage['site'], unit: Unit, office: Officer, older: z.infer<typeof form>['imports'][number]): Promise<void> {
  const { batch, officer } = mustSucceed(await beginBatch(site, unit, older.source), older.source)
  for (const { title, ...rest } of older.pages) {
    const read = { title, siteName: older.site, summary: '', keywords: [], language: 'zh', files: [], missingFiles: [] } as const
    mustSucceed(await importPage(site, officer, unit, batch, { ...read, ...rest, mapped: { subject: '20', genre: '' } }), title)
  }
  if (older.reason === undefined) return
  mustSucceed(await decideBatch(site, office, batch.id, { decision: 'enter', reason: older.reason }), older.source)
  await enterBatch(site, batch.id)
}

function firstOf(people: readonly Colleague[], role: Role): Colleague {
  const [first] = people
  if (first === undefined) throw new Error(`nobody in the demo city is ${role}`)
  return first
}
