import type { VNode } from 'preact'
import type { Calendar } from '../../../../kernel/calendar.ts'
import { sayNumber } from '../../../../kernel/translate.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Actions } from '../../../../ui/form.tsx'
import { Empty, Heading, Lead } from '../../../../ui/heading.tsx'
import { FilteredList, ListHead, Pager } from '../../../../ui/list.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { filtersSet, mostSearched, queryOf, registerViews, writeKey, type Listing } from '../listing.ts'
import type { Register } from '../read-register.ts'
import { CaseList } from './case-list.tsx'
import { IdentityForm } from './identity-page.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { UnconfirmedLetters } from './unconfirmed-letters.tsx'

export interface RegisterPageProps {
  reader: Reader
  register: Register
  listing: Listing
  calendar: Calendar
  /** Not the first page. */
  isLater: boolean
}

/** The register of the units that somebody reaches: letters to confirm first, then the part that is looked at, with its filters. */
export function RegisterPage({ reader, register, listing, calendar, isLater }: RegisterPageProps): VNode {
  const { t } = reader
  const title = t('applications.register.title')
  const address = (more: Record<string, string> = {}) => href(reader, `/desk/applications?${queryOf(listing, more)}`)
  return (
    <DeskPage reader={reader} title={title} section="applications" wide>
      <Heading>{title}</Heading>
      <Lead>{t('applications.register.lead')}</Lead>
      <WaysOn reader={reader} mails={register.mails} />
      <UnconfirmedLetters reader={reader} letters={register.letters} />
      <Views reader={reader} listing={listing} />
      <FilteredList filters={<RegisterFilters reader={reader} listing={listing} units={register.units} />}>
        <RegisterHead reader={reader} register={register} listing={listing} />
        {register.lines.length === 0 ? (
          <Empty title={t(filtersSet(listing) > 0 ? 'applications.register.none-such' : `applications.register.none.${listing.view}`)}>
            {filtersSet(listing) > 0 ? (
              <a href={href(reader, `/desk/applications?view=${listing.view}`)}>{t('applications.register.without-filters')}</a>
            ) : null}
          </Empty>
        ) : (
          <CaseList reader={reader} lines={register.lines} calendar={calendar} caption={t(`applications.register.view.${listing.view}`)} />
        )}
        <Pager
          reader={reader}
          newer={isLater ? address() : undefined}
          older={register.next === undefined ? undefined : address({ after: writeKey(register.next) })}
        />
        <IdentityForm reader={reader} />
      </FilteredList>
    </DeskPage>
  )
}

function WaysOn({ reader, mails }: { reader: Reader; mails: number | undefined }): VNode {
  const { t } = reader
  return (
    <Actions>
      {reader.may('applications.register') ? (
        <a class="govuk-button" href={href(reader, '/desk/applications/new')}>
          {t('applications.register.new')}
        </a>
      ) : null}
      {mails === undefined ? null : <a href={href(reader, '/desk/applications/mail')}>{t('applications.mail.entry', { n: mails })}</a>}
      {reader.may('applications.errand') ? <a href={href(reader, '/desk/errands')}>{t('applications.handling.errand.list')}</a> : null}
      {reader.may('applications.counters') ? (
        <>
          <a href={href(reader, '/desk/applications/counters')}>{t('applications.handling.counter.title')}</a>
          <a href={href(reader, '/desk/applications/mailboxes')}>{t('applications.mail.mailboxes')}</a>
        </>
      ) : null}
      {reader.may('applications.board') ? <a href={href(reader, '/desk/applications/board')}>{t('applications.register.board')}</a> : null}
      <a href={href(reader, '/desk/applications/ledger')}>{t('applications.register.ledger')}</a>
      <a href={href(reader, '/desk/applications/deadlines.ics')}>{t('applications.register.calendar')}</a>
    </Actions>
  )
}

function Views({ reader, listing }: { reader: Reader; listing: Listing }): VNode {
  return (
    <nav class="gk-kinds" aria-label={reader.t('applications.register.views')}>
      <ul class="gk-kinds__list">
        {registerViews.map((view) => (
          <li>
            <a
              class="gk-kinds__kind"
              href={href(reader, `/desk/applications?${queryOf({ ...listing, view })}`)}
              aria-current={view === listing.view ? 'page' : undefined}
            >
              {reader.t(`applications.register.view.${view}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function RegisterHead({ reader, register, listing }: Pick<RegisterPageProps, 'reader' | 'register' | 'listing'>): VNode {
  const { t } = reader
  const { count, isMore } = register
  const said = sayNumber(count, reader.lang)
  return (
    <>
      <ListHead count={t(isMore ? 'applications.register.count-more' : 'applications.register.count', { n: count, said })}>
        {count === 0 ? null : (
          <a href={href(reader, `/desk/applications.csv?${queryOf(listing)}`)}>{t('applications.register.download')}</a>
        )}
      </ListHead>
      {isMore && listing.text !== '' ? (
        <p class="gk-quiet">{t('applications.register.searched', { n: sayNumber(mostSearched, reader.lang) })}</p>
      ) : null}
    </>
  )
}
