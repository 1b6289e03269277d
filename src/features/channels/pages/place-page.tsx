import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { Entries } from '../../../ui/entries.tsx'
import { Empty, Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import { documentPath } from '../address.ts'
import type { CarrierLine } from '../carriers/read-carriers.ts'
import { issueKey, type Issue } from '../gazettes/issue.ts'
import type { PostedLine } from '../postings/read-hanging.ts'
import { kindInWords, LastChange, placeOf } from './carrier-words.tsx'

export interface PlacePageProps {
  reader: Reader
  line: CarrierLine
  /** What hangs there now, of what everybody may read. */
  posted: readonly PostedLine[]
  issues: readonly Issue[]
}

/** One carrier in public: where it is, what hangs there now, how often it changes. */
export function PlacePage(props: PlacePageProps): VNode {
  const { reader, line } = props
  const { carrier, unit, kind } = line
  const title = nameIn(reader, carrier)
  return (
    <PublicPage reader={reader} title={title} section="units" description={placeOf(reader, carrier)}>
      <Trail reader={reader} steps={[{ label: reader.t('channels.places.title'), href: href(reader, '/channels') }, { label: title }]} />
      <Heading kicker={`${kindInWords(reader, carrier, kind)} · ${nameIn(reader, unit)}`}>{title}</Heading>
      <div class="gk-columns">
        <div>{kind?.isGazette === true ? <IssueList {...props} /> : <Hanging {...props} />}</div>
        <aside aria-labelledby="where">
          <Heading level={2} id="where">
            {reader.t('channels.field.where')}
          </Heading>
          <PlaceFacts reader={reader} line={line} />
          {carrier.photo === '' ? null : (
            <img class="gk-photo" src={`/channels/${carrier.code}/photo`} alt={reader.t('channels.picture.alt', { name: title })} />
          )}
        </aside>
      </div>
    </PublicPage>
  )
}

function PlaceFacts({ reader, line }: Pick<PlacePageProps, 'reader' | 'line'>) {
  const { carrier, unit, rhythm } = line
  return (
    <Facts
      rows={[
        { label: reader.t('channels.field.place'), value: placeOf(reader, carrier) },
        { label: reader.t('channels.field.web'), value: carrier.web && <a href={carrier.web}>{carrier.web}</a> },
        { label: reader.t('channels.field.unit'), value: <a href={href(reader, `/units/${unit.code}`)}>{nameIn(reader, unit)}</a> },
        { label: reader.t('channels.field.rhythm'), value: rhythm && nameIn(reader, rhythm) },
        { label: reader.t('channels.last-change'), value: <LastChange reader={reader} line={line} /> },
        { label: reader.t('channels.field.until'), value: carrier.untilOn && <DateLine reader={reader} day={carrier.untilOn} /> },
      ]}
    />
  )
}

function Hanging({ reader, line, posted }: PlacePageProps) {
  const title = reader.t(line.kind?.isScreen === true ? 'channels.place.on-screen' : 'channels.place.hangs')
  const photos = posted.filter((one) => one.posting.isOpenProof)
  return (
    <>
      <Heading level={2}>{title}</Heading>
      {line.kind?.isScreen === true ? (
        <p>
          <a href={href(reader, `/screen/${line.carrier.code}`)}>{reader.t('channels.screen.open')}</a>
        </p>
      ) : posted.length === 0 ? (
        <Empty title={reader.t('channels.place.nothing')}>
          <a href={href(reader, `/latest?unit=${line.unit.code}`)}>{reader.t('channels.place.online')}</a>
        </Empty>
      ) : (
        <Entries
          reader={reader}
          entries={posted.map((one) => ({
            title: one.document.title,
            href: href(reader, documentPath(one.document.indexNumber)),
            day: dayOf(one.posting.postedAt),
            note: one.posting.issue || one.document.indexNumber,
          }))}
        />
      )}
      {photos.map((one) => (
        <figure class="gk-photo">
          <img
            src={`/postings/${one.posting.id}/photo`}
            alt={reader.t('channels.proof-alt', { title: one.document.title })}
            loading="lazy"
          />
          <figcaption>{one.document.title}</figcaption>
        </figure>
      ))}
    </>
  )
}

function IssueList({ reader, line, issues }: PlacePageProps) {
  return (
    <>
      <Heading level={2}>{reader.t('channels.issues.title')}</Heading>
      {issues.length === 0 ? (
        <Empty title={reader.t('channels.issues.none')} />
      ) : (
        <Entries
          reader={reader}
          entries={issues.map((issue) => ({
            title: reader.t('channels.issue.name', { year: issue.year, number: issue.number }),
            href: href(reader, `/gazettes/${line.carrier.code}/${issueKey(issue)}`),
            day: issue.datedOn,
            note: reader.t('channels.issue.count', { n: issue.items.length }),
          }))}
        />
      )}
    </>
  )
}
