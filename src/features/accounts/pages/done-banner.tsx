import type { VNode } from 'preact'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import type { Reader } from '../../../ui/reader.ts'

const dones = [
  'password',
  'session',
  'second-factor-on',
  'second-factor-off',
  'granted',
  'ended',
  'stand-in',
  'disabled',
  'waiver',
  'revoked',
] as const

/** What has just been done, from the address. Draws nothing for words that are not ours. */
export function DoneBanner({ reader, done }: { reader: Reader; done: string | undefined }): VNode | null {
  const known = dones.find((one) => one === done)
  return known === undefined ? null : (
    <NotificationBanner type="success" titleText={reader.t('accounts.done')} text={reader.t(`accounts.done.${known}`)} />
  )
}
