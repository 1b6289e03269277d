import type { WordKey } from '../../../kernel/words.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { listTakers } from '../intake/find-taker.ts'
import { officerIn } from '../officer-in.ts'
import { unitsInReach } from '../register/units-in-reach.ts'
import { MailboxesPage } from './pages/mailboxes-page.tsx'
import { listMailboxStates } from './queries-mailboxes.ts'
import { removeMailbox } from './remove-mailbox.ts'
import { setMailbox, type MailboxRefusal } from './set-mailbox.ts'

const path = '/desk/applications/mailboxes'
const policy = 'applications.counters'

/** The mailboxes from which letters are fetched. */
export const mailboxRoutes: readonly Route[] = [
  { method: 'GET', path, policy, answer: (ask) => showMailboxes(ask, []) },
  { method: 'POST', path, policy, answer: change },
]

async function showMailboxes(ask: Ask, refusals: readonly MailboxRefusal[]): Promise<Answer> {
  const { site, reader } = ask
  const { units } = await unitsInReach(site, policy, officerIn(ask).posts)
  const takers = new Set((await listTakers(site.database.read, site.today())).map((unit) => unit.id))
  const states = await listMailboxStates(site.database.read)
  // A unit that takes no more applications is still shown while letters are fetched for it.
  const shown = units.filter((unit) => takers.has(unit.id) || (states.get(unit.id)?.hash ?? '') !== '')
  const errors = refusals.map((one) => ({
    field: one === 'unit-missing' ? 'unit' : 'address',
    message: reader.t(one === 'unit-missing' ? 'applications.refused.unit-missing' : (`applications.mail.wrong.${one}` as WordKey)),
  }))
  return {
    status: refusals.length > 0 ? 422 : 200,
    page: (
      <MailboxesPage
        {...{ reader, errors }}
        counters={shown.map((unit) => ({ unit, state: states.get(unit.id) }))}
        isListening={site.config.inboxListen !== undefined}
        typed={field(ask, 'unit')}
      />
    ),
  }
}

/** The address that was typed is not shown again, right or wrong: it holds a password. */
async function change(ask: Ask): Promise<Answer> {
  const [unit, address] = [field(ask, 'unit'), field(ask, 'address')]
  const officer = officerIn(ask)
  const isRemoval = field(ask, 'act') === 'remove'
  const outcome = isRemoval ? await removeMailbox(ask.site, officer, unit) : await setMailbox(ask.site, officer, { unit, address })
  return outcome.ok ? { redirect: href(ask.reader, path) } : showMailboxes(ask, outcome.refusals)
}
