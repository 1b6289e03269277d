import type { ComponentChildren, VNode } from 'preact'
import { dayOf, type Day } from '../../../kernel/day.ts'
import { sayDay } from '../../../kernel/translate.ts'
import { roles } from '../../../kernel/policy.ts'
import { Facts } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { PublicHand } from '../../publishing/index.ts'
import type { DocumentView } from '../read-page.ts'
import { genreInWords, servedInWords, subjectInWords } from './class-words.ts'
import { InLanguage } from './document-lines.tsx'

/** The metadata that officials expect (META-09), in a quiet table. What was withdrawn shows none of its content here either. */
export function DocumentFacts({ reader, view, isShown }: { reader: Reader; view: DocumentView; isShown: boolean }): VNode {
  const { document, version, unit, line } = view
  const day = (on: Parameters<typeof DateLine>[0]['day'] | undefined) => on && <DateLine reader={reader} day={on} />
  const own = (text: string) =>
    text === '' || !isShown ? undefined : (
      <InLanguage reader={reader} lang={version.language}>
        {text}
      </InLanguage>
    )
  return (
    <Facts
      rows={[
        { label: reader.t('portal.fact.index-number'), value: document.indexNumber },
        { label: reader.t('portal.fact.title'), value: own(version.title) },
        { label: reader.t('portal.fact.description'), value: own(version.summary) },
        { label: reader.t('portal.fact.formed'), value: day(version.formedOn) },
        { label: reader.t('portal.fact.published'), value: document.publishedAt && day(dayOf(document.publishedAt)) },
        { label: reader.t('portal.fact.older'), value: view.older && <Older reader={reader} older={view.older} /> },
        { label: reader.t('portal.fact.publisher'), value: <a href={href(reader, `/units/${unit.code}`)}>{nameIn(reader, unit)}</a> },
        { label: reader.t('portal.fact.co-issuers'), value: joint(reader, view.jointUnits) },
        { label: reader.t('portal.fact.number'), value: version.documentNumber },
        { label: reader.t('portal.fact.subject'), value: subjectInWords(reader, version.subject) },
        { label: reader.t('portal.fact.genre'), value: genreInWords(reader, version.genre) },
        { label: reader.t('portal.fact.served'), value: servedInWords(reader, version.served) },
        { label: reader.t('portal.fact.language'), value: reader.t(`portal.language.${version.language}`) },
        { label: reader.t('portal.fact.validity'), value: <Validity reader={reader} view={view} /> },
        { label: reader.t('portal.fact.mode'), value: reader.t(`publishing.attribute.${version.attribute}`) },
        { label: reader.t('portal.fact.audience'), value: reader.t(`publishing.audience.${version.audience}`) },
        { label: reader.t('portal.fact.procedure'), value: handsInWords(reader, view.hands) },
        { label: reader.t('portal.fact.duty'), value: line && <DutyLink reader={reader} line={line} /> },
        { label: reader.t('portal.fact.keywords'), value: own(version.keywords.join(version.language === 'zh' ? '；' : '; ')) },
      ]}
    />
  )
}

function joint(reader: Reader, units: DocumentView['jointUnits']): ComponentChildren {
  if (units.length === 0) return undefined
  return units.map((unit, at) => (
    <>
      {at === 0 ? '' : reader.lang === 'zh' ? '、' : ', '}
      <a href={href(reader, `/units/${unit.code}`)}>{nameIn(reader, unit)}</a>
    </>
  ))
}

/** It was public elsewhere before: since when, and never as if it had been here. */
function Older({ reader, older }: { reader: Reader; older: NonNullable<DocumentView['older']> }) {
  const site = older.siteName || reader.t('portal.fact.older.site')
  return <>{reader.t('portal.fact.older.is', { site, day: sayDay(older.publishedOn, reader.lang) })}</>
}

function DutyLink({ reader, line }: { reader: Reader; line: NonNullable<DocumentView['line']> }) {
  return (
    <a href={href(reader, `/catalogue/${line.category.code}#${line.code}`)}>
      {reader.lang === 'zh' ? line.titleZh : line.titleEn || line.titleZh}
    </a>
  )
}

/** 时效: still in force, over, or taken back. */
function Validity({ reader, view }: { reader: Reader; view: DocumentView }) {
  const { standing } = view.document
  const { validUntil } = view.version
  const endsOn = standing === 'ended' ? view.changes.findLast((one) => one.kind === 'ended')?.effectiveOn : undefined
  if (endsOn !== undefined) return <Until reader={reader} day={endsOn} />
  if (standing !== 'published') return <StatusWord kind="refused">{reader.t(`publishing.standing.${standing}`)}</StatusWord>
  if (validUntil === undefined) return <StatusWord kind="done">{reader.t('portal.validity.open')}</StatusWord>
  return <Until reader={reader} day={validUntil} />
}

function Until({ reader, day }: { reader: Reader; day: Day }) {
  return (
    <>
      <StatusWord kind={day < reader.today ? 'neutral' : 'done'}>
        {reader.t(day < reader.today ? 'portal.validity.over' : 'portal.validity.until')}
      </StatusWord>{' '}
      <DateLine reader={reader} day={day} />
    </>
  )
}

/** 公开程序: which posts saw the text before it was released, one after the other; the people are not named. */
function handsInWords(reader: Reader, hands: readonly PublicHand[]): string {
  return hands
    .map((hand) => {
      const role = roles.find((one) => one === hand.post)
      const move = reader.t(`portal.hand.${hand.move}`)
      return role === undefined ? move : reader.t('portal.hand.by', { move, post: reader.t(`accounts.role.${role}`) })
    })
    .join(' → ')
}
