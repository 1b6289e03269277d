import { parseArgs } from 'node:util'
import { addPerson, grantPost, isRole, oneTimePasswordDays } from '../features/accounts/index.ts'
import { exists, findUnitByCode } from '../features/organisations/index.ts'
import { roles } from '../kernel/policy.ts'
import type { WordKey } from '../kernel/words.ts'
import type { Site } from '../platform/site.ts'
import { type Command, type CommandEnd, wrongUsage } from './command.ts'
import { withSite } from './with-site.ts'

const usage = 'gongkai user add --login <login> --name-zh <name> --name-en <name> --role <role> --unit <code> [--email <address>] [--json]'

interface NewUser {
  login: string
  nameZh: string
  nameEn: string
  email: string
  role: string
  unit: string
  json: boolean
}

/** `gongkai user add`: adds a person with a first post and prints the password that works once. All or nothing. */
export const userCommand: Command = {
  async run(args, config) {
    const asked = newUserOf(args)
    if (asked === undefined) return wrongUsage(usage)
    if (!isRole(asked.role)) return wrongUsage(`--role is one of: ${roles.join(', ')}`)
    return withSite(config(), (site) => runUserAdd(site, asked))
  },
}

/** Adds the person of the command line to a site. Refuses with every reason, and then changes nothing. */
export async function runUserAdd(site: Site, asked: NewUser): Promise<CommandEnd> {
  const unit = await findUnitByCode(site.database.read, asked.unit)
  if (unit === undefined || !exists(unit, site.today())) return { exit: 1, out: `There is no unit with the code ${asked.unit}.` }
  const added = await addPerson(site, 'system', asked)
  if (!added.ok) return refusal(site, added.refusals, asked.json)
  const { person, oneTimePassword } = added.value
  const granted = await grantPost(site, 'system', person.id, {
    unit: unit.code,
    role: asked.role,
    sinceOn: site.today(),
    untilOn: '',
    reason: '',
  })
  if (!granted.ok) return refusal(site, granted.refusals, asked.json)
  const facts = { login: person.login, role: asked.role, unit: unit.code, oneTimePassword, days: oneTimePasswordDays }
  if (asked.json) return { exit: 0, out: JSON.stringify({ id: person.id, ...facts }, null, 2) }
  return { exit: 0, out: site.words.en('accounts.command.added', { ...facts, unit: unit.nameEn, password: oneTimePassword }) }
}

function refusal(site: Site, refusals: readonly string[], json: boolean): CommandEnd {
  const reasons = refusals.map((one) => site.words.en(`accounts.refused.${one}` as WordKey))
  return { exit: 1, out: json ? JSON.stringify({ refused: refusals, reasons }, null, 2) : reasons.join('\n') }
}

function newUserOf(args: string[]): NewUser | undefined {
  const text = { type: 'string' } as const
  const options = { login: text, 'name-zh': text, 'name-en': text, email: text, role: text, unit: text, json: { type: 'boolean' } } as const
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const { login, role, unit, email = '', json = false } = values
    const [nameZh, nameEn] = [values['name-zh'], values['name-en']]
    if (positionals.join(' ') !== 'add' || login === undefined || role === undefined || unit === undefined) return undefined
    return nameZh === undefined || nameEn === undefined ? undefined : { login, nameZh, nameEn, email, role, unit, json }
  } catch {
    return undefined
  }
}
