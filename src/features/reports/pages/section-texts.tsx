import type { VNode } from 'preact'
import { TextareaField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { MadeReport } from '../making/made.ts'
import type { MadePageProps } from './made-props.ts'

export interface SectionTextsProps extends Pick<MadePageProps, 'typed'> {
  reader: Reader
  report: MadeReport
  errors: FieldError[]
  numeral: string
  /** The section as the page calls it. */
  name: string
  /** People must write it. */
  isJudgement: boolean
}

/** What people write in a section: in Chinese, and on request in English. */
export function SectionTexts(props: SectionTextsProps): VNode {
  const { reader, report, typed, errors, numeral, name, isJudgement } = props
  const { t } = reader
  const rows = isJudgement ? 8 : 3
  const valueOf = (key: string): string => typed?.texts[key] ?? report.texts[key] ?? ''
  const english = `${numeral}/en`
  return (
    <>
      <TextareaField
        {...{
          reader,
          errors,
          name: `text-${numeral}`,
          value: valueOf(numeral),
          rows,
          label: t('reports.making.text-of', { section: name }),
        }}
        {...(isJudgement ? { hint: t('reports.making.judgement-hint') } : { optional: true })}
      />
      <StandsNow {...props} of={numeral} />
      <details class="govuk-details" open={valueOf(english) !== ''}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            {t('reports.making.in-english')}
            <span class="govuk-visually-hidden">: {name}</span>
          </span>
        </summary>
        <TextareaField
          {...{ reader, errors, name: `text-${english}`, value: valueOf(english), rows }}
          label={t('reports.making.text-en-of', { section: name })}
        />
        <StandsNow {...props} of={english} />
      </details>
    </>
  )
}

/** Where a form comes back: what somebody else has saved in its place since, so that it can be compared. */
function StandsNow({ reader, report, typed, of }: SectionTextsProps & { of: string }) {
  const saved = report.texts[of] ?? ''
  if (typed?.texts[of] === undefined || typed.texts[of] === saved || saved === '') return null
  return (
    <div class="govuk-inset-text gk-stands-now">
      <p>
        <strong>{reader.t('reports.making.stands-now')}</strong>
      </p>
      <p lang={of.endsWith('/en') ? 'en' : 'zh-CN'}>{saved}</p>
    </div>
  )
}
