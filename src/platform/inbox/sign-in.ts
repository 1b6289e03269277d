import type { InboxAddress } from './address.ts'
import type { Talk } from './begin-talk.ts'
import { MailboxFault } from './fault.ts'
import { plainLine } from './incoming.ts'
import { quoted } from './name.ts'

/** Signs in with name and password, by AUTHENTICATE PLAIN (RFC 4616) where the server has it, else by LOGIN. Throws MailboxFault. */
export async function signIn(talk: Talk, capabilities: ReadonlySet<string>, { user, password }: InboxAddress): Promise<void> {
  const plain = Buffer.from(`\0${user}\0${password}`).toString('base64')
  const answer = await (capabilities.has('AUTH=PLAIN')
    ? talk.ask('AUTHENTICATE PLAIN', { goOn: plain })
    : talk.ask(loginCommand(capabilities, user, password)))
  if (answer.status === 'OK') return
  // Some servers repeat what they refuse.
  const said = [password, plain].reduce((text, secret) => text.replaceAll(secret, '…'), answer.text)
  throw new MailboxFault('sign-in', `The mail server refused the name or the password: ${plainLine(said, 200)}`)
}

function loginCommand(capabilities: ReadonlySet<string>, user: string, password: string): string {
  if (capabilities.has('LOGINDISABLED')) throw new MailboxFault('sign-in', 'The mail server takes no password')
  if (!/^[ -~]+$/u.test(user + password)) throw new MailboxFault('sign-in', 'The mail server takes only ASCII in names and passwords')
  return `LOGIN ${quoted(user)} ${quoted(password)}`
}
