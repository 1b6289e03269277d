import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import { htmlLang } from '../../../ui/document.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { documentPath } from '../address.ts'
import type { WholeIssue } from '../gazettes/read-issue.ts'

/** The contents of an issue by section, each line leading to its document. What was withdrawn since keeps its place and says so. */
export function Contents({ reader, whole }: { reader: Reader; whole: WholeIssue }): VNode {
  const sections = [...new Set(whole.lines.map((line) => line.item.section))]
  return (
    <>
      {sections.map((section) => (
        <section>
          <Heading level={2}>{section}</Heading>
          <ol class="gk-contents" start={whole.lines.find((line) => line.item.section === section)?.item.position}>
            {whole.lines
              .filter((line) => line.item.section === section)
              .map(({ document, unit }) => (
                <li>
                  <a href={href(reader, documentPath(document.indexNumber))} lang={htmlLang(document.language)}>
                    {document.title}
                  </a>
                  <span class="gk-contents__from">
                    {[nameIn(reader, unit), document.documentNumber].filter(Boolean).join(' · ')}
                    {document.isPublic ? '' : ` · ${reader.t('channels.issue.no-longer')}`}
                  </span>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  )
}
