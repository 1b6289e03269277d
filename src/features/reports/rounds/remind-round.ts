import { addWorkingDays } from '../../../kernel/calendar.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import { isMailAddress, queueMail } from '../../../platform/mail/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listPeopleWithRole, type Colleague } from '../../accounts/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { insertRoundReminders, lockRound } from './queries.ts'
import { readRounds } from './read-round.ts'
import { remindable, type Round, type RoundRemindRefusal } from './round.ts'
import { roundContent, roundSubject } from './tell-round.ts'

/** What a reminder did: units told of, people written to, and those who have no mail address and read it at the desk only. */
export interface RoundReminded {
  units: number
  people: number
  unreached: number
}

/**
 * Reminds everybody whose report is missing when the due day of a round is near or past, each unit at most once a day. One mail a person,
 * whatever number of units it is about, with what is asked, the day and an address.
 */
export async function remindRound(site: Site, personId: number, id: number): Promise<Outcome<RoundReminded, RoundRemindRefusal>> {
  return site.database.transaction(async (db) => {
    const round = await lockRound(db, id)
    const [view] = round === undefined ? [] : await readRounds(db, [round], true)
    if (round === undefined || view === undefined) throw new NotFound(roundSubject(id))
    const today = site.today()
    const soon = addWorkingDays(site.calendar, today, site.houseRules.dueSoonWorkingDays).on
    const outcome = remindable(view.lines, round.dueOn, { today, soon })
    if (!outcome.ok) return outcome
    const at = site.now()
    const units = outcome.value.map(({ unit }) => unit)
    await insertRoundReminders(
      db,
      id,
      units.map((unit) => ({ unitId: unit.id, on: today, by: personId })),
      at,
    )
    await record(db, {
      ...{ at, actor: `person:${personId}`, act: 'reports.remind', subject: roundSubject(id), unitId: round.unitId },
      content: await roundContent(db, round),
    })
    return done({ units: units.length, ...(await writeTo(site, db, round, units)) })
  })
}

async function writeTo(site: Site, db: Db, round: Round, units: readonly Unit[]): Promise<{ people: number; unreached: number }> {
  const letters = new Map<number, { person: Colleague; units: Unit[] }>()
  for (const unit of units)
    for (const person of await listPeopleWithRole(db, 'information-officer', unit.path, site.today())) {
      const letter = letters.get(person.id) ?? { person, units: [] }
      letters.set(person.id, { person, units: [...letter.units, unit] })
    }
  const reached = [...letters.values()].filter(({ person }) => isMailAddress(person.email))
  for (const letter of reached) await sendLetter(site, db, round, letter)
  return { people: reached.length, unreached: letters.size - reached.length }
}

async function sendLetter(site: Site, db: Db, round: Round, { person, units }: { person: Colleague; units: Unit[] }): Promise<void> {
  const say = (lang: 'zh' | 'en'): string => {
    const t = site.words[lang]
    return t('rounds.mail.text', {
      ...{ name: lang === 'zh' ? person.nameZh : person.nameEn, what: t(`rounds.kind.${round.kind}`), period: round.period },
      ...{ city: lang === 'zh' ? site.city.nameZh : site.city.nameEn, due: round.dueOn },
      units: units.map(({ nameZh, nameEn }) => (lang === 'zh' ? nameZh : nameEn)).join(lang === 'zh' ? '、' : ', '),
      address: `${site.config.baseUrl}/${lang}/desk/reports`,
    })
  }
  await queueMail(db, {
    to: { name: person.nameZh, address: person.email },
    subject: `${site.words.zh('rounds.mail.subject')} / ${site.words.en('rounds.mail.subject')}`,
    text: `${say('zh')}\n\n${say('en')}\n`,
  })
}
