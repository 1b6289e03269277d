import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Category } from '../queries.ts'

/** What the form of a new category holds, as typed. */
export interface CategoryDraft {
  parent: string
  code: string
  nameZh: string
  nameEn: string
}

export interface CategoryPageProps {
  reader: Reader
  categories: readonly Category[]
  draft: CategoryDraft
  errors?: FieldError[]
}

/** The form that adds a category to the catalogue, at the top or below another. */
export function CategoryPage({ reader, categories, draft, errors = [] }: CategoryPageProps): VNode {
  const title = reader.t('catalogue.category.new')
  const word = (name: keyof CategoryDraft) => ({ reader, errors, name, label: reader.t(`catalogue.category.${name}`), value: draft[name] })
  return (
    <DeskPage reader={reader} title={title} section="catalogue" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('catalogue.desk.title'), href: href(reader, '/desk/catalogue') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Form reader={reader} action="/desk/catalogue/categories/new" keep>
        <SelectField
          {...word('parent')}
          options={[
            { value: '', label: reader.t('catalogue.category.top') },
            ...categories.map((one) => ({ value: one.code, label: nameIn(reader, one) })),
          ]}
        />
        <TextField {...word('nameZh')} />
        <TextField {...word('nameEn')} />
        <TextField {...word('code')} hint={reader.t('catalogue.hint.code')} width={20} />
        <Actions>
          <Button text={reader.t('catalogue.category.save')} />
          <a href={href(reader, '/desk/catalogue')}>{reader.t('catalogue.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
