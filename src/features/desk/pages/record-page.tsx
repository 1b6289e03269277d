import type { VNode } from 'preact'
import type { WordKey } from '../../../kernel/words.ts'
import type { RecordLine } from '../../../platform/journal/index.ts'
import { sayMoment } from '../../../ui/chain.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'

export interface RecordPageProps {
  reader: Reader
  lines: RecordLine[]
  /** Names of the people behind the pseudonyms, for those who may resolve them. */
  names: Map<string, string>
  older?: number
}

/** The record, newest first: who did what to which thing, when and why, and the first letters of the hash that proves it. */
export function RecordPage({ reader, lines, names, older }: RecordPageProps): VNode {
  const t = reader.t
  return (
    <DeskPage reader={reader} title={t('desk.record.title')} section="record" wide>
      <Heading>{t('desk.record.title')}</Heading>
      <Lead>{t('desk.record.lead')}</Lead>
      {lines.length === 0 ? (
        <Empty title={t('desk.record.empty')} />
      ) : (
        <DataList
          caption={t('desk.record.title')}
          columns={[
            { label: t('desk.record.act') },
            { label: t('desk.record.when'), kind: 'day' },
            { label: t('desk.record.who') },
            { label: t('desk.record.subject') },
            { label: t('desk.record.number'), kind: 'number' },
            { label: t('desk.record.proof') },
          ]}
          rows={lines.map((line) => ({
            href: subjectPlace(reader, line.subject),
            cells: [
              actWord(reader, line.act),
              sayMoment(new Date(line.at), reader),
              names.get(line.actor) ?? line.actor,
              subjectWord(reader, line.subject),
              line.seq,
              <code>{line.hash.slice(0, 12)}</code>,
            ],
            note: line.reason === '' ? undefined : line.reason,
          }))}
        />
      )}
      {older === undefined ? null : (
        <p>
          <a rel="next" href={`${href(reader, '/desk/record')}?before=${older}`}>
            {t('desk.record.older')}
          </a>
        </p>
      )}
    </DeskPage>
  )
}

/** An act in words; an act whose words are not written yet shows its name, which is readable too. */
function actWord(reader: Reader, act: string): string {
  return wordsOr(reader, `desk.record.act.${act}`, act)
}

/** `publishing.document:12` → "document 12". */
function subjectWord(reader: Reader, subject: string): string {
  const [kind = '', id = ''] = subject.split(':')
  return wordsOr(reader, `desk.record.kind.${kind}`, kind, { id })
}

function wordsOr(reader: Reader, key: string, otherwise: string, params?: Record<string, string>): string {
  const words = reader.t(key as WordKey, params)
  return words === key ? otherwise : words
}

function subjectPlace(reader: Reader, subject: string): string | undefined {
  const [kind, id] = subject.split(':')
  if (kind === 'publishing.document') return href(reader, `/desk/documents/${id}`)
  if (kind === 'catalogue.task') return href(reader, `/desk/tasks/${id}`)
  if (kind === 'accounts.person') return href(reader, `/desk/people/${id}`)
  if (kind === 'publishing.import') return href(reader, `/desk/imports/${id}`)
  if (kind === 'accounts.system') return href(reader, `/desk/systems/${id}`)
  return undefined
}
