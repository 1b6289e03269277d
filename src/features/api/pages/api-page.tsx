import type { VNode } from 'preact'
import { Facts, Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { Entry, ProblemEntry } from '../read-entries.ts'

export interface ApiPageProps {
  reader: Reader
  reading: readonly Entry[]
  writing: readonly Entry[]
  problems: readonly ProblemEntry[]
}

const manners = ['lists', 'tables', 'tags', 'days', 'once', 'seen', 'digest', 'pace', 'versions'] as const

/** The API for people who write programs: what there is, how it is called, what it answers, and what goes wrong. */
export function ApiPage({ reader, reading, writing, problems }: ApiPageProps): VNode {
  const t = reader.t
  return (
    <PublicPage reader={reader} title={t('api.page.title')} description={t('api.page.lead')}>
      <Heading>{t('api.page.title')}</Heading>
      <Lead>{t('api.page.lead')}</Lead>
      <p>
        <a href="/api/openapi.json">{t('api.page.openapi')}</a>
      </p>
      <Part reader={reader} id="reading" entries={reading}>
        <p>{t('api.page.reading.lead')}</p>
      </Part>
      <Part reader={reader} id="systems" entries={writing}>
        <p>{t('api.page.systems.lead')}</p>
        <p>{t('api.page.systems.token')}</p>
      </Part>
      <section aria-labelledby="manners">
        <Heading level={2} id="manners">
          {t('api.page.manners')}
        </Heading>
        <Facts rows={manners.map((manner) => ({ label: t(`api.manner.${manner}`), value: t(`api.manner.${manner}.is`) }))} />
      </section>
      <Problems reader={reader} problems={problems} />
    </PublicPage>
  )
}

function Part({
  reader,
  id,
  entries,
  children,
}: {
  reader: Reader
  id: 'reading' | 'systems'
  entries: readonly Entry[]
  children: VNode | VNode[]
}) {
  return (
    <section aria-labelledby={id}>
      <Heading level={2} id={id}>
        {reader.t(`api.page.${id}`)}
      </Heading>
      {children}
      {entries.map((entry) => (
        <Operation reader={reader} entry={entry} />
      ))}
    </section>
  )
}

function Operation({ reader, entry }: { reader: Reader; entry: Entry }) {
  const t = reader.t
  return (
    <details class="gk-call" id={entry.name}>
      <summary class="gk-call__summary">
        <span class="gk-call__what">{entry.says}</span>
        <code class="gk-call__address">
          <span class="gk-call__method">{entry.method}</span> {entry.path}
        </code>
      </summary>
      {entry.scope === undefined ? null : (
        <p>
          {t('api.page.scope')} <code>{entry.scope}</code>
        </p>
      )}
      <p class="gk-call__label">{t('api.page.call')}</p>
      <pre class="gk-code" tabindex={0} aria-label={`${t('api.page.call')}: ${entry.says}`}>
        <code>{entry.call}</code>
      </pre>
      <p class="gk-call__label">{t('api.page.gives')}</p>
      <pre class="gk-code" tabindex={0} aria-label={`${t('api.page.gives')}: ${entry.says}`}>
        <code>{entry.gives}</code>
      </pre>
    </details>
  )
}

function Problems({ reader, problems }: { reader: Reader; problems: readonly ProblemEntry[] }) {
  const t = reader.t
  return (
    <section aria-labelledby="problems">
      <Heading level={2} id="problems">
        {t('api.page.problems')}
      </Heading>
      <p>{t('api.page.problems.lead')}</p>
      <dl class="gk-problems">
        {problems.map(({ kind, status }) => (
          <div class="gk-problems__row" id={`problem-${kind}`}>
            <dt>
              <span class="gk-problems__status">{status}</span> {t(`platform.problem.${kind}`)} <code>{kind}</code>
            </dt>
            <dd>{t(`platform.problem.${kind}.detail`, { scope: '…', allow: '…', n: '…', type: '…' })}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={href(reader, '/about')}>{t('api.page.about')}</a>
      </p>
    </section>
  )
}
