import type { z } from 'zod'
import type { Call } from '../../platform/http/api/call.ts'
import { saySentence, summaryState, type FiledSentence, type SummaryLine, type SummaryView } from '../reports/index.ts'
import { linksTo, viewPublication, viewUnit } from './own-report.ts'
import type { summariesPage, summaryStanding, summaryWhole } from './report-give-forms.ts'
import { viewDrift, viewFiling } from './view-report.ts'

type Whole = z.infer<typeof summaryWhole>

/** A summary in one line of a list. */
export function viewSummaryLine(call: Call, { unit, summary, state }: SummaryLine): z.infer<typeof summariesPage>['items'][number] {
  return { id: summary.id, unit: viewUnit(unit), year: Number(summary.period), state, ...linksTo(call, 'summaries', summary.id) }
}

/** Where a summary stands. */
export function viewSummaryStanding(call: Call, view: SummaryView): z.infer<typeof summaryStanding> {
  const { unit, summary, filings, document, silent } = view
  return {
    ...viewSummaryLine(call, { unit, summary, state: summaryState(filings.length > 0, document) }),
    ...{ silent: silent.map(({ code }) => code), document: viewPublication(call, document) },
  }
}

/** A summary whole: what the records say and propose, and what people wrote. */
export function viewSummary(call: Call, view: SummaryView): Whole {
  const { summary, made, headings, filings, drift } = view
  const isRequired = (code: string) => headings.some((heading) => heading.code === code && heading.isRequired === true)
  return {
    ...viewSummaryStanding(call, view),
    headings: made.content.headings.map(({ code, nameZh, nameEn, facts, textZh, textEn }) => ({
      ...{ code, nameZh, nameEn, isRequired: isRequired(code), facts: facts.map((fact) => viewSentence(call, fact)), textZh, textEn },
    })),
    problems: made.proposed.flatMap(({ code }, at) => {
      const sentence = made.told[at]
      return sentence === undefined ? [] : { ...viewSentence(call, sentence), code, isTaken: summary.taken.includes(code) }
    }),
    ...{ filings: filings.map(viewFiling), drift: viewDrift(drift) },
  }
}

function viewSentence({ t, lang }: Call, sentence: FiledSentence): Whole['headings'][number]['facts'][number] {
  const numbers = sentence.numbers.map(({ name, value, figure, isByHand = false, isAtLeast = false }) => ({
    ...{ name, value, figure: figure ?? null, isByHand, isAtLeast },
  }))
  return { words: saySentence(t, lang, sentence), numbers }
}
