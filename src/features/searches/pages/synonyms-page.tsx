import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions } from '../../../ui/form.tsx'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { Group } from '../group.ts'

export interface SynonymsPageProps {
  reader: Reader
  own: readonly Group[]
  national: readonly (readonly string[])[]
  done: string
}

/** The words that a search takes for one another: the city's own groups, and those that come with the program. */
export function SynonymsPage({ reader, own, national, done }: SynonymsPageProps): VNode {
  const { t } = reader
  const isDone = done === 'saved' || done === 'removed'
  const mayChange = reader.may('searches.synonyms')
  return (
    <DeskPage reader={reader} title={t('searches.synonyms.title')} section="searches">
      <Trail
        reader={reader}
        steps={[{ label: t('searches.title'), href: href(reader, '/desk/searches') }, { label: t('searches.synonyms.title') }]}
      />
      {isDone ? <NotificationBanner type="success" titleText={t('searches.done')} text={t(`searches.done.${done}`)} /> : null}
      <Heading>{t('searches.synonyms.title')}</Heading>
      <Lead>{t('searches.synonyms.lead')}</Lead>
      {mayChange ? (
        <Actions>
          <a class="govuk-button" href={href(reader, '/desk/synonyms/new')}>
            {t('searches.synonyms.new')}
          </a>
        </Actions>
      ) : null}
      <section aria-labelledby="own">
        <Heading level={2} id="own">
          {t('searches.synonyms.own')}
        </Heading>
        {own.length === 0 ? (
          <Empty title={t('searches.synonyms.none')} />
        ) : (
          <ul class="gk-groups">
            {own.map((group) => (
              <li>
                {mayChange ? (
                  <a href={href(reader, `/desk/synonyms/${group.id}`)}>{said(reader, group.words)}</a>
                ) : (
                  said(reader, group.words)
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="national">
        <Heading level={2} id="national">
          {t('searches.synonyms.national', { n: national.length })}
        </Heading>
        <ul class="gk-groups">
          {national.map((words) => (
            <li>{said(reader, words)}</li>
          ))}
        </ul>
      </section>
    </DeskPage>
  )
}

function said(reader: Reader, words: readonly string[]): string {
  return words.join(reader.t('searches.synonyms.comma'))
}
