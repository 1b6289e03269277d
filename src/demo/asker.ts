import { isCreditCode, isIdentityNumber } from '../kernel/identity.ts'
import type { Applicant } from '../features/applications/index.ts'
import type { Chance } from './chance.ts'
import type { DemoApplications } from './read-applications.ts'

/** An area that was never given out: the numbers are well formed, and nobody's. */
const area = '539901'

const nobody: Applicant = {
  ...{ kind: 'person', name: '', identityKind: 'identity-card', identityNumber: '', phone: '', email: '', address: '' },
  ...{ contactName: '', agentName: '', agentIdentityNumber: '' },
}

/** Somebody invented who asks; `nth` keeps people apart. One in twelve has somebody else ask for them. */
export function askerOf(pack: DemoApplications, chance: Chance, nth: number, kind: Applicant['kind'], way: string): Applicant {
  const reached = {
    phone: `0999-555${String(6000 + (nth % 1000)).padStart(4, '0')}`,
    email: way === 'email' ? `asker${nth}@example.org` : '',
    address: `明川市${chance.of(pack.fillings['road'] ?? [])}${1 + chance.below(180)}号`,
  }
  if (kind !== 'person') return { ...nobody, ...reached, kind, ...organisationOf(pack, chance, kind), contactName: nameOf(pack, chance) }
  const agent = nth % 12 === 5 ? { agentName: nameOf(pack, chance), agentIdentityNumber: identityNumber(birthday(chance), nth + 500) } : {}
  return { ...nobody, ...reached, name: nameOf(pack, chance), identityNumber: identityNumber(birthday(chance), nth), ...agent }
}

/** A foreigner who asks in English, with a passport. */
export function foreignerOf(pack: DemoApplications, chance: Chance, nth: number, way: string): Applicant {
  const name = chance.of(pack.englishNames)
  const reached = { email: way === 'email' ? `asker${nth}@example.org` : '', address: '明川市滨江路99号' }
  return { ...nobody, ...reached, name, identityKind: 'passport', identityNumber: `X${String(7300000 + nth)}`, phone: '0999-5556999' }
}

/** The one who asks again and again. */
export function insistentOf({ insistent }: DemoApplications, way: string): Applicant {
  const { name, birthday: born } = insistent
  const email = way === 'email' ? 'asker7@example.org' : ''
  return { ...nobody, name, email, identityNumber: identityNumber(born, 7), phone: '0999-5556007', address: '明川市人民东路7号' }
}

function nameOf({ surnames, givenNames }: DemoApplications, chance: Chance): string {
  return `${chance.of(surnames)}${chance.of(givenNames)}`
}

function organisationOf({ organisations }: DemoApplications, chance: Chance, kind: string) {
  const names = organisations[kind] ?? []
  const at = chance.below(names.length)
  return { name: names[at] ?? '', identityKind: 'credit-code' as const, identityNumber: creditCode(kind, at) }
}

function birthday(chance: Chance): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${1950 + chance.below(52)}${two(1 + chance.below(12))}${two(1 + chance.below(28))}`
}

function identityNumber(born: string, nth: number): string {
  const places = `${area}${born}${String(nth % 1000).padStart(3, '0')}`
  return mustFit('0123456789X', places, isIdentityNumber)
}

function creditCode(kind: string, at: number): string {
  return mustFit('0123456789ABCDEFGHJKLMNPQRTUWXY', `91${area}MA${kind.length % 10}D0${String(at).padStart(4, '0')}`, isCreditCode)
}

/** The places with the check character that makes a number of them. */
function mustFit(signs: string, places: string, fits: (text: string) => boolean): string {
  const found = [...signs].map((sign) => places + sign).find(fits)
  if (found === undefined) throw new Error(`no check character for ${places}`)
  return found
}
