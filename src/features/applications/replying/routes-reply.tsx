import { randomUUID } from 'node:crypto'
import { NotFound } from '../../../kernel/faults.ts'
import type { WordKey } from '../../../kernel/words.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { readDeskCase } from '../cases/read-desk-case.ts'
import { aboutCase } from '../deeds/routes-deeds.tsx'
import { caseAtIn } from '../form-in.ts'
import { officerIn } from '../officer-in.ts'
import { revealApplicant } from '../persons/reveal-applicant.ts'
import { answerPaper, type PaperKind } from './answer-paper.ts'
import { composeReply } from './compose-reply.ts'
import { paperOf } from './paper-of.ts'
import { ReplyPage } from './pages/reply-page.tsx'
import type { LetterText } from './queries.ts'
import { writeReply } from './write-reply.ts'

const path = '/desk/applications/:ref/reply'
const handle = { policy: 'applications.handle', about: aboutCase } as const
const reveal = { policy: 'applications.reveal', about: aboutCase } as const

/** The text of the reply, and the reply on paper, which names its addressee: an opening of the seal that is on the record. */
export const replyRoutes: readonly Route[] = [
  { ...handle, method: 'GET', path, answer: (ask) => replyPage(ask, [], undefined) },
  { ...handle, method: 'POST', path, answer: write },
  { ...reveal, method: 'GET', path: '/desk/applications/:ref/letters/:letter/paper.pdf', answer: (ask) => paper(ask, 'pdf') },
  { ...reveal, method: 'GET', path: '/desk/applications/:ref/letters/:letter/paper.docx', answer: (ask) => paper(ask, 'docx') },
]

const fieldOf: Record<string, string> = { 'title-missing': 'title', 'body-missing': 'body', 'body-too-long': 'body' }
const empty: LetterText = { number: '', title: '', body: '', bodyEn: '' }

async function replyPage(ask: Ask, refusals: readonly string[], typed: LetterText | undefined): Promise<Answer> {
  const { site, reader } = ask
  const view = await readDeskCase(site, site.database.read, ask.params['ref'] ?? '')
  const kept = ask.query['anew'] === '1' ? undefined : view.reply?.letter
  const proposed =
    typed === undefined && kept === undefined ? await composeReply(site, site.database.read, view, view.decisions) : undefined
  const errors = refusals.map((one) => ({
    ...{ field: fieldOf[one] ?? 'body', message: reader.t(`applications.refused.${one}` as WordKey) },
  }))
  const number = view.reply?.letter.number ?? ''
  const shown = typed ?? kept ?? (proposed && { ...proposed, number }) ?? empty
  return {
    status: refusals.length > 0 ? 422 : 200,
    page: <ReplyPage {...{ reader, view, errors }} typed={shown} once={randomUUID()} isProposed={proposed !== undefined} />,
  }
}

async function write(ask: Ask): Promise<Answer> {
  const text = (name: string): string => field(ask, name).trim()
  const typed = { number: text('number'), title: text('title'), body: text('body'), bodyEn: text('bodyEn') }
  const at = caseAtIn(ask)
  const outcome = await writeReply(ask.site, officerIn(ask), at, typed)
  if (outcome.ok) return { redirect: `${href(ask.reader, `/desk/applications/${at.ref}`)}?said=reply#reply` }
  return replyPage(ask, outcome.refusals, typed)
}

async function paper(ask: Ask, kind: PaperKind): Promise<Answer> {
  const { site, reader, params } = ask
  const ref = params['ref'] ?? ''
  const view = await readDeskCase(site, site.database.read, ref)
  const letter = view.reply?.letter
  if (letter === undefined || String(letter.id) !== params['letter']) throw new NotFound(reader.path)
  const opened = await revealApplicant(site, officerIn(ask), ref, site.words.zh('applications.letter.printed'))
  const addressee = opened.ok ? opened.value.name : ''
  return answerPaper(paperOf(site, view, letter, addressee), kind, view.application.number)
}
