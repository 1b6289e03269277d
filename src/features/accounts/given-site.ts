import { expect } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import { readConfig } from '../../config.ts'
import { asDay, dayOf } from '../../kernel/day.ts'
import { loadHouseRules } from '../../platform/house-rules.ts'
import { loadWords } from '../../platform/i18n/words.ts'
import { loadPack } from '../../platform/pack.ts'
import { memoryKeys } from '../../platform/seal/index.ts'
import type { Site } from '../../platform/site.ts'
import { addUnit, type Unit } from '../organisations/index.ts'
import { addPerson } from './people/add-person.ts'
import { demoPassword } from './people/demo.ts'
import type { Person } from './people/person.ts'
import { grantPost } from './posts/grant-post.ts'
import { signIn } from './sessions/sign-in.ts'
import type { Browser, SignedIn } from './sessions/start-session.ts'

/** A site on a fresh database whose clock a test moves by hand. */
export interface GivenSite extends Site {
  clock: { at: Date }
  /** Moves the clock forward. */
  later(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
}

export async function givenSite(baseUrl = 'http://127.0.0.1:3000'): Promise<GivenSite> {
  const clock = { at: new Date('2026-06-15T02:00:00.000Z') }
  const pack = loadPack()
  return {
    config: readConfig({ BASE_URL: baseUrl }),
    database: await freshDatabase(),
    pack,
    houseRules: loadHouseRules(),
    calendar: pack.calendar,
    words: loadWords(),
    keys: memoryKeys(),
    city: { nameZh: '明川市', nameEn: 'Mingchuan City', siteCode: '' },
    now: () => clock.at,
    today: () => dayOf(clock.at),
    log: () => undefined,
    clock,
    later: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      clock.at = new Date(clock.at.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
    },
  }
}

/** The password of everybody in these tests. */
export const secret = demoPassword

/** A person with a password of their own. */
export async function givenPerson(site: Site, login: string, rest: { email?: string } = {}): Promise<Person> {
  const added = await addPerson(site, 'system', {
    login,
    nameZh: `${login}某`,
    nameEn: `${login} Person`,
    email: rest.email ?? '',
    isDemo: true,
  })
  if (!added.ok) throw new Error(added.refusals.join())
  return added.value.person
}

/** A unit below another one. */
export async function givenUnit(site: Site, code: string, parent?: Unit, until?: string): Promise<Unit> {
  const added = await addUnit(site, 'system', {
    functionsZh: '',
    functionsEn: '',
    addressZh: '',
    addressEn: '',
    hoursZh: '',
    hoursEn: '',
    telephone: '',
    fax: '',
    email: '',
    web: '',
    responsibleZh: '',
    responsibleEn: '',
    contactZh: '',
    contactEn: '',
    code,
    kind: parent === undefined ? 'city' : 'department',
    level: 'city',
    parentId: parent?.id,
    nameZh: `${code}局`,
    nameEn: `${code} bureau`,
    shortZh: `${code}局`,
    shortEn: code,
    sinceOn: asDay('2010-01-01'),
    untilOn: until === undefined ? undefined : asDay(until),
  })
  if (!added.ok) throw new Error(added.refusals.join())
  return added.value
}

/** A post from today on. */
export async function givenPost(site: Site, person: Person, unit: Unit, role: string) {
  const granted = await grantPost(site, 'system', person.id, { role, unit: unit.code, sinceOn: site.today(), untilOn: '', reason: '' })
  expect(granted).toMatchObject({ ok: true })
  if (!granted.ok) throw new Error(granted.refusals.join())
  return granted.value
}

/** A browser somewhere. */
export function givenBrowser(rest: Partial<Browser> = {}): Browser {
  return { address: '203.0.113.7', agent: 'test', ...rest }
}

/** Signs somebody in who has no second factor. Throws the refusal. */
export async function givenSession(site: Site, login: string, browser: Browser = givenBrowser(), password = secret): Promise<SignedIn> {
  const outcome = await signIn(site, { login, password }, browser)
  if (!outcome.ok || outcome.value.step !== 'in') throw new Error(JSON.stringify(outcome))
  return outcome.value
}
