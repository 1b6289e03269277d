import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenContent, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import type { Unit } from '../organisations/index.ts'
import { createDocument } from './create-document.ts'
import type { Content } from './document.ts'
import { examine, leaksIn } from './examine-document.ts'
import { insertFile } from './queries-files.ts'
import { readDocument } from './read-document.ts'

const mobile = '13812345678'

describeWithDatabase('the checks on what stands around a text', () => {
  let site: TestSite
  let unit: Unit
  let cast: Cast

  beforeAll(async () => {
    site = await freshSite()
    unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
  })

  async function found(content: Partial<Content>, fileName?: string) {
    const { id } = must(await createDocument(site, cast.writer, { unitId: unit.id, content: givenContent(content) }))
    const file = { mediaType: 'text/plain', sizeBytes: 1, sha256: 'a'.repeat(64), addedBy: cast.writer.personId, addedAt: site.now() }
    if (fileName !== undefined) await site.database.transaction((db) => insertFile(db, id, { ...file, name: fileName }))
    const whole = (await readDocument(site.database.read, id))!
    const findings = await examine(site, site.database.read, whole.document, whole.version)
    return findings.filter((one) => one.check === 'mobile').map((one) => ({ isInHead: one.isInHead, part: one.head?.part }))
  }

  test.each<[part: string, content: Partial<Content>, fileName?: string]>([
    ['title', { title: `王某 ${mobile} 的来信` }],
    ['summary', { summary: `王某的电话是 ${mobile}。` }],
    ['number', { documentNumber: mobile }],
    ['keywords', { keywords: ['停水', `王某 ${mobile}`] }],
    ['files', {}, `王某 ${mobile}.txt`],
  ])('find a mobile number in the %s, and say that it stands there', async (part, content, fileName) => {
    expect(await found(content, fileName)).toEqual([{ isInHead: true, part }])
  })

  test('find in a short public text what must not leak, and nothing else', async () => {
    const leaks = async (text: string) => (await leaksIn(site, site.database.read, unit.id, text)).map((one) => one.check)
    expect(await leaks('身份证号 11010519491231002X 误公开，现予撤回')).toEqual(['identity'])
    expect(await leaks('×××，内容有误，现予撤回')).toEqual([])
  })
})
