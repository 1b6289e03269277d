import type { VNode } from 'preact'
import { sayMoment } from '../../../ui/chain.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { ErrorBox } from '../../../ui/form.tsx'
import { Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { href, nameIn } from '../../../ui/reader.ts'
import type { Colleague } from '../../accounts/index.ts'
import type { RumourStep } from '../queries.ts'
import { ClockWords } from './clock-words.tsx'
import { RumourForms, type RumourFormsProps } from './rumour-forms.tsx'
import { StateOfRumour } from './rumours-page.tsx'

export interface RumourPageProps extends RumourFormsProps {
  steps: readonly RumourStep[]
  people: ReadonlyMap<number, Colleague>
}

/** One thing that circulates: what, since when, by when the answer is due, the next step, and what was done. */
export function RumourPage(props: RumourPageProps): VNode {
  const { reader, view, errors } = props
  const { rumour, unit, document, briefing } = view
  const title = rumour.claim.slice(0, 60)
  return (
    <DeskPage reader={reader} title={title} section="clarifications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('clarifications.list.title'), href: href(reader, '/desk/clarifications') },
          { label: reader.t('clarifications.number', { n: rumour.id }) },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={`${nameIn(reader, unit)} · ${reader.t('clarifications.number', { n: rumour.id })}`}>{title}</Heading>
      <Facts
        rows={[
          { label: reader.t('clarifications.state'), value: <StateOfRumour reader={reader} view={view} /> },
          { label: reader.t('clarifications.due'), value: <ClockWords reader={reader} dueAt={view.dueAt} clock={view.clock} /> },
          {
            label: reader.t('clarifications.briefing'),
            value: briefing && <ClockWords reader={reader} dueAt={briefing.dueAt} clock={briefing.clock} />,
          },
          { label: reader.t('clarifications.claim'), value: rumour.claim },
          { label: reader.t('clarifications.place'), value: rumour.place },
          { label: reader.t('clarifications.reporter'), value: rumour.reporter },
          { label: reader.t('clarifications.known'), value: sayMoment(rumour.reportedAt, reader) },
          { label: reader.t('clarifications.verdict'), value: rumour.verdict && reader.t(`clarifications.verdict.${rumour.verdict}`) },
          { label: reader.t('clarifications.finding'), value: rumour.finding },
          {
            label: reader.t('clarifications.document'),
            value: document && <a href={href(reader, `/desk/documents/${document.id}`)}>{document.indexNumber}</a>,
          },
          { label: reader.t('clarifications.close-reason'), value: rumour.closeReason },
        ]}
      />
      <RumourForms {...props} />
      <Heading level={2}>{reader.t('clarifications.history')}</Heading>
      <Steps {...props} />
    </DeskPage>
  )
}

function Steps({ reader, steps, people }: RumourPageProps) {
  return (
    <ul class="gk-history">
      {[...steps].reverse().map((step) => {
        const person = people.get(step.byId)
        return (
          <li>
            <time datetime={step.at.toISOString()}>{sayMoment(step.at, reader)}</time> · {reader.t(`clarifications.did.${step.move}`)}
            {person === undefined ? '' : ` · ${nameIn(reader, person)}`}
            {step.words === '' ? '' : ` · ${step.words}`}
          </li>
        )
      })}
    </ul>
  )
}
