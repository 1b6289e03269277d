import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { MaterialStateWord } from '../../../catalogue/index.ts'
import { frozenRow, publicationRow } from '../../pages/publication-rows.tsx'
import type { BulletinView } from '../read-bulletin.ts'
import { bulletinTitle } from './bulletin-words.ts'
import { SectionBody, SectionHeading } from './section-items.tsx'

export interface BulletinPageProps {
  reader: Reader
  view: BulletinView
  done?: string
  /** What was typed, by section, when it could not be saved. */
  typed?: Record<string, string>
  errors?: FieldError[]
}

const dones = ['begun', 'saved', 'handed'] as const

/** A bulletin in the making: what the town published, section by section, the words of people, and the material that was handed in. */
export function BulletinPage(props: BulletinPageProps): VNode {
  const { reader, view, errors = [] } = props
  const { t } = reader
  const title = bulletinTitle(reader, view.unit, view.period)
  const done = dones.find((one) => one === props.done)
  return (
    <DeskPage reader={reader} title={title} section="reports" wide hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: t('bulletin.desk.title'), href: href(reader, '/desk/reports/bulletins') }, { label: title }]}
      />
      {done && <NotificationBanner type="success" titleText={title} text={t(`bulletin.done.${done}`)} />}
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Standing reader={reader} view={view} />
      <Materials reader={reader} view={view} />
      <Sections {...props} />
      <HandForm reader={reader} view={view} />
    </DeskPage>
  )
}

function Standing({ reader, view }: { reader: Reader; view: BulletinView }) {
  const { t } = reader
  const { issues, document, period, unit } = view
  return (
    <Facts
      rows={[
        {
          label: t('bulletin.column.quarter'),
          value: (
            <>
              <DateLine reader={reader} day={period.from} /> – <DateLine reader={reader} day={period.until} />
            </>
          ),
        },
        frozenRow(
          reader,
          t('bulletin.handed'),
          issues.map((issue) => ({ ...issue, at: issue.handedAt })),
          (n) => t('bulletin.issue', { n }),
        ),
        publicationRow(reader, document),
        {
          label: t('bulletin.public-page'),
          value: document?.publishedAt && (
            <a href={href(reader, `/reports/bulletins/${unit.code}/${period.code}`)}>{t('bulletin.public-page')}</a>
          ),
        },
      ]}
    />
  )
}

/** What was due ten days before the quarter ended: who handed it in, with both signatures, and who did not. */
function Materials({ reader, view }: { reader: Reader; view: BulletinView }) {
  const { t } = reader
  return (
    <section aria-labelledby="materials">
      <Heading level={2} id="materials">
        {t('bulletin.materials')}
      </Heading>
      {view.materials.length === 0 ? (
        <p class="gk-quiet">{t('bulletin.materials.none')}</p>
      ) : (
        <DataList
          caption={t('bulletin.materials')}
          columns={[
            { label: t('bulletin.column.unit') },
            { label: t('bulletin.column.due'), kind: 'day' },
            { label: t('bulletin.column.state'), kind: 'status' },
          ]}
          rows={view.materials.map(({ unit, task, material }) => ({
            href: href(reader, `/desk/materials/${task.id}`),
            cells: [
              nameIn(reader, unit),
              <DateLine reader={reader} day={task.dueOn} short />,
              <MaterialStateWord reader={reader} material={material} />,
            ],
            note: material?.words,
          }))}
        />
      )}
    </section>
  )
}

function Sections({ reader, view, typed, errors = [] }: BulletinPageProps) {
  const { t } = reader
  const { bulletin, unit, sections } = view
  if (!reader.may('reports.write', unit.path))
    return (
      <>
        {sections.map((section, at) => (
          <section aria-labelledby={`section-${section.code}`}>
            <SectionHeading {...{ reader, section, at }} />
            <SectionBody {...{ reader, section }} />
          </section>
        ))}
      </>
    )
  return (
    <Form reader={reader} action={`/desk/reports/bulletins/${bulletin.id}/words`} keep>
      <input type="hidden" name="version" value={bulletin.version} />
      {sections.map((section, at) => (
        <section aria-labelledby={`section-${section.code}`}>
          <SectionHeading {...{ reader, section, at }} />
          <SectionBody {...{ reader, section: { ...section, words: '' } }} />
          <TextareaField
            {...{ reader, errors, name: `words-${section.code}`, label: t('bulletin.words', { n: at + 1 }), optional: true, rows: 3 }}
            value={typed?.[section.code] ?? bulletin.texts[section.code] ?? ''}
          />
        </section>
      ))}
      <Actions>
        <Button text={t('bulletin.save')} />
      </Actions>
    </Form>
  )
}

function HandForm({ reader, view }: BulletinPageProps) {
  const { t } = reader
  const { bulletin, unit, obstacles } = view
  if (!reader.may('reports.write', unit.path)) return null
  return (
    <section aria-labelledby="hand">
      <Heading level={2} id="hand">
        {t('bulletin.hand')}
      </Heading>
      <Lead>{t('bulletin.hand.lead')}</Lead>
      {obstacles.map((one) => (
        <p class="gk-quiet">{t(`bulletin.refused.${one}`)}</p>
      ))}
      {obstacles.length > 0 ? null : (
        <Form reader={reader} action={`/desk/reports/bulletins/${bulletin.id}/hand`}>
          <input type="hidden" name="version" value={bulletin.version} />
          <Actions>
            <Button text={t('bulletin.hand')} />
          </Actions>
        </Form>
      )}
    </section>
  )
}
