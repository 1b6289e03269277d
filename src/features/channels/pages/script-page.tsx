import type { VNode } from 'preact'
import { htmlLang } from '../../../ui/document.tsx'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { documentPath, sheetPath } from '../address.ts'
import type { Script } from '../broadcasts/write-script.ts'

/** A text as it is read aloud: one breath to a line. */
export function ScriptPage({ reader, script, indexNumber }: { reader: Reader; script: Script; indexNumber: string }): VNode {
  const title = reader.t('channels.script.title')
  const { minutes, seconds } = script
  return (
    <PublicPage reader={reader} title={`${title}: ${script.title}`} section="latest" alternates={[]}>
      <Trail reader={reader} steps={[{ label: script.title, href: href(reader, documentPath(indexNumber)) }, { label: title }]} />
      <Heading kicker={title}>{script.title}</Heading>
      <Lead>{reader.t('channels.script.takes', { minutes, seconds })}</Lead>
      <p class="gk-no-print">
        <a href={sheetPath('script', indexNumber)}>{reader.t('channels.script.pdf')}</a>
      </p>
      <div class="gk-script" lang={htmlLang(script.language)}>
        {script.lines.map((line) => (
          <p class={`gk-script__line gk-script__line--${line.kind}`}>{line.text}</p>
        ))}
      </div>
    </PublicPage>
  )
}
