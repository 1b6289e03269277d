import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Facts, Heading } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { Carrier } from '../carriers/carrier.ts'
import { documentPath } from '../address.ts'
import { timeOf } from '../postings/posting.ts'
import type { PostedLine } from '../postings/read-hanging.ts'
import { CarrierTrail } from './carrier-page.tsx'
import { PostedState } from './carrier-posted.tsx'

export interface PostingPageProps {
  reader: Reader
  line: PostedLine
  carrier: Carrier
  unit: Unit
  by: { nameZh: string; nameEn: string } | undefined
  downBy: { nameZh: string; nameEn: string } | undefined
  typedOn: string
  errors?: FieldError[]
}

/** One posting: what hangs where since when, who says so, and the proof. */
export function PostingPage(props: PostingPageProps): VNode {
  const { reader, line, carrier, unit, errors = [] } = props
  const { posting, document } = line
  return (
    <DeskPage reader={reader} title={document.title} section="channels" hasErrors={errors.length > 0}>
      <CarrierTrail reader={reader} line={props} page={reader.t('channels.posting.title')} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={`${nameIn(reader, carrier)} · ${nameIn(reader, unit)}`}>{document.title}</Heading>
      <p>
        <PostedState reader={reader} line={line} />
      </p>
      {line.fault === undefined ? null : <p>{reader.t(`channels.fault-now.${line.fault}`)}</p>}
      <PostingFacts {...props} />
      <ProofShown reader={reader} line={line} />
      {posting.takenDownOn === undefined && posting.issue === '' && reader.may('channels.keep', unit.path) ? (
        <>
          <Heading level={2}>{reader.t('channels.take-down.title')}</Heading>
          <Form reader={reader} action={`/desk/postings/${posting.id}/take-down`}>
            <DateField reader={reader} name="on" label={reader.t('channels.take-down.on')} value={props.typedOn} errors={errors} />
            <Actions>
              <Button classes="govuk-button--secondary" text={reader.t('channels.take-down.save')} />
            </Actions>
          </Form>
        </>
      ) : null}
    </DeskPage>
  )
}

function PostingFacts({ reader, line, by, downBy }: PostingPageProps) {
  const { posting, document } = line
  return (
    <Facts
      rows={[
        {
          label: reader.t('channels.document'),
          value: <a href={href(reader, documentPath(document.indexNumber))}>{document.indexNumber}</a>,
        },
        {
          label: reader.t('channels.posted-on'),
          value: (
            <>
              <DateLine reader={reader} day={dayOf(posting.postedAt)} /> {timeOf(posting.postedAt)}
            </>
          ),
        },
        {
          label: reader.t('channels.released'),
          value: (
            <>
              <DateLine reader={reader} day={dayOf(document.publishedAt)} /> {timeOf(document.publishedAt)}
            </>
          ),
        },
        { label: reader.t('channels.early-reason'), value: posting.earlyReason },
        { label: reader.t('channels.field.issue'), value: posting.issue },
        { label: reader.t('channels.field.page'), value: posting.page },
        { label: reader.t('channels.field.note'), value: posting.note },
        { label: reader.t('channels.posted-by'), value: by && nameIn(reader, by) },
        { label: reader.t('channels.taken-down-on'), value: posting.takenDownOn && <DateLine reader={reader} day={posting.takenDownOn} /> },
        { label: reader.t('channels.taken-down-by'), value: downBy && nameIn(reader, downBy) },
      ]}
    />
  )
}

function ProofShown({ reader, line }: { reader: Reader; line: PostedLine }) {
  const { posting, document } = line
  const path = href(reader, `/desk/postings/${posting.id}/proof`)
  if (posting.proof === '') return <p class="gk-quiet">{reader.t('channels.no-proof')}</p>
  if (posting.proofType !== 'image/jpeg')
    return (
      <p>
        <a href={path}>{reader.t('channels.proof-file')}</a>
      </p>
    )
  return (
    <figure class="gk-photo">
      <img src={path} alt={reader.t('channels.proof-alt', { title: document.title })} />
      <figcaption>{reader.t(posting.isOpenProof ? 'channels.proof-open' : 'channels.proof-closed')}</figcaption>
    </figure>
  )
}
