import type { VNode } from 'preact'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { AskedLine } from '../rounds/read-asked.ts'
import { reportPath, roundInWords } from './round-words.ts'
import { StateWord } from './state-word.tsx'

/** What the office asks the visitor's units for: by when, where it stands, and where to begin. */
export function AskedRounds({ reader, asked }: { reader: Reader; asked: readonly AskedLine[] }): VNode | null {
  const { t } = reader
  if (asked.length === 0) return null
  return (
    <section aria-labelledby="asked">
      <Heading level={2} id="asked">
        {t('rounds.asked')}
      </Heading>
      <DataList
        caption={t('rounds.asked')}
        columns={[
          { label: t('rounds.column.round') },
          { label: t('rounds.column.due'), kind: 'day' },
          { label: t('reports.desk.column.state'), kind: 'status' },
          { label: t('rounds.column.act') },
        ]}
        rows={asked.map(({ round, line }) => {
          const path = reportPath(line.report)
          return {
            href: path === undefined ? undefined : href(reader, path),
            cells: [
              `${roundInWords(reader, round)} · ${nameIn(reader, line.unit)}`,
              <DateLine reader={reader} day={round.dueOn} short />,
              <StateWord reader={reader} state={line.state} />,
              path === undefined ? <Begin {...{ reader, asked: { round, line } }} /> : <a href={href(reader, path)}>{t('rounds.go-on')}</a>,
            ],
            note: [line.state === 'returned' ? line.remark : '', round.words].filter(Boolean).join(' · '),
          }
        })}
      />
    </section>
  )
}

function Begin({ reader, asked: { round, line } }: { reader: Reader; asked: AskedLine }) {
  const name = `${roundInWords(reader, round)} · ${nameIn(reader, line.unit)}`
  if (round.kind === 'annual') return <a href={href(reader, `/desk/reports?year=${round.period}#begin`)}>{reader.t('rounds.begin')}</a>
  return (
    <Form reader={reader} action={`/desk/reports/rounds/${round.id}/begin`} label={name}>
      <input type="hidden" name="unit" value={line.unit.code} />
      <Button text={reader.t('rounds.begin')} classes="govuk-button--secondary" />
    </Form>
  )
}
