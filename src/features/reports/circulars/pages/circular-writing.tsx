import type { VNode } from 'preact'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { parts, type Part } from '../circular.ts'
import { sayProposals } from '../say-ranking.ts'
import type { CircularPageProps } from './circular-props.ts'
import { MethodField } from './circulars-page.tsx'
import { Words } from './rows-table.tsx'

/** The words of a circular: a form for the office, with what the figures give reason to say; for others as they stand. */
export function CircularWriting(props: CircularPageProps): VNode {
  const { reader, view, pack, typed, takesOver, errors = [] } = props
  const { t } = reader
  const { circular, told } = view
  if (!reader.may('circulars.write', told.unit.path))
    return (
      <>
        {parts.map((part) => (
          <>
            <Heading level={2}>{t(`circular.part.${part}`)}</Heading>
            <Words reader={reader} text={circular.texts[part] ?? ''} />
          </>
        ))}
      </>
    )
  return (
    <Form reader={reader} action={`/desk/reports/circulars/${circular.id}/words`} keep>
      <input type="hidden" name="version" value={circular.version} />
      <Heading level={2}>{t('circular.writing')}</Heading>
      <MethodField {...{ reader, errors, pack, value: typed?.method ?? circular.method }} />
      {parts.map((part) => {
        const said = sayProposals(
          reader,
          view.proposals.filter((one) => one.part === part),
        )
        const kept = typed?.[part] ?? circular.texts[part] ?? ''
        return (
          <>
            <Heading level={3}>{t(`circular.part.${part}`)}</Heading>
            <Proposed {...{ reader, circular: circular.id, part, said }} />
            <TextareaField
              {...{ reader, errors, name: part, label: t('circular.words'), rows: 5, optional: part === 'demands' }}
              hint={t(`circular.words.${part}`)}
              value={kept === '' && takesOver ? said.join('\n') : kept}
            />
          </>
        )
      })}
      <Actions>
        <Button text={t('bulletin.save')} />
      </Actions>
    </Form>
  )
}

/** What the figures give reason to say: people weigh it and write. */
function Proposed({ reader, circular, part, said }: { reader: Reader; circular: number; part: Part; said: readonly string[] }) {
  const { t } = reader
  if (part === 'demands') return null
  if (said.length === 0) return <p class="gk-quiet">{t('circular.proposals.none')}</p>
  return (
    <>
      <p>{t('circular.proposals', { n: said.length })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {said.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <p>
        <a href={href(reader, `/desk/reports/circulars/${circular}?with=proposals#${part}`)}>{t('circular.proposals.take')}</a>
      </p>
    </>
  )
}
