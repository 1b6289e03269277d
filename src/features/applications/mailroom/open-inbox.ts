import { StartFault } from '../../../platform/database/index.ts'
import { startListener, type Listener } from '../../../platform/inbox/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import { listTakers } from '../intake/find-taker.ts'
import { keepMail, mostMailBytes } from './keep-mail.ts'

/**
 * Listens for letters that the mail server of the house passes on, where the settings name a place (INBOX_LISTEN). Taken is what goes to
 * the mail address in the profile of a unit that takes applications; everything else is refused. Throws StartFault where nobody can
 * listen there.
 */
export async function openInbox(site: Site): Promise<Listener | undefined> {
  const place = site.config.inboxListen
  if (place === undefined) return undefined
  try {
    return await startListener({
      ...place,
      maxBytes: mostMailBytes,
      accepts: async (address) => (await unitsOf(site, [address])).length > 0,
      keep: async (raw, to) => {
        for (const unit of await unitsOf(site, to)) await keepMail(site, unit.id, { raw, sizeBytes: raw.length, arrivedAt: site.now() })
      },
      onFailure: (error) => site.log({ level: 'error', what: 'inbox', error: String(error) }),
    })
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException
    if (!places.includes(code)) throw fault
    throw new StartFault(`Nobody can listen for letters on ${place.host}:${place.port} (${code}): set INBOX_LISTEN to another place.`)
  }
}

const places = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND']

/** The units that take applications at one of these addresses. */
async function unitsOf(site: Site, addresses: readonly string[]): Promise<Unit[]> {
  const asked = new Set(addresses.map((address) => address.toLowerCase()))
  return (await listTakers(site.database.read, site.today())).filter(({ email }) => email !== '' && asked.has(email.trim().toLowerCase()))
}
