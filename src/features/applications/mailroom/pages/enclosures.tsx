import type { VNode } from 'preact'
import { saySize } from '../../../../ui/entries.tsx'
import { Heading } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { StatusWord } from '../../../../ui/status.tsx'
import { fileRules, wordsFor, type FileReading } from '../../../publishing/index.ts'
import type { Enclosure } from '../read-mail.ts'

export interface EnclosuresProps {
  reader: Reader
  id: number
  enclosures: readonly Enclosure[]
  looks: ReadonlyMap<number, FileReading> | undefined
}

/** The files of a letter: what is taken may be downloaded and looked into, what is not says why. */
export function Enclosures({ reader, id, enclosures, looks }: EnclosuresProps): VNode | null {
  if (enclosures.length === 0) return null
  const { t } = reader
  const isAsked = looks !== undefined || enclosures.every(({ wrong }) => wrong.length > 0)
  return (
    <section id="enclosures">
      <Heading level={2}>{t('applications.mail.enclosures')}</Heading>
      <ul>
        {enclosures.map((one) => (
          <li>
            <Enclosed reader={reader} id={id} one={one} look={looks?.get(one.nth)} />
          </li>
        ))}
      </ul>
      {isAsked ? null : (
        <p>
          <a href={href(reader, `/desk/applications/mail/${id}?look=1#enclosures`)}>{t('applications.mail.look')}</a>
        </p>
      )}
    </section>
  )
}

function Enclosed({ reader, id, one, look }: { reader: Reader; id: number; one: Enclosure; look: FileReading | undefined }): VNode {
  const { t } = reader
  const isTaken = one.wrong.length === 0
  return (
    <>
      {isTaken ? <a href={href(reader, `/desk/applications/mail/${id}/files/${one.nth}`)}>{one.name}</a> : one.name}{' '}
      <span class="gk-quiet">{saySize(one.sizeBytes)}</span>{' '}
      {isTaken ? null : (
        <StatusWord kind="refused">{one.wrong.map((wrong) => t(`applications.refused.file-${wrong}`)).join(' · ')}</StatusWord>
      )}
      {look === undefined ? null : <Found reader={reader} look={look} />}
    </>
  )
}

function Found({ reader, look }: { reader: Reader; look: FileReading }): VNode {
  const { t } = reader
  const isClean = look.state === 'looked' && look.findings.length === 0
  const state = isClean ? 'nothing' : look.state
  return (
    <>
      <StatusWord kind={isClean ? 'done' : look.state === 'looked' ? 'neutral' : 'refused'}>
        {t(`applications.mail.look.${state}`)}
      </StatusWord>
      <ul>
        {look.findings.map((finding) => (
          <li>
            {t(wordsFor(finding, 'title', fileRules().textChecks.includes(finding.check)))} ({finding.count})
          </li>
        ))}
      </ul>
    </>
  )
}
