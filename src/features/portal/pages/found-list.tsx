import type { ComponentChildren, VNode } from 'preact'
import { sayNumber } from '../../../kernel/translate.ts'
import { ListHead, Pager } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import { countCap, weighed } from '../../publishing/index.ts'
import type { Found } from '../find-documents.ts'
import { writeQuestion, type Question } from '../question.ts'
import { DocumentLines } from './document-lines.tsx'

export interface FoundPageProps {
  reader: Reader
  question: Question
  found: Found
  /** The units that the filter offers. */
  units: readonly Unit[]
}

/** The documents that were found, how many there are, and the way on. */
export function FoundList({
  reader,
  question,
  found,
  path,
  children,
}: Omit<FoundPageProps, 'units'> & { path: string; children?: ComponentChildren }): VNode {
  return (
    <>
      <ListHead count={howMany(reader, found.total)}>{children}</ListHead>
      <DocumentLines reader={reader} documents={found.documents} units={found.places.units} />
      {question.words !== '' && found.total > weighed && found.next === undefined ? (
        <p>{reader.t('portal.search.weighed', { n: sayNumber(weighed, reader.lang) })}</p>
      ) : null}
      <Pager
        reader={reader}
        newer={question.before === undefined ? undefined : `${href(reader, path)}${writeQuestion(question)}`}
        older={found.next === undefined ? undefined : `${href(reader, path)}${writeQuestion(question, found.next)}`}
      />
    </>
  )
}

function howMany(reader: Reader, total: number): string {
  if (total > countCap) return reader.t('portal.found.more', { n: sayNumber(countCap, reader.lang) })
  return reader.t('portal.found.count', { n: total })
}
