import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { inject } from 'vitest'
import { listPeopleWithRole } from '../../src/features/accounts/index.ts'
import { findDutyByCode, registerMatter, type StoredTask } from '../../src/features/catalogue/index.ts'
import { findUnitByCode, type Unit } from '../../src/features/organisations/index.ts'
import type { Officer } from '../../src/features/publishing/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import type { Lang } from '../../src/kernel/translate.ts'
import type { Role } from '../../src/kernel/policy.ts'
import type { Site } from '../../src/platform/site.ts'
import { signIn, words, type Chrome } from './browser.ts'
import { must, type Cast } from './given.ts'

/** The four of the emergency bureau through whose hands a text passes. */
export const cast = { writer: 'linxiao', head: 'zhouming', secrecy: 'hanxue', signer: 'gaoyuan' } as const

/** Something was formed that the emergency bureau must publish: the task for it. */
export async function givenMatter(site: Site, matter: string, formedOn: string, dutyCode = 'normative-documents'): Promise<StoredTask> {
  const db = site.database.read
  const [duty, unit] = [await findDutyByCode(db, dutyCode), await findUnitByCode(db, 'emergency')]
  return must(await registerMatter(site, 'system', { dutyId: duty?.id ?? 0, unitId: unit?.id ?? 0, matter, formedOn: asDay(formedOn) }))
}

/** The link of a thing at the desk that does its next act: its name is the act and, unseen, the thing. */
export function actLink(page: Page, act: string, title: string): Locator {
  return page.getByRole('link', { name: new RegExp(`^${act}\\s*:\\s*${title}$`) })
}

/** The label of a field that may stay empty. */
export function optional(lang: Lang, label: string): string {
  return words[lang]('ui.field.optional', { label })
}

/** Presses a button, or what looks like one. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

/** The number of the document whose desk page is open. */
export function openDocument(page: Page): string {
  const id = /\/desk\/documents\/(\d+)/.exec(page.url())?.[1]
  if (id === undefined) throw new Error(`this is no page of a document: ${page.url()}`)
  return id
}

/** Somebody signs in at a machine of their own, opens what waits for their hand, and the text with this title. */
export async function takeInHand(chrome: Chrome, login: string, title: string, lang: Lang): Promise<Page> {
  const page = await chrome.newPage({ lang, javaScript: false })
  await signIn(page, login, { lang, next: '/desk/reviews' })
  await page.getByRole('link', { name: title, exact: true }).click()
  return page
}

/** The head of the unit reads and approves. */
export async function approve(chrome: Chrome, title: string, lang: Lang, login: string = cast.head): Promise<void> {
  const page = await takeInHand(chrome, login, title, lang)
  await press(page, words[lang]('publishing.move.approve'))
  await page.getByText(words[lang]('publishing.done.approve')).waitFor()
}

/** The secrecy reviewer puts the conclusion on record. */
export async function clear(chrome: Chrome, title: string, lang: Lang, login: string = cast.secrecy): Promise<void> {
  const t = words[lang]
  const page = await takeInHand(chrome, login, title, lang)
  await press(page, t('publishing.move.clear'))
  await page.getByLabel(t('publishing.review.conclusion.may-publish'), { exact: true }).check()
  await page.getByLabel(t('publishing.review.basis'), { exact: true }).fill('《中华人民共和国保守国家秘密法》第三十五条')
  await press(page, t('publishing.move-page.clear-button'))
  await page.getByText(t('publishing.done.clear')).waitFor()
}

/** The signer signs: from here on it is public. Gives the page with the signed document. */
export async function sign(chrome: Chrome, title: string, lang: Lang, login: string = cast.signer): Promise<Page> {
  const page = await takeInHand(chrome, login, title, lang)
  await press(page, words[lang]('publishing.move.sign'))
  await page.getByText(words[lang]('publishing.done.sign'), { exact: true }).waitFor()
  return page
}

/** The same people as officers, for what a journey does through acts. */
export async function castOf(site: Site, unitCode = 'emergency'): Promise<Cast & { unit: Unit }> {
  const db = site.database.read
  const unit = await findUnitByCode(db, unitCode)
  if (unit === undefined) throw new Error(`the demo city has no unit ${unitCode}`)
  const officer = async (role: Role): Promise<Officer> => {
    const [person] = await listPeopleWithRole(db, role, unit.path, site.today())
    if (person === undefined) throw new Error(`nobody is ${role} of ${unitCode}`)
    return { personId: person.id, posts: [{ role, unitPath: unit.path }] }
  }
  return {
    unit,
    writer: await officer('information-officer'),
    head: await officer('reviewer'),
    secrecy: await officer('secrecy-reviewer'),
    signer: await officer('signer'),
    office: await officer('office'),
  }
}

/** Fills fields by the words on their labels. */
export async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value)
}

/** Lets an hour pass since somebody gave their password: dangerous acts will ask for it again. */
export async function letFreshnessPass(login: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('demo')?.databaseUrl })
  await client.connect()
  const whose = 'person_id = (select id from accounts.person where login = $1)'
  await client.query(`update accounts.session set fresh_at = fresh_at - interval '1 hour' where ${whose}`, [login])
  await client.end()
}
