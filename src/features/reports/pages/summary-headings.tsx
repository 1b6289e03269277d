import type { VNode } from 'preact'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { saySentence } from '../summaries/say-summary.ts'
import type { SummaryView } from '../summaries/read-summary.ts'
import { livePath, SummarySentence, SummarySentences, type NumberLink } from './summary-sentences.tsx'
import { WritableForm } from './writable-form.tsx'
import type { SummaryPageProps } from './summary-props.ts'

/** The headings of a summary: what the records say under each, the problems that they propose, and the text that people write. */
export function SummaryHeadings({ reader, view, typed, errors = [] }: SummaryPageProps): VNode {
  const { t } = reader
  const { summary, unit, made, headings } = view
  const texts = { ...summary.texts, ...typed?.texts }
  const mayWrite = reader.may('reports.write', unit.path)
  const link: NumberLink = (number) => href(reader, livePath('desk', number, unit.code, summary.period))
  return (
    <WritableForm {...{ reader, mayWrite, action: `/desk/summaries/${summary.id}/texts`, version: summary.version }}>
      {headings.map((heading, at) => {
        const { code, isProblems } = heading
        const name = nameIn(reader, heading)
        const facts = made.content.headings.find((one) => one.code === code)?.facts ?? []
        return (
          <section aria-labelledby={`heading-${code}`}>
            <Heading level={2} id={`heading-${code}`}>
              {name}
            </Heading>
            {facts.length === 0 && isProblems !== true && at < headings.length - 1 ? (
              <p class="gk-quiet">{t('summary.made.nothing')}</p>
            ) : (
              <SummarySentences {...{ reader, link }} sentences={facts} />
            )}
            {isProblems === true ? <Proposals {...{ reader, view, link, mayWrite }} taken={typed?.taken ?? summary.taken} /> : null}
            {mayWrite ? (
              <>
                <TextareaField
                  {...{
                    reader,
                    errors,
                    name: `text-${code}`,
                    value: texts[code] ?? '',
                    rows: 5,
                    label: t('summary.made.text', { heading: name }),
                  }}
                  hint={reader.lang === 'zh' ? heading.askZh : heading.askEn}
                />
                <TextareaField
                  {...{ reader, errors, name: `text-${code}/en`, value: texts[`${code}/en`] ?? '', rows: 2 }}
                  label={t('summary.made.text-en', { heading: name })}
                />
              </>
            ) : (
              <p>{texts[code]}</p>
            )}
          </section>
        )
      })}
      {mayWrite ? (
        <Actions>
          <Button text={t('summary.made.save')} />
        </Actions>
      ) : null}
    </WritableForm>
  )
}

/** The problems that the records propose: each a tick, with its figures open below. */
function Proposals({
  reader,
  view,
  link,
  taken,
  mayWrite,
}: {
  reader: Reader
  view: SummaryView
  link: NumberLink
  taken: string[]
  mayWrite: boolean
}) {
  const { t, lang } = reader
  const { proposed, told } = view.made
  if (proposed.length === 0) return <p class="gk-quiet">{t('summary.made.none-proposed')}</p>
  const sources = (
    <ul class="govuk-list govuk-list--bullet">
      {told.map((sentence) => (
        <li>
          <SummarySentence {...{ reader, sentence, link }} />
        </li>
      ))}
    </ul>
  )
  if (!mayWrite) return sources
  return (
    <>
      <CheckboxesField
        {...{ reader, name: 'taken', label: t('summary.made.proposed'), hint: t('summary.made.proposed.hint'), values: taken }}
        choices={proposed.map(({ code }, at) => ({ value: code, label: told[at] === undefined ? code : saySentence(t, lang, told[at]) }))}
      />
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{t('summary.made.problem-figures')}</span>
        </summary>
        <div class="govuk-details__text">{sources}</div>
      </details>
    </>
  )
}
