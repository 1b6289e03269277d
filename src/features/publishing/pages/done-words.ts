import type { Reader } from '../../../ui/reader.ts'

const dones = [
  'created',
  'saved',
  'submit',
  'take-back',
  'approve',
  'clear',
  'sign',
  'send-back',
  'drop',
  'attached',
  'detached',
  'answered',
  'correct',
  'cancel',
  'withdraw',
  'replace',
  'remove',
] as const

/** What has just been done, from the address; undefined for anything that is not on the list. */
export function doneInWords(reader: Reader, done: string): string | undefined {
  if (done === 'cleaned') return reader.t('files.done')
  const known = dones.find((one) => one === done)
  return known === undefined ? undefined : reader.t(`publishing.done.${known}`)
}
