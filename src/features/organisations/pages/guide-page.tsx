import type { VNode } from 'preact'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import { completeness, missingFields, statutoryFields, type Unit } from '../unit.ts'
import { GuideProactive, TermTable } from './guide-proactive.tsx'
import type { GuidePageProps } from './guide-props.ts'
import { UnitFacts } from './unit-facts.tsx'
import { fieldsInWords } from './unit-words.ts'

/** The guide of disclosure: what is open, how it is ordered, how to get it, whom to ask, and what to do when that fails (OGI-2019 art. 12). */
export function GuidePage(props: GuidePageProps): VNode {
  const { reader, unit, isWholeCity } = props
  const title = reader.t('organisations.guide.title', { unit: nameIn(reader, unit) })
  return (
    <PublicPage reader={reader} title={title} section="guide" description={reader.t('organisations.guide.lead')}>
      {isWholeCity ? null : (
        <Trail
          reader={reader}
          steps={[
            { label: reader.t('organisations.guide.short'), href: href(reader, '/guide') },
            { label: nameIn(reader, unit), href: href(reader, `/units/${unit.code}`) },
            { label: title },
          ]}
        />
      )}
      <Heading>{title}</Heading>
      <Lead>{reader.t('organisations.guide.lead')}</Lead>
      <p class="gk-quiet">
        {reader.t('organisations.guide.as-of')} <DateLine reader={reader} day={reader.today} />
      </p>
      <Contents reader={reader} hasGuides={props.guides.length > 0} />
      <GuideProactive {...props} />
      <OnApplication {...props} />
      <Supervision reader={reader} />
      <WorkingBody reader={reader} unit={unit} />
      <OtherGuides reader={reader} guides={props.guides} />
    </PublicPage>
  )
}

const parts = ['proactive', 'application', 'supervision', 'office'] as const

function Contents({ reader, hasGuides }: { reader: Reader; hasGuides: boolean }) {
  const names = [...parts, ...(hasGuides ? (['guides'] as const) : [])]
  return (
    <nav class="gk-no-print" aria-label={reader.t('organisations.public.contents')}>
      <ul>
        {names.map((part) => (
          <li>
            <a href={`#${part}`}>{reader.t(`organisations.guide.${part}.title`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OnApplication({ reader, unit, applicationTerms }: GuidePageProps) {
  return (
    <section aria-labelledby="application">
      <Heading level={2} id="application">
        {reader.t('organisations.guide.application.title')}
      </Heading>
      <p>{reader.t('organisations.guide.application.who')}</p>
      <Heading level={3}>{reader.t('organisations.guide.application.how')}</Heading>
      <ol>
        {(['write', 'ways', 'aloud', 'once', 'answer'] as const).map((step) => (
          <li>{reader.t(`organisations.guide.application.${step}`)}</li>
        ))}
      </ol>
      <Heading level={3}>{reader.t('organisations.guide.application.body')}</Heading>
      <UnitFacts reader={reader} unit={unit} fields={['contact', 'address', 'hours', 'telephone', 'fax', 'email']} />
      <Heading level={3}>{reader.t('organisations.guide.application.limits')}</Heading>
      {applicationTerms.length === 0 ? (
        <p>{reader.t('organisations.guide.application.limits-by-law')}</p>
      ) : (
        <TermTable reader={reader} caption={reader.t('organisations.guide.application.limits')} terms={applicationTerms} />
      )}
    </section>
  )
}

function Supervision({ reader }: { reader: Reader }) {
  return (
    <section aria-labelledby="supervision">
      <Heading level={2} id="supervision">
        {reader.t('organisations.guide.supervision.title')}
      </Heading>
      <ul>
        {(['ask', 'complain', 'remedies', 'record'] as const).map((way) => (
          <li>{reader.t(`organisations.guide.supervision.${way}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function WorkingBody({ reader, unit }: { reader: Reader; unit: Unit }) {
  const gaps = missingFields(unit).filter((field) => statutoryFields.includes(field))
  return (
    <section aria-labelledby="office">
      <Heading level={2} id="office">
        {reader.t('organisations.guide.office.title')}
      </Heading>
      {gaps.length === 0 ? null : (
        <div class="gk-banner gk-banner--refused">
          <p class="gk-banner__title">{reader.t('organisations.guide.office.gap-title')}</p>
          <p>{reader.t('organisations.guide.office.gap', { list: fieldsInWords(reader, gaps), percent: completeness(unit) })}</p>
        </div>
      )}
      <p>
        <strong>{nameIn(reader, unit)}</strong>
      </p>
      <UnitFacts
        reader={reader}
        unit={unit}
        gaps={gaps}
        fields={['contact', 'address', 'hours', 'telephone', 'fax', 'email', 'web', 'responsible', 'functions']}
      />
      <p class="gk-quiet">
        {reader.t('organisations.list.checked')}: <DateLine reader={reader} day={unit.profileOn} />
      </p>
    </section>
  )
}

function OtherGuides({ reader, guides }: { reader: Reader; guides: readonly Unit[] }) {
  if (guides.length === 0) return null
  return (
    <section class="gk-no-print" aria-labelledby="guides">
      <Heading level={2} id="guides">
        {reader.t('organisations.guide.guides.title')}
      </Heading>
      <ul>
        {guides.map((one) => (
          <li>
            <a href={href(reader, `/guide/${one.code}`)}>{nameIn(reader, one)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
