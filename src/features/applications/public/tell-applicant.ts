import { sayDay } from '../../../kernel/translate.ts'
import { isMailAddress, sendNow, type MailOptions } from '../../../platform/mail/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { findById, findSealed } from '../cases/queries.ts'
import { openApplicant } from '../cases/seal-applicant.ts'

/**
 * Tells the applicant by mail that there is news: the number, where to look and the due day, and nothing that a stranger should not
 * read. The address comes out of its seal and goes to the mail server at once; no outbox ever holds it. Nothing is sent where nobody
 * asked for mails, who asked was erased, or no mail server is set.
 */
export async function tellApplicant(site: Site, options: MailOptions, id: number): Promise<void> {
  const db = site.database.read
  const application = await findById(db, id)
  const sealed = await findSealed(db, id)
  if (options.smtpUrl === undefined || application?.isMailed !== true || sealed === undefined) return
  const unit = await findUnit(db, application.unitId)
  const { email } = openApplicant(site, application.ref, sealed.sealed)
  if (unit === undefined || !isMailAddress(email)) return
  const { language, number, dueOn } = application
  const t = site.words[language]
  const url = `${site.config.baseUrl}/${language}/track`
  const name = language === 'zh' ? unit.nameZh : unit.nameEn || unit.nameZh
  const due = dueOn === undefined || application.endedOn !== undefined ? '' : t('apply.mail.due', { day: sayDay(dueOn, language) })
  const lines = [t('apply.mail.news', { number, unit: name }), due, t('apply.mail.look', { url }), t('apply.mail.why')]
  await sendNow(options, {
    to: { name: '', address: email },
    subject: t('apply.mail.subject', { number }),
    text: lines.filter((line) => line !== '').join('\n\n'),
  })
}
