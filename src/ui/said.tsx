import { Fragment, type VNode } from 'preact'
import { htmlLang } from './document.tsx'
import type { Reader } from './reader.ts'

/** A text that exists in one or both languages: the reader's own when there is one, else the other, marked as such. Lines stay lines. */
export function Said({ reader, zh, en }: { reader: Pick<Reader, 'lang'>; zh: string; en: string }): VNode {
  const [own, other] = reader.lang === 'zh' ? [zh, en] : [en, zh]
  if (own.trim() !== '') return <>{lines(own)}</>
  return other.trim() === '' ? <></> : <span lang={htmlLang(reader.lang === 'zh' ? 'en' : 'zh')}>{lines(other)}</span>
}

function lines(text: string) {
  return text.split('\n').map((line, at) => (
    <Fragment>
      {at > 0 ? <br /> : null}
      {line}
    </Fragment>
  ))
}
