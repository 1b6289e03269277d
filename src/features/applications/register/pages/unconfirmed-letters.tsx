import type { VNode } from 'preact'
import { Heading } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../../ui/status.tsx'
import { TodoList } from '../../../../ui/todo.tsx'
import type { ToldLine } from '../read-lines.ts'
import { clipped } from './line-words.ts'

/** Ordinary letters that nobody confirmed with the applicant: on their own day a duty, after it a fault that grows. */
export function UnconfirmedLetters({ reader, letters }: { reader: Reader; letters: readonly ToldLine[] }): VNode | null {
  if (letters.length === 0) return null
  const { t } = reader
  return (
    <section aria-labelledby="letters">
      <Heading level={2} id="letters">
        {t('applications.register.letters')}
      </Heading>
      <p>{t('applications.register.letters-lead')}</p>
      <TodoList
        todos={letters.map((line) => ({
          title: `${line.number} ${clipped(line.wanted)}`,
          href: href(reader, `/desk/applications/${line.ref}`),
          note: <Since reader={reader} line={line} />,
          act: { label: t('applications.register.confirm'), href: href(reader, `/desk/applications/${line.ref}/confirm`) },
        }))}
      />
    </section>
  )
}

function Since({ reader, line }: { reader: Reader; line: ToldLine }): VNode {
  if (line.arrivedOn >= reader.today) return <>{reader.t('applications.register.confirm-today')}</>
  return (
    <StatusWord kind="overdue">
      {reader.t('applications.register.unconfirmed-since')} <DateLine reader={reader} day={line.arrivedOn} short />
    </StatusWord>
  )
}
