import { addWorkingDays } from '../../../kernel/calendar.ts'
import type { Db } from '../../../platform/database/index.ts'
import { isMailAddress, queueMail } from '../../../platform/mail/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findPeople, listHolders, type Colleague } from '../../accounts/index.ts'
import { listUnits } from '../../organisations/index.ts'
import { clockRules } from '../load-rules.ts'
import { insertWarnings, listNear, listToldOn, lockWarnings, type NearCase } from './queries.ts'
import { lettersOf, rolesOfRung, warningsOn, type Warning } from './warning.ts'

/**
 * Warns of the days that come near: handler, head and office, each once about each day of a case, in one letter a person and day. Run
 * again on the same day it tells nobody anything new; what came up meanwhile follows the next day. Answers how many letters went out.
 */
export async function warnPeople(site: Site): Promise<number> {
  return site.database.transaction(async (db) => {
    await lockWarnings(db)
    const { warnDays } = clockRules()
    const until = addWorkingDays(site.calendar, site.today(), Math.max(...Object.values(warnDays))).on
    const near = await listNear(db, until)
    const told = await listToldOn(db, site.today())
    const due = (await warningsFor(site, db, near)).filter((warning) => !told.has(warning.personId))
    const letters = lettersOf(await insertWarnings(db, due, site.today()))
    const people = await findPeople(
      db,
      letters.map((letter) => letter.personId),
    )
    let sent = 0
    for (const { personId, warnings } of letters) {
      const person = people.get(personId)
      // Whoever has no address reads the same on the first page of the desk.
      if (person === undefined || !isMailAddress(person.email)) continue
      await sendLetter(site, db, person, warnings, near)
      sent += 1
    }
    return sent
  })
}

async function warningsFor(site: Site, db: Db, near: readonly NearCase[]): Promise<Warning[]> {
  if (near.length === 0) return []
  const paths = new Map((await listUnits(db)).map((unit) => [unit.id, unit.path]))
  const holders = (await listHolders(db, Object.values(rolesOfRung).flat(), site.today())).map(({ personId, role, unitId }) => ({
    ...{ personId, role, unitPath: paths.get(unitId) ?? '' },
  }))
  const { warnDays } = clockRules()
  return near.flatMap((one) => {
    const unitPath = paths.get(one.unitId)
    return unitPath === undefined ? [] : warningsOn(site.today(), { ...one, unitPath }, holders, warnDays, site.calendar)
  })
}

/** One letter with numbers, days and addresses: never what is asked for, nor who asks. */
async function sendLetter(site: Site, db: Db, person: Colleague, warnings: readonly Warning[], near: readonly NearCase[]): Promise<void> {
  const say = (lang: 'zh' | 'en'): string => {
    const t = site.words[lang]
    const lines = [...warnings]
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.applicationId - b.applicationId))
      .flatMap((warning) => {
        const about = near.find((one) => one.id === warning.applicationId)
        if (about === undefined) return []
        const day = warning.kind.startsWith('inner') ? 'inner' : 'due'
        const address = `${site.config.baseUrl}/${lang}/desk/applications/${about.ref}`
        return [t(`applications.board.warning.${day}`, { number: about.number, day: warning.dueOn, address })]
      })
    return t('applications.board.warning.text', {
      name: lang === 'zh' ? person.nameZh : person.nameEn || person.nameZh,
      lines: lines.join('\n'),
      address: `${site.config.baseUrl}/${lang}/desk/applications`,
    })
  }
  await queueMail(db, {
    to: { name: person.nameZh, address: person.email },
    subject: `${site.words.zh('applications.board.warning.subject')} / ${site.words.en('applications.board.warning.subject')}`,
    text: `${say('zh')}\n\n${say('en')}\n`,
  })
}
