import type { VNode } from 'preact'
import { htmlLang } from '../../../../ui/document.tsx'
import { Heading } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import type { Filled } from '../bulletin.ts'

export interface SectionBodyProps {
  reader: Reader
  section: Filled
  /** Of its documents, those that everybody can still read; left out: all. */
  stillOpen?: ReadonlySet<number> | undefined
}

/** The heading of a section with its number among the nine. */
export function SectionHeading({ reader, section, at }: { reader: Reader; section: Filled; at: number }): VNode {
  return (
    <Heading level={2} id={`section-${section.code}`}>
      {reader.t('bulletin.section', { n: at + 1, name: nameIn(reader, section) })}
    </Heading>
  )
}

/** What stands in a section: the note where its matter ended, the words of people, and the documents; an empty one says so. */
export function SectionBody({ reader, section, stillOpen }: SectionBodyProps): VNode {
  const { t, lang } = reader
  const note = lang === 'zh' ? section.noteZh : section.noteEn
  return (
    <>
      {note === '' ? null : <p class="gk-quiet">{note}</p>}
      <SectionWords reader={reader} words={section.words} />
      {section.items.length === 0 ? (
        section.words.trim() === '' && <p class="gk-quiet">{t('bulletin.text.nothing')}</p>
      ) : (
        <DataList
          caption={nameIn(reader, section)}
          columns={[
            { label: t('bulletin.column.document') },
            { label: t('bulletin.column.day'), kind: 'day' },
            { label: t('bulletin.column.number') },
          ]}
          rows={section.items.map((item) => {
            const isOpen = stillOpen?.has(item.documentId) ?? true
            return {
              href: isOpen ? href(reader, `/documents/${item.indexNumber}`) : undefined,
              cells: [
                isOpen ? <span lang={htmlLang(item.language)}>{item.title}</span> : t('bulletin.taken-back'),
                <DateLine reader={reader} day={item.on} short />,
                <span class="gk-tabular">{item.indexNumber}</span>,
              ],
              note: isOpen && item.summary !== '' ? <span lang={htmlLang(item.language)}>{item.summary}</span> : undefined,
            }
          })}
        />
      )}
    </>
  )
}

function SectionWords({ reader, words }: { reader: Reader; words: string }) {
  return (
    <div lang={reader.lang === 'en' ? 'zh-CN' : undefined}>
      {words
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
    </div>
  )
}
