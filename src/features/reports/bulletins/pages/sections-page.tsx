import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextareaField, TextField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { BulletinForm } from '../load-bulletin-form.ts'
import type { Mapping } from '../section.ts'

export interface SectionsPageProps {
  reader: Reader
  form: BulletinForm
  mapping: Mapping
  /** The names of all lines and categories, by code. */
  names: ReadonlyMap<string, { nameZh: string; nameEn: string }>
  done: string
  /** What was typed, by section, when it could not be saved. */
  typed?: Record<string, string>
  errors?: FieldError[]
}

/** Which lines and categories fill each section: codes of the catalogue, with their names under them. */
export function SectionsPage({ reader, form, mapping, names, done, typed, errors = [] }: SectionsPageProps): VNode {
  const { t, lang } = reader
  const title = t('bulletin.sections.title')
  const hint = (codes: readonly string[]): string =>
    codes
      .map((code) =>
        names.has(code) ? nameIn(reader, names.get(code) ?? { nameZh: '', nameEn: '' }) : t('bulletin.sections.absent', { code }),
      )
      .join(lang === 'zh' ? '、' : '; ')
  return (
    <DeskPage reader={reader} title={title} section="reports" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: t('bulletin.desk.title'), href: href(reader, '/desk/reports/bulletins') }, { label: title }]}
      />
      {done === 'saved' && <NotificationBanner type="success" titleText={title} text={t('bulletin.done.saved')} />}
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{t('bulletin.sections.lead')}</Lead>
      <p class="gk-quiet">{lang === 'zh' ? form.basisZh : form.basisEn}</p>
      <Form reader={reader} action="/desk/reports/bulletins/sections" keep>
        {form.sections
          .filter(({ isRest }) => isRest !== true)
          .map((section, at) => (
            <TextareaField
              {...{ reader, errors, name: `codes-${section.code}`, rows: 2 }}
              label={t('bulletin.section', { n: at + 1, name: nameIn(reader, section) })}
              hint={hint(mapping.get(section.code) ?? [])}
              value={typed?.[section.code] ?? (mapping.get(section.code) ?? []).join('\n')}
            />
          ))}
        <p>{t('bulletin.sections.rest')}</p>
        <TextField
          {...{ reader, errors, name: 'codes-line', label: t('bulletin.sections.line'), hint: hint(mapping.get('line') ?? []) }}
          value={typed?.['line'] ?? (mapping.get('line') ?? []).join(' ')}
        />
        <Actions>
          <Button text={t('bulletin.save')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}
