import { NotAllowed } from '../../kernel/faults.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import { may, reach, type HeldPost } from '../../kernel/policy.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import { isMailAddress, queueMail } from '../../platform/mail/index.ts'
import type { Site } from '../../platform/site.ts'
import { findPeople, type Colleague } from '../accounts/index.ts'
import { lettersFor, type Letter } from './letter.ts'
import { insertReminder, lockReminders, type Reminder } from './queries.ts'
import { readBoard, type Board } from './read-board.ts'
import { remindable, type RemindRefusal, type Standing } from './standing.ts'

export interface Reminded {
  units: number
  /** Who was written to. */
  people: number
  /** Who has no mail address and reads it at the desk only. */
  unreached: Colleague[]
}

/**
 * Reminds units of what is overdue, due soon or waiting: all in the office's reach that have anything, or those under one path. Each at most once
 * a day, however often and by however many people it is asked for. One mail a person, with counts and an address and nothing else.
 */
export async function remindUnits(
  site: Site,
  by: { personId: number; posts: readonly HeldPost[] },
  unitPath?: string,
): Promise<Outcome<Reminded, RemindRefusal>> {
  return site.database.transaction(async (db) => {
    if (!may('board.remind', by.posts, unitPath)) throw new NotAllowed('board.remind')
    await lockReminders(db)
    const board = await readBoard(site, db, unitPath === undefined ? reach('board.remind', by.posts) : [unitPath])
    const outcome = remindable(board.standings, site.today())
    if (!outcome.ok) return outcome
    const units = outcome.value.map(rowOf)
    const reminder = await insertReminder(db, { remindedOn: site.today(), byId: by.personId, at: site.now(), units })
    await recordReminder(site, db, by.personId, reminder)
    const letters = lettersFor(outcome.value)
    const people = await findPeople(
      db,
      letters.map((letter) => letter.personId),
    )
    const unreached: Colleague[] = []
    for (const letter of letters) {
      const person = people.get(letter.personId)
      if (person === undefined) continue
      if (isMailAddress(person.email)) await sendLetter(site, db, board, person, letter)
      else unreached.push(person)
    }
    return done({ units: units.length, people: letters.length - unreached.length, unreached })
  })
}

/** What the record vouches for. */
export function reminderContent({ id, remindedOn, byId, units }: Reminder): unknown {
  return { id, remindedOn, byId, units: [...units].sort((a, b) => a.unitId - b.unitId).map((unit) => ({ ...unit })) }
}

export function reminderSubject(id: number): string {
  return `board.reminder:${id}`
}

async function recordReminder(site: Site, db: Db, personId: number, reminder: Reminder): Promise<void> {
  await record(db, {
    at: site.now(),
    actor: `person:${personId}`,
    act: 'board.remind',
    subject: reminderSubject(reminder.id),
    content: reminderContent(reminder),
  })
}

async function sendLetter(site: Site, db: Db, board: Board, person: Colleague, letter: Letter): Promise<void> {
  const say = (lang: 'zh' | 'en'): string => {
    const t = site.words[lang]
    const lines = letter.lines.flatMap((line) => {
      const unit = board.units.get(line.unitId)
      const counts = (['overdue', 'dueSoon', 'waiting'] as const)
        .filter((name) => line[name] > 0)
        .map((name) => t(`board.mail.${name}`, { n: line[name] }))
      return unit === undefined
        ? []
        : [t('board.mail.line', { unit: lang === 'zh' ? unit.nameZh : unit.nameEn, counts: counts.join(t('board.mail.and')) })]
    })
    return t('board.mail.text', {
      name: lang === 'zh' ? person.nameZh : person.nameEn,
      city: lang === 'zh' ? site.city.nameZh : site.city.nameEn,
      lines: lines.join('\n'),
      address: `${site.config.baseUrl}/${lang}/desk`,
    })
  }
  await queueMail(db, {
    to: { name: person.nameZh, address: person.email },
    subject: `${site.words.zh('board.mail.subject')} / ${site.words.en('board.mail.subject')}`,
    text: `${say('zh')}\n\n${say('en')}\n`,
  })
}

function rowOf({ unitId, overdue, dueSoon, waits }: Standing): Reminder['units'][number] {
  return { unitId, overdue, dueSoon, waiting: waits.reduce((sum, wait) => sum + wait.count, 0) }
}
