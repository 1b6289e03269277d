import { NotFound } from '../../../kernel/faults.ts'
import type { Letter } from '../../../platform/paper/letter.ts'
import type { Site } from '../../../platform/site.ts'
import { clockEvents } from '../cases/application.ts'
import type { CaseView } from '../cases/read-case.ts'
import { runEvents } from '../cases/read-clock.ts'
import { calendarOf } from '../cases/calendar-of.ts'
import { listConsultations } from '../consulting/queries.ts'
import { findFee } from '../fees/queries.ts'
import { composeLetter, type LetterFacts } from '../law/letter.ts'
import { letters } from '../load-letters.ts'
import { remedyLaw } from '../load-remedies.ts'
import { letterCase } from '../replying/compose-reply.ts'
import { officialPaper } from '../replying/paper-of.ts'
import { noticeFacts, type Notice, type NoticeWords } from './notice.ts'

/**
 * A notice as an official letter in Chinese, as it was on the day of its act. `addressee` stands nowhere else than on the paper: a name,
 * '' for the applicant as such, and for others where it is to be delivered. Throws NotFound where the case lacks what the letter must say.
 */
export async function composeNotice(
  site: Site,
  view: CaseView,
  notice: Notice,
  addressee: { name: string; address?: string },
): Promise<Letter> {
  const { event } = notice
  const db = site.database.read
  const { id } = view.application
  const before = view.events.filter((one) => one.id <= event.id)
  const calendar = await calendarOf(site, view.application, view.events)
  const consultation = (await listConsultations(db, id)).find((one) => String(one.id) === event.fields['consultation'])
  const facts = noticeFacts(notice, {
    ...{ asOf: runEvents({ pack: site.pack, calendar }, clockEvents(before)).clock, edition: view.edition, events: view.events },
    ...{ fee: await findFee(db, id), consultation, words: noticeWords(site) },
    returnTo: view.unit.addressZh || view.unit.nameZh,
  })
  const { name, address = '' } = addressee
  const other = name === '' ? site.words.zh('applications.notice.erased') : name // whoever was consulted is erased with the applicant
  const named: LetterFacts = { ...(name !== '' && { applicant: name }), thirdParty: other, agency: other }
  const signed = await letterCase(site, db, view, 'zh', { facts: { ...facts, ...named }, signedOn: event.on })
  const letter = composeLetter(letters, remedyLaw, notice.kind, signed, 'zh')
  if (!letter.ok) throw new NotFound('applications.letter')
  const { title, addressee: to, paragraphs } = letter.value
  return {
    ...officialPaper(site, view, paragraphs),
    ...{ title, addressee: to, at: event.at, number: '', signedOn: event.on, attachments: [] },
    notes: address === '' ? [] : [site.words.zh('applications.notice.deliver-to', { address })],
  }
}

function noticeWords({ words: { zh: t } }: Site): NoticeWords {
  return {
    payWithin: (n) => t('applications.notice.pay-within', { n }),
    standard: ({ basis, units, beforeUnits }) => t(`applications.notice.standard.${basis}`, { n: units, before: beforeUnits }),
  }
}
