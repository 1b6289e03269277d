import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { afterAll, describe, expect, it } from 'vitest'
import { isWorkingDay, kindOfDay } from '../kernel/calendar.ts'
import { editionOn, receiptOf } from '../kernel/case/index.ts'
import { addDays, asDay, type Day, weekdayOf } from '../kernel/day.ts'
import { loadPack, nationalPack, termOn, WrongPack } from './pack.ts'

const pack = loadPack()
const scratch = mkdtempSync(join(tmpdir(), 'pack-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('the national calendar', () => {
  it('is announced from 2008 to 2026', () => {
    expect([pack.calendar.announcedFrom, pack.calendar.announcedUntil]).toEqual(['2008-01-01', '2026-12-31'])
  })

  it('names the holiday and the notice', () => {
    expect(pack.calendar.off.get(asDay('2025-10-06'))?.nameZh).toBe('国庆节、中秋节')
    expect(pack.calendar.sources.find(({ year }) => year === 2025)?.notices).toEqual(['国办发明电〔2024〕12号'])
    expect(pack.calendar.sources.find(({ year }) => year === 2026)).toMatchObject({ announcedOn: '2025-11-04', confidence: 'certain' })
  })

  it('works on make-up days only at weekends', () => {
    expect(pack.calendar.makeUp.size).toBeGreaterThan(100)
    for (const day of pack.calendar.makeUp.keys()) expect(weekdayOf(day), day).toBeGreaterThan(5)
  })

  it('agrees with an independent calendar on every one of its days', () => {
    const differing: string[] = []
    let compared = 0
    for (let day = pack.calendar.announcedFrom; day <= pack.calendar.announcedUntil; day = addDays(day, 1)) {
      compared++
      if (isWorkingDay(pack.calendar, day) !== worksByChineseDays(day)) differing.push(day)
    }
    expect(compared).toBe(6940)
    expect(differing).toEqual([])
  })
})

describe('the terms', () => {
  it('give the edition in force on a day', () => {
    const cites = (id: string, day: string) => termOn(pack.terms, id, asDay(day))?.basisEn
    expect(cites('proactive-disclosure', '2008-04-30')).toBeUndefined()
    expect(cites('proactive-disclosure', '2008-05-01')).toContain('art. 18')
    expect(cites('proactive-disclosure', '2019-05-14')).toContain('art. 18')
    expect(cites('proactive-disclosure', '2019-05-15')).toContain('art. 26')
    expect(cites('no-such-term', '2025-01-01')).toBeUndefined()
  })

  it('give the lengths that the law gives', () => {
    const given = (id: string) => termOn(pack.terms, id, asDay('2025-06-01'))
    expect(given('proactive-disclosure')).toMatchObject({ days: 20, count: 'working' })
    expect(given('enforcement-decision')).toMatchObject({ days: 20, count: 'working' })
    expect(given('licence-or-penalty-decision')).toMatchObject({ days: 7, count: 'working' })
    expect(given('budget-of-government')).toMatchObject({ days: 20, count: 'calendar' })
    expect(given('policy-interpretation')).toMatchObject({ days: 3, count: 'working', confidence: 'likely' })
    expect(given('village-affairs')).toMatchObject({ every: 'quarter' })
    expect(given('annual-report-of-department')).toMatchObject({ by: '01-31' })
    expect(given('annual-report-of-government')).toMatchObject({ by: '03-31' })
  })
})

describe('the editions of the clock of applications', () => {
  it('meet on 15 May 2019, and there is none before May 2008', () => {
    const idOn = (day: string) => editionOn(pack.editions, asDay(day))?.id
    expect(['2008-04-30', '2008-05-01', '2019-05-14', '2019-05-15', '2026-12-31'].map(idOn)).toEqual([
      undefined,
      '2007',
      '2007',
      '2019',
      '2019',
    ])
  })

  it('say what was chosen where the regulations are open, and why, in both languages', () => {
    expect(pack.choices).toMatchObject({ pauseBegins: 'sent', lateClarificationRestarts: true, askingReasonsPauses: false })
    for (const { saysZh, saysEn } of Object.values(pack.choices.told)) {
      expect(saysZh).toMatch(/条例/)
      expect(saysEn).toMatch(/do not say/)
    }
  })

  it('take an e-mail on its arrival before 2019 and on confirmation since', () => {
    const [old, current] = pack.editions
    const mail = { kind: 'received', channel: 'email', arrivedOn: asDay('2018-03-01'), confirmedOn: asDay('2018-03-02') } as const
    expect(old && receiptOf(old, mail)).toEqual({ on: '2018-03-01', by: 'arrived' })
    expect(current && receiptOf(current, mail)).toEqual({ on: '2018-03-02', by: 'confirmed' })
    expect(current && receiptOf(current, { ...mail, confirmedOn: undefined })).toEqual({ by: 'confirmed' })
    expect(current && receiptOf(current, { ...mail, channel: 'counter' })).toEqual({ on: '2018-03-01', by: 'handed-over' })
  })
})

describe('a region', () => {
  const folder = copyOfPack('with-region')
  mkdirSync(join(folder, 'regions'))
  const local = { nameZh: '地方节日', nameEn: 'Local feast', basis: '自治州条例第三条' }
  write(folder, 'regions/highlands.json', {
    nameZh: '高原州',
    nameEn: 'Highlands',
    off: [{ days: '2025-07-09/2025-07-11', ...local }],
    working: [],
  })

  it('lays its days over the national calendar', () => {
    expect(kindOfDay(loadPack(folder, 'highlands').calendar, asDay('2025-07-10'))).toBe('holiday')
    expect(kindOfDay(loadPack(folder).calendar, asDay('2025-07-10'))).toBe('working')
  })

  it('must be one of those that the pack holds', () => {
    expect(() => loadPack(folder, 'lowlands')).toThrow('no region "lowlands"; there is: highlands')
    expect(() => loadPack(folder, '../calendar')).toThrow(WrongPack)
    expect(() => loadPack(nationalPack, 'highlands')).toThrow('no region "highlands"')
  })
})

describe('a wrong pack', () => {
  it('is refused with the file and the field', () => {
    expect(calendarFault((file) => (file.years[3].makeUp[0] = '02-14'))).toContain(
      'calendar.json: years[3].makeUp[0]: 2011-02-14 is not a Saturday or Sunday',
    )
    expect(calendarFault((file) => (file.years[0].off[0].days = '02-30'))).toContain(
      'years[0].off[0].days: "02-30" is neither a day nor a range',
    )
    expect(calendarFault((file) => (file.years[0].off[1].days = '02-12/02-06'))).toContain('ends before it begins')
    expect(calendarFault((file) => (file.years[0].off[1].holiday = 'carnival'))).toContain(
      'years[0].off[1].holiday: unknown holiday "carnival"',
    )
    expect(calendarFault((file) => (file.years[0].makeUp[0] = '02-09'))).toContain('years[0].makeUp[0]: 2008-02-09 is also off')
    expect(calendarFault((file) => file.years.splice(5, 1))).toContain('years[5].year: 2014 does not follow 2012')
    expect(calendarFault((file) => (file.years[2].confidence = 'sure'))).toContain('calendar.json: years[2].confidence: ')
  })

  it('is refused when a term is unclear', () => {
    expect(termsFault((terms) => (terms[0].effective.until = '2020-01-01'))).toContain(
      '"proactive-disclosure" is already given by [0] on 2019-05-15',
    )
    expect(termsFault((terms) => (terms[1].by = '01-31'))).toContain('[1]: needs exactly one of days, by, every, hours, atOnce')
    expect(termsFault((terms) => delete terms[0].count)).toContain('[0]: days and count go together')
    expect(termsFault((terms) => (terms[2].by = '02-30'))).toContain('[2].by: not a month and day (MM-DD)')
    expect(termsFault((terms) => (terms[0].effective.from = '2008-5-1'))).toContain('[0].effective.from: not a day (YYYY-MM-DD)')
    expect(termsFault((terms) => (terms[0].dayz = 3))).toContain('terms.json: [0]: ')
  })

  it('is refused when the clock of applications is unclear', () => {
    const fault = (spoil: Spoiling) => faultAfter('applications.json', spoil)
    expect(fault((file) => (file.editions[0].effective.until = '2019-05-15'))).toContain(
      'applications.json: editions[1].effective: "2007" is in force on 2019-05-15, too',
    )
    expect(fault((file) => (file.editions[1].id = '2007'))).toContain('editions[1].id: "2007" is there already')
    expect(fault((file) => (file.editions[1].reply.term.days = 0))).toContain('editions[1].reply.term.days: ')
    expect(fault((file) => (file.editions[1].reply.term.count = 'calendar'))).toContain('editions[1].reply.term.count: ')
    expect(fault((file) => delete file.editions[1].extension.basisZh)).toContain('editions[1].extension.basisZh: ')
    expect(fault((file) => delete file.editions[0].receipt.email)).toContain('editions[0].receipt.email: ')
    expect(fault((file) => (file.editions[0].effective.until = '2008-04-30'))).toContain('editions[0].effective: ends before it begins')
    expect(fault((file) => (file.choices.pauseBegins.chosen = 'opened'))).toContain('choices.pauseBegins.chosen: ')
    expect(fault((file) => delete file.choices.askingReasonsPauses.saysEn)).toContain('choices.askingReasonsPauses.saysEn: ')
  })

  it('is refused when a file is missing or is not JSON', () => {
    const folder = copyOfPack('broken')
    writeFileSync(join(folder, 'terms.json'), '[')
    expect(() => loadPack(folder)).toThrow(/terms\.json: cannot be read: /)
    rmSync(join(folder, 'calendar.json'))
    expect(() => loadPack(folder)).toThrow(/calendar\.json: cannot be read: /)
  })
})

// Files are spoiled here in ways that no type allows.
type Spoiling = (file: any) => unknown

// Only the package's table is asked: its functions shift the days of a machine west of Greenwich.
function worksByChineseDays(day: Day): boolean {
  return day in chineseDays.workdays || (weekdayOf(day) <= 5 && !(day in chineseDays.holidays))
}

function calendarFault(spoil: Spoiling): string {
  return faultAfter('calendar.json', spoil)
}

function termsFault(spoil: Spoiling): string {
  return faultAfter('terms.json', spoil)
}

function faultAfter(name: string, spoil: Spoiling): string {
  const folder = copyOfPack('spoiled')
  const file: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  spoil(file)
  write(folder, name, file)
  try {
    loadPack(folder)
  } catch (fault) {
    if (fault instanceof WrongPack) return fault.message
    throw fault
  }
  return 'no fault'
}

function copyOfPack(name: string): string {
  const folder = join(scratch, name)
  for (const file of ['calendar.json', 'terms.json', 'applications.json']) cpSync(join(nationalPack, file), join(folder, file))
  return folder
}

function write(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(content))
}
