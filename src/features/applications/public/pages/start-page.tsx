import type { VNode } from 'preact'
import { TextField } from '../../../../ui/field.tsx'
import { Actions } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'
import type { TakerGroup } from '../find-takers.ts'

export interface StartPageProps {
  reader: Reader
  takers: readonly TakerGroup[]
  words: string
  /** Working days for a reply, with where it is written. */
  term: { days: number; basis: string }
}

/** What an application is, that it is free, what it is not, and whom to ask. */
export function StartPage({ reader, takers, words, term }: StartPageProps): VNode {
  return (
    <PublicPage reader={reader} title={reader.t('apply.title')} description={reader.t('apply.lead')}>
      <Heading>{reader.t('apply.title')}</Heading>
      <Lead>{reader.t('apply.lead')}</Lead>
      <ul class="gk-measure">
        <li>{reader.t('apply.free')}</li>
        <li>{reader.t('apply.answered', { n: term.days, basis: term.basis })}</li>
        <li>{reader.t('apply.needs')}</li>
        <li>
          <a href={href(reader, '/track')}>{reader.t('apply.track-instead')}</a>
        </li>
      </ul>
      <details class="govuk-details gk-measure">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{reader.t('apply.not.title')}</span>
        </summary>
        <div class="govuk-details__text">
          <p>{reader.t('apply.not.complaints')}</p>
          <p>{reader.t('apply.not.published')}</p>
          <p>{reader.t('apply.not.papers')}</p>
        </div>
      </details>
      <Heading level={2}>{reader.t('apply.whom')}</Heading>
      <form class="gk-form" method="get" action={href(reader, '/apply')} role="search">
        <TextField
          reader={reader}
          name="q"
          label={reader.t('apply.search')}
          hint={reader.t('apply.search-hint')}
          value={words}
          width={30}
        />
        <Actions>
          <Button text={reader.t('apply.search-button')} classes="govuk-button--secondary" />
          {words === '' ? null : <a href={href(reader, '/apply')}>{reader.t('apply.all')}</a>}
        </Actions>
      </form>
      <Takers reader={reader} takers={takers} words={words} />
    </PublicPage>
  )
}

function Takers({ reader, takers, words }: Pick<StartPageProps, 'reader' | 'takers' | 'words'>) {
  if (takers.length === 0)
    return (
      <Empty title={reader.t('apply.nobody')}>
        <a href={href(reader, words === '' ? '/units' : '/apply')}>{reader.t(words === '' ? 'apply.nobody-now' : 'apply.all')}</a>
      </Empty>
    )
  return (
    <>
      {takers.map((group, at) => (
        <details class="gk-takers" open={at === 0 || words !== ''}>
          <summary>{reader.t('apply.group', { name: nameIn(reader, group.under), n: group.takers.length })}</summary>
          <ul class="gk-takers__list">
            {group.takers.map(({ unit, promiseDays }) => (
              <li>
                <a href={href(reader, `/apply/${unit.code}`)}>{nameIn(reader, unit)}</a>
                {promiseDays === undefined ? null : <span class="gk-quiet"> {reader.t('apply.promise', { n: promiseDays })}</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
