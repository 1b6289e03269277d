import type { VNode } from 'preact'
import type { Calendar } from '../../../kernel/calendar.ts'
import { weekdayOf, yearOf, type Day } from '../../../kernel/day.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { workingDaysOf } from '../notice.ts'
import { blocksIn } from '../overlay.ts'
import { DayLists } from './day-lists.tsx'
import { YearDrawing } from './year-drawing.tsx'

/** The working days that every term on this site is counted with: this year's, and next year's once it is announced. */
export function WorkingDaysPage({ reader, calendar }: { reader: Reader; calendar: Calendar }): VNode {
  const title = reader.t('calendars.public.title')
  const now = yearOf(reader.today)
  const sources = calendar.sources.filter(({ year }) => year >= now)
  return (
    <PublicPage reader={reader} title={title} description={reader.t('calendars.public.lead')} wide>
      <Heading>{title}</Heading>
      <Lead>{reader.t('calendars.public.lead')}</Lead>
      {sources.map(({ year, notices }) => (
        <section>
          <Heading level={2}>{reader.t('calendars.working-days.of', { n: workingDaysOf(calendar, year), year })}</Heading>
          {notices.length === 0 ? null : <p class="gk-quiet">{notices.join(' · ')}</p>}
          <YearDrawing reader={reader} year={year} calendar={calendar} />
          <DayLists level={3} reader={reader} off={blocksIn(calendar, year)} working={workedIn(calendar, year)} />
        </section>
      ))}
      <p>{reader.t('calendars.until', { year: yearOf(calendar.announcedUntil) })}</p>
    </PublicPage>
  )
}

function workedIn(calendar: Calendar, year: number): Day[] {
  return [...calendar.makeUp.keys()].filter((day) => yearOf(day) === year && weekdayOf(day) > 5).sort()
}
