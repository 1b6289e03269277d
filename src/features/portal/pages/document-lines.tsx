import type { ComponentChildren, VNode } from 'preact'
import type { Segment } from '../../../platform/search/highlight.ts'
import { htmlLang } from '../../../ui/document.tsx'
import { Entries } from '../../../ui/entries.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { PublicLine } from '../../publishing/index.ts'
import { documentPath } from '../address.ts'

export interface DocumentLinesProps {
  reader: Reader
  documents: readonly (PublicLine & { titleSegments?: readonly Segment[]; passage?: readonly Segment[]; file?: string })[]
  units: ReadonlyMap<number, Unit>
}

/** Documents as a list: the day, the title that leads there, who published it under which number, and a passage when one was asked for. */
export function DocumentLines({ reader, documents, units }: DocumentLinesProps): VNode {
  return (
    <Entries
      reader={reader}
      entries={documents.map((document) => ({
        title: (
          <InLanguage reader={reader} lang={document.language}>
            {document.titleSegments === undefined ? document.title : <Marked segments={document.titleSegments} />}
          </InLanguage>
        ),
        href: href(reader, documentPath(document.indexNumber)),
        day: document.publishedOn,
        note: noteOf(reader, document, units),
        passage:
          document.passage === undefined || document.passage.length === 0 ? undefined : (
            <InLanguage reader={reader} lang={document.language}>
              {document.file === undefined ? null : <>{reader.t('portal.search.in-file', { name: document.file })} </>}
              <Marked segments={document.passage} />
            </InLanguage>
          ),
      }))}
    />
  )
}

function noteOf(reader: Reader, document: PublicLine, units: ReadonlyMap<number, Unit>): string {
  const issuers = [document.unitId, ...document.coIssuers].flatMap((id) => units.get(id) ?? [])
  return [
    issuers.map((unit) => nameIn(reader, unit)).join(reader.lang === 'zh' ? '、' : ', '),
    document.documentNumber || document.indexNumber,
    document.standing === 'cancelled' || document.standing === 'ended' ? reader.t(`publishing.standing.${document.standing}`) : '',
    document.language === reader.lang ? '' : reader.t(`portal.language.${document.language}`),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Words in the language that they are in, said so where it is not the page's own. */
export function InLanguage({ reader, lang, children }: { reader: Reader; lang: 'zh' | 'en'; children: ComponentChildren }): VNode {
  return lang === reader.lang ? <>{children}</> : <span lang={htmlLang(lang)}>{children}</span>
}

/** A passage with what was asked for marked in it. */
function Marked({ segments }: { segments: readonly Segment[] }): VNode {
  return <>{segments.map((segment) => (segment.hit ? <mark>{segment.text}</mark> : segment.text))}</>
}
