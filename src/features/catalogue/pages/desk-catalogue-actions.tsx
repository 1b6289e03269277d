import type { VNode } from 'preact'
import { Actions } from '../../../ui/form.tsx'
import { href, type Reader } from '../../../ui/reader.ts'

/** What can be done with the catalogue as a whole. */
export function DeskCatalogueActions({ reader }: { reader: Reader }): VNode {
  const mayArrange = reader.may('catalogue.arrange')
  return (
    <Actions>
      {mayArrange ? (
        <>
          <a class="govuk-button" href={href(reader, '/desk/catalogue/duties/new')}>
            {reader.t('catalogue.duty.new')}
          </a>
          <a href={href(reader, '/desk/catalogue/categories/new')}>{reader.t('catalogue.category.new')}</a>
          <a href={href(reader, '/desk/catalogue/import')}>{reader.t('catalogue.import.title')}</a>
        </>
      ) : null}
      <a href={href(reader, '/desk/catalogue/templates')}>{reader.t('catalogue.templates.title')}</a>
      <a href={href(reader, '/desk/catalogue/proposals')}>{reader.t('catalogue.proposals.title')}</a>
    </Actions>
  )
}
