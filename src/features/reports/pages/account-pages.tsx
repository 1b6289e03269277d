import type { VNode } from 'preact'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { Account } from '../figures/read-account.ts'
import type { FigureView } from '../figures/read-figure.ts'
import { AccountBody, PeriodsToChoose } from './account-body.tsx'
import { FigureBody } from './figure-body.tsx'
import { askedName, figurePath, figureWords } from './figure-words.ts'
import { figureName } from './part-words.ts'

/** What a city, or one of its units, did in a period: every figure, open. */
export function AccountPage({ reader, account }: { reader: Reader; account: Account }): VNode {
  const { t } = reader
  const { unit, units } = account.question
  const title = unit === undefined ? t('account.title') : t('account.of-unit', { unit: nameIn(reader, unit) })
  const below = units.filter((one) => one.parentId === (unit?.id ?? units.find((top) => top.parentId === undefined)?.id))
  return (
    <PublicPage reader={reader} title={title} section="units" wide description={t('account.lead')}>
      {unit === undefined ? null : <AccountTrail reader={reader} page={nameIn(reader, unit)} />}
      <Heading>{title}</Heading>
      <Lead>{t('account.lead')}</Lead>
      <PeriodsToChoose
        reader={reader}
        question={account.question}
        path={(period) => figurePath('public', undefined, { unit: unit?.code, period })}
      />
      <AccountBody reader={reader} account={account} place="public" />
      <ul class="govuk-list">
        <li>
          <a href={href(reader, '/reports')}>{t('account.to-reports')}</a>
        </li>
        <li>
          <a href={href(reader, '/reports/summaries')}>{t('summary.public.title')}</a>
        </li>
        <li>
          <a href={href(reader, figurePath('public', { code: 'by-line' }, { unit: unit?.code, period: account.question.period.code }))}>
            {t('summary.by-line.title')}
          </a>
        </li>
        <li>
          <a href={href(reader, '/promises')}>{t('account.to-promises')}</a>
        </li>
        <li>
          <a href={href(reader, '/applications')}>{t('account.to-statistics')}</a>
        </li>
      </ul>
      {below.length === 0 ? null : (
        <>
          <Heading level={2}>{t('account.units')}</Heading>
          <ul class="govuk-list gk-account__units">
            {below.map((one) => (
              <li>
                <a href={href(reader, figurePath('public', undefined, { unit: one.code, period: account.question.period.code }))}>
                  {nameIn(reader, one)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  )
}

/** One figure in public, with its records. */
export function AccountFigurePage({ reader, view, after }: { reader: Reader; view: FigureView; after: number }): VNode {
  const { figure } = view.value
  const { means } = figureWords(reader, figure.code)
  const name = figureName(reader, figure)
  return (
    <PublicPage reader={reader} title={name} section="units" wide description={means}>
      <AccountTrail reader={reader} page={name} />
      <Heading kicker={askedName(reader, view.account.question)}>{name}</Heading>
      <FigureBody {...{ reader, view, after }} place="public" />
    </PublicPage>
  )
}

function AccountTrail({ reader, page }: { reader: Reader; page: string }) {
  return <Trail reader={reader} steps={[{ label: reader.t('account.title'), href: href(reader, '/account') }, { label: page }]} />
}
