import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { readCase } from '../cases/read-case.ts'
import { aboutCase } from '../deeds/routes-deeds.tsx'
import { officerIn } from '../officer-in.ts'
import { revealApplicant } from '../persons/reveal-applicant.ts'
import { revealParty } from '../persons/reveal-party.ts'
import { answerPaper, paperKinds, type PaperKind } from '../replying/answer-paper.ts'
import { composeNotice } from './compose-notice.ts'
import { findNotice } from './find-notice.ts'
import type { Notice } from './notice.ts'

const reveal = { policy: 'applications.reveal', about: aboutCase } as const

/** The notices of a case on paper, which name their addressee: an opening of the seal that is on the record. */
export const noticeRoutes: readonly Route[] = paperKinds.map((kind) => ({
  ...{ ...reveal, method: 'GET', path: `/desk/applications/:ref/notices/:event/paper.${kind}` },
  answer: (ask) => paper(ask, kind),
}))

async function paper(ask: Ask, kind: PaperKind): Promise<Answer> {
  const { site } = ask
  const ref = ask.params['ref'] ?? ''
  const view = await readCase(site, site.database.read, ref)
  const notice = findNotice(view, ask.params['event'])
  return answerPaper(await composeNotice(site, view, notice, await addresseeOf(ask, ref, notice)), kind, view.application.number)
}

/** Whom the letter is to, opened for whoever prints it; no name where it is erased. */
async function addresseeOf(ask: Ask, ref: string, { event, isToApplicant }: Notice): Promise<{ name: string; address?: string }> {
  const { site } = ask
  const reason = site.words.zh('applications.letter.printed')
  if (isToApplicant) {
    const opened = await revealApplicant(site, officerIn(ask), ref, reason)
    return { name: opened.ok ? opened.value.name : '' }
  }
  const opened = await revealParty(site, officerIn(ask), ref, Number(event.fields['consultation']), reason)
  return opened.ok ? opened.value : { name: '' }
}
