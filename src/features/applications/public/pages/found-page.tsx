import type { VNode } from 'preact'
import type { Unit } from '../../../organisations/index.ts'
import { TextareaField } from '../../../../ui/field.tsx'
import { Entries } from '../../../../ui/entries.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Heading } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { Draft } from '../draft.ts'
import type { Match } from '../find-matches.ts'
import { ApplyFrame } from './apply-frame.tsx'
import { HiddenFields, StepButton } from './hidden-fields.tsx'

export interface FoundPageProps {
  reader: Reader
  unit: Unit
  draft: Draft
  once: string
  matches: readonly Match[]
}

/** The second screen: what is published already and may answer this, and the request in parts where it names several matters. */
export function FoundPage({ reader, unit, draft, once, matches }: FoundPageProps): VNode {
  const hasParts = draft.wish.items.length > 1
  return (
    <ApplyFrame
      {...{ reader, unit, errors: [], screen: 'found' }}
      title={reader.t(matches.length > 0 ? 'apply.found.title' : 'apply.found.none')}
      lead={reader.t(matches.length > 0 ? 'apply.found.lead' : 'apply.found.none-lead')}
    >
      {matches.length > 0 ? <Published reader={reader} unit={unit} matches={matches} /> : null}
      <Form reader={reader} action={`/apply/${unit.code}`} once={once}>
        <HiddenFields draft={draft} shown={hasParts ? ['item'] : []} />
        {hasParts ? <Parts reader={reader} items={draft.wish.items} /> : null}
        <Actions>
          <StepButton step="who" text={reader.t('apply.found.on')} />
          <StepButton step="wish" text={reader.t('apply.found.back')} second />
        </Actions>
      </Form>
    </ApplyFrame>
  )
}

/** What was found, and under it the way out for whoever is answered by it. */
function Published({ reader, unit, matches }: Pick<FoundPageProps, 'reader' | 'unit' | 'matches'>) {
  return (
    <>
      <Entries reader={reader} entries={matches.map((match) => entryOf(reader, match))} />
      <Form reader={reader} action={`/apply/${unit.code}`}>
        <Actions>
          <StepButton step="stop" text={reader.t('apply.found.stop')} second />
        </Actions>
      </Form>
    </>
  )
}

function entryOf(reader: Reader, { line, unit }: Match) {
  return {
    title: <span lang={line.language === 'zh' ? 'zh-CN' : 'en'}>{line.title}</span>,
    href: href(reader, `/documents/${line.indexNumber}`),
    day: line.publishedOn,
    note: [unit === undefined ? '' : nameIn(reader, unit), line.documentNumber].filter((word) => word !== '').join(' · '),
  }
}

/** The things asked for, each in a box of its own, and an empty one for what was missed. */
function Parts({ reader, items }: { reader: Reader; items: readonly string[] }) {
  return (
    <>
      <Heading level={2}>{reader.t('apply.parts.title', { n: items.length })}</Heading>
      <p class="gk-measure">{reader.t('apply.parts.lead')}</p>
      {[...items, ''].slice(0, 20).map((item, at) => (
        <TextareaField
          reader={reader}
          name={`item-${at + 1}`}
          label={item === '' ? reader.t('apply.parts.more') : reader.t('apply.parts.part', { n: at + 1 })}
          value={item}
          rows={2}
        />
      ))}
    </>
  )
}
