import type { VNode } from 'preact'
import { sayMoment } from '../../../ui/chain.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { DeskDocument } from '../read-desk.ts'
import { nameOf } from './remarks.tsx'

const acts = [
  'create',
  'save',
  'edit',
  'relate',
  'attach',
  'detach',
  'read-file',
  'clean',
  'answer',
  'submit',
  'take-back',
  'approve',
  'clear',
  'sign',
  'send-back',
  'drop',
  'correct',
  'cancel',
  'withdraw',
  'replace',
  'take-down',
] as const

/** What happened, in sentences, the newest first: the record of the document with the names that the desk may know. */
export function DocumentHistory({ reader, desk }: { reader: Reader; desk: DeskDocument }): VNode {
  return (
    <ul class="gk-history">
      {[...desk.history].reverse().map((line) => (
        <li>
          <time datetime={line.at}>{sayMoment(new Date(line.at), reader)}</time> ·{' '}
          {sentence(reader, line.act, actorOf(reader, desk, line.actor), line.details)}
          {line.reason ? ` · ${line.reason}` : ''}
        </li>
      ))}
    </ul>
  )
}

function sentence(reader: Reader, act: string, name: string, details: Record<string, string>): string {
  const known = acts.find((one) => act === `publishing.${one}`)
  return known === undefined ? `${name}: ${act}` : reader.t(`publishing.history.${known}`, { name, version: details['version'] ?? '' })
}

function actorOf(reader: Reader, desk: DeskDocument, actor: string): string {
  const id = /^person:(\d+)$/.exec(actor)?.[1]
  return id === undefined ? reader.t('ui.record.system') : nameOf(reader, desk, Number(id))
}
