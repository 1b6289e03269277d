import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Actions } from '../../../../ui/form.tsx'
import { Empty, Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import type { StoredItem } from '../../cases/queries-items.ts'
import type { CaseView } from '../../cases/read-case.ts'
import type { GuidePath, GuideStep } from '../../law/guide.ts'
import { leafByCode, type Leaf } from '../../law/leaf.ts'
import { outcomes } from '../../load-outcomes.ts'

export interface GuidePageProps {
  reader: Reader
  view: CaseView
  item: StoredItem
  step: GuideStep
  /** Earlier decisions of this unit under the outcome at the end. */
  earlier: readonly { ref: string; number: string; ground: string }[]
  /** The edition that governs the case knows the outcome. */
  isOfDay: boolean
}

/** One question of the guide after another, with the way so far; at its end the outcome, its article, and how it was decided before. */
export function GuidePage(props: GuidePageProps): VNode {
  const { reader, view, item, step } = props
  const { t } = reader
  const title = t('applications.handling.guide.title')
  const home = `/desk/applications/${view.application.ref}`
  return (
    <DeskPage reader={reader} title={title} section="applications">
      <Trail
        reader={reader}
        steps={[
          { label: t('applications.list.title'), href: href(reader, '/desk/applications') },
          { label: view.application.number, href: href(reader, home) },
          { label: t('applications.item.title', { n: item.position }), href: href(reader, `${home}/items/${item.id}`) },
          { label: title },
        ]}
      />
      <Heading kicker={view.application.number}>{title}</Heading>
      <Lead>{item.words}</Lead>
      {step.kind === 'question' ? <Question {...props} /> : <End {...props} />}
      <Way {...props} />
    </DeskPage>
  )
}

function say(reader: Reader, words: { zh: string; en: string }): string {
  return reader.lang === 'zh' ? words.zh : words.en
}

/** The address of the guide after these answers. */
function after({ reader, view, item }: GuidePageProps, path: GuidePath, more: Record<string, string> = {}): string {
  const answers = { ...Object.fromEntries(path.map(({ question, answer }) => [question.id, answer.id])), ...more }
  const query = new URLSearchParams(answers).toString()
  return href(reader, `/desk/applications/${view.application.ref}/guide/${item.id}${query === '' ? '' : `?${query}`}`)
}

function Question(props: GuidePageProps) {
  const { reader, step } = props
  if (step.kind !== 'question') return null
  const { question, path } = step
  const help = reader.lang === 'zh' ? question.helpZh : question.helpEn
  return (
    <nav aria-labelledby="question">
      <Heading level={2} id="question">
        {say(reader, question)}
      </Heading>
      {help === undefined ? null : <p class="gk-quiet">{help}</p>}
      {question.answers.map((answer) => (
        <p>
          <a class="govuk-button govuk-button--secondary" href={after(props, path, { [question.id]: answer.id })}>
            {say(reader, answer)}
          </a>
        </p>
      ))}
    </nav>
  )
}

function End({ reader, view, item, step, earlier, isOfDay }: GuidePageProps) {
  const { t } = reader
  const leaf = step.kind === 'end' ? leafByCode(outcomes, step.outcome) : undefined
  if (step.kind !== 'end' || leaf === undefined) return null
  if (!isOfDay) return <Empty title={t('applications.handling.guide.other-edition')} />
  const parts = step.withheldLeaves.flatMap((code) => leafByCode(outcomes, code) ?? [])
  const query = new URLSearchParams({ leaf: leaf.code, withheld: step.withheldLeaves.join(',') }).toString()
  const home = href(reader, `/desk/applications/${view.application.ref}/items/${item.id}`)
  return (
    <>
      <Heading level={2}>{t('applications.handling.guide.end')}</Heading>
      <LeafFacts reader={reader} leaf={leaf} />
      {parts.map((part) => (
        <LeafFacts reader={reader} leaf={part} isPart />
      ))}
      {view.application.endedOn === undefined ? (
        <Actions>
          <a class="govuk-button" href={`${home}?${query}`}>
            {t('applications.handling.guide.take')}
          </a>
        </Actions>
      ) : null}
      <Heading level={3}>{t('applications.item.earlier')}</Heading>
      {earlier.length === 0 ? <p class="gk-quiet">{t('applications.handling.guide.no-earlier')}</p> : null}
      <ul>
        {earlier.map((one) => (
          <li>
            <a href={href(reader, `/desk/applications/${one.ref}`)}>{one.number}</a> · {one.ground}
          </li>
        ))}
      </ul>
    </>
  )
}

function LeafFacts({ reader, leaf, isPart }: { reader: Reader; leaf: Leaf; isPart?: true }) {
  const { t, lang } = reader
  const isZh = lang === 'zh'
  return (
    <Facts
      rows={[
        {
          label: t(isPart ? 'applications.handling.guide.part' : 'applications.handling.guide.outcome'),
          value: `${leaf.code} · ${isZh ? leaf.labelZh : leaf.labelEn}`,
        },
        { label: t('applications.handling.guide.basis'), value: isZh ? leaf.basisZh : leaf.basisEn },
        { label: t('applications.handling.guide.force'), value: leaf.force && t(`applications.handling.guide.force.${leaf.force}`) },
        { label: t('applications.handling.guide.note'), value: isZh ? leaf.noteZh : leaf.noteEn },
      ]}
    />
  )
}

/** What was answered on the way; each answer leads back to its question. */
function Way(props: GuidePageProps) {
  const { reader, step } = props
  if (step.path.length === 0) return null
  return (
    <>
      <Heading level={2}>{reader.t('applications.handling.guide.way')}</Heading>
      <ol>
        {step.path.map(({ question, answer }, at) => (
          <li>
            {say(reader, question)} <strong>{say(reader, answer)}</strong>{' '}
            <a href={after(props, step.path.slice(0, at))}>
              {reader.t('applications.handling.guide.back')}
              <span class="govuk-visually-hidden">: {say(reader, question)}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}
