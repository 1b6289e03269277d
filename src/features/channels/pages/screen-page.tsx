import type { VNode } from 'preact'
import { Code } from '../../../ui/code.tsx'
import { cityName, htmlLang } from '../../../ui/document.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import { wholeWords } from '../../../ui/title.tsx'
import { documentPath } from '../address.ts'
import { timeOf } from '../postings/posting.ts'
import type { ScreenView } from '../screens/read-screen.ts'

/**
 * A page for a screen in a hall, read from three metres. Without script the browser goes on to the next page by itself; with it the pages
 * are exchanged in place, and those seen before are shown again while there is no network.
 */
export function ScreenPage({ reader, view }: { reader: Reader; view: ScreenView }): VNode {
  const { carrier, next, seconds } = view
  const address = href(reader, `/screen/${carrier.code}?page=${next}`)
  return (
    <html lang={htmlLang(reader.lang)} class="gk-hall">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{reader.t('channels.screen.title', { unit: nameIn(reader, view.unit) })}</title>
        <meta name="robots" content="noindex" />
        <noscript>
          <meta http-equiv="refresh" content={`${seconds};url=${address}`} />
        </noscript>
        <link rel="icon" href="/assets/img/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/gongkai.css" />
        <script src="/assets/screen.js" defer></script>
      </head>
      <body>
        <div class="gk-screen" data-next={address} data-seconds={seconds} data-now={view.now.getTime()}>
          <ScreenHead reader={reader} view={view} />
          {view.documents.length === 0 ? (
            <main class="gk-screen__main">
              <h1 class="gk-screen__title">{reader.t('channels.screen.nothing')}</h1>
            </main>
          ) : view.single === undefined ? (
            <ScreenList reader={reader} view={view} />
          ) : (
            <ScreenDocument reader={reader} view={view} single={view.single} />
          )}
          <ScreenFoot reader={reader} view={view} />
        </div>
      </body>
    </html>
  )
}

function ScreenHead({ reader, view }: { reader: Reader; view: ScreenView }) {
  return (
    <header class="gk-screen__head">
      <Mark size={64} />
      <p class="gk-screen__name">
        <span class="gk-screen__city">{reader.t('channels.screen.city', { city: cityName(reader) })}</span>
        <span>{nameIn(reader, view.unit)}</span>
      </p>
      <p class="gk-screen__now">
        <span class="gk-screen__time">{timeOf(view.now)}</span>
        <DateLine reader={reader} day={reader.today} />
      </p>
    </header>
  )
}

function ScreenList({ reader, view }: { reader: Reader; view: ScreenView }) {
  return (
    <main class="gk-screen__main">
      <h1 class="gk-screen__kicker">{reader.t('channels.screen.newest')}</h1>
      <ul class="gk-screen__list">
        {view.documents.map(({ line, unit }) => (
          <li>
            <a href={href(reader, documentPath(line.indexNumber))} lang={htmlLang(line.language)}>
              {line.title}
            </a>
            <span class="gk-screen__from">
              <span>{nameIn(reader, unit)}</span>
              <DateLine reader={reader} day={line.publishedOn} short />
            </span>
          </li>
        ))}
      </ul>
    </main>
  )
}

function ScreenDocument({ reader, view, single }: { reader: Reader; view: ScreenView; single: NonNullable<ScreenView['single']> }) {
  const { line, unit, text } = single
  return (
    <main class="gk-screen__main gk-screen__main--single">
      <div>
        <p class="gk-screen__kicker">
          {nameIn(reader, unit)} · <DateLine reader={reader} day={line.publishedOn} short />
        </p>
        <h1 class="gk-screen__title" lang={htmlLang(line.language)}>
          <a href={href(reader, documentPath(line.indexNumber))}>{wholeWords(line.title)}</a>
        </h1>
        <p class="gk-screen__text" lang={htmlLang(line.language)}>
          {text}
        </p>
      </div>
      <div class="gk-screen__scan">
        <Code {...view.code} label={reader.t('channels.screen.code', { title: line.title })} />
        <p>{reader.t('channels.sheet.scan')}</p>
      </div>
    </main>
  )
}

function ScreenFoot({ reader, view }: { reader: Reader; view: ScreenView }) {
  const pages = view.documents.length + 1
  return (
    <footer class="gk-screen__foot">
      <p>
        {reader.t('channels.screen.page', { n: view.page + 1, all: pages })}
        <span class="gk-screen__offline" hidden>
          {' '}
          · {reader.t('channels.screen.offline', { time: timeOf(view.now) })}
        </span>
      </p>
      <p>{new URL(reader.baseUrl).host}</p>
    </footer>
  )
}
