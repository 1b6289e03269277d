import type { VNode } from 'preact'
import { Entries } from '../../../ui/entries.tsx'
import { Empty, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { Carrier } from '../carriers/carrier.ts'
import { issueKey, type Issue } from '../gazettes/issue.ts'
import type { WholeIssue } from '../gazettes/read-issue.ts'
import { Contents } from './contents.tsx'

/** Every gazette of the city with its issues. */
export function GazettesPage({
  reader,
  gazettes,
}: {
  reader: Reader
  gazettes: readonly { carrier: Carrier; issues: readonly Issue[] }[]
}): VNode {
  const title = reader.t('channels.gazettes.title')
  return (
    <PublicPage reader={reader} title={title} section="latest" description={reader.t('channels.gazettes.lead')}>
      <Heading>{title}</Heading>
      <Lead>{reader.t('channels.gazettes.lead')}</Lead>
      {gazettes.length === 0 ? (
        <Empty title={reader.t('channels.gazettes.none')}>
          <a href={href(reader, '/latest')}>{reader.t('channels.gazettes.latest')}</a>
        </Empty>
      ) : null}
      {gazettes.map(({ carrier, issues }) => (
        <section>
          <Heading level={2}>{nameIn(reader, carrier)}</Heading>
          {issues.length === 0 ? (
            <Empty title={reader.t('channels.issues.none')} />
          ) : (
            <Entries
              reader={reader}
              entries={issues.map((issue) => ({
                title: reader.t('channels.issue.name', { year: issue.year, number: issue.number }),
                href: href(reader, `/gazettes/${carrier.code}/${issueKey(issue)}`),
                day: issue.datedOn,
                note: reader.t('channels.issue.count', { n: issue.items.length }),
              }))}
            />
          )}
        </section>
      ))}
    </PublicPage>
  )
}

/** One issue in public: its contents, and the whole of it as a file. */
export function GazetteIssuePage({ reader, whole }: { reader: Reader; whole: WholeIssue }): VNode {
  const { issue, carrier, unit } = whole
  const title = reader.t('channels.issue.name', { year: issue.year, number: issue.number })
  return (
    <PublicPage reader={reader} title={`${nameIn(reader, carrier)} ${title}`} section="latest">
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('channels.gazettes.title'), href: href(reader, '/gazettes') },
          { label: nameIn(reader, carrier), href: href(reader, `/channels/${carrier.code}`) },
          { label: title },
        ]}
      />
      <Heading kicker={`${nameIn(reader, carrier)} · ${nameIn(reader, unit)}`}>{title}</Heading>
      <p>
        <DateLine reader={reader} day={issue.datedOn} /> ·{' '}
        <a href={`/print/gazettes/${carrier.code}/${issueKey(issue)}`}>{reader.t('channels.issue.whole')}</a>
      </p>
      <Contents reader={reader} whole={whole} />
    </PublicPage>
  )
}
