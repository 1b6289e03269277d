import { NotAllowed } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { may, type HeldPost } from '../../kernel/policy.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { loadNoticeRules } from './load-notice-rules.ts'
import { refusalsOf, warningsOf, type Fault, type NoticeRefusal } from './notice.ts'
import { calendarWith } from './overlay.ts'
import type { Notice } from './paper.ts'
import { findByForm, insertNotice, listEffective } from './queries.ts'
import { noticeContent, noticeSubject } from './read-recorded.ts'
import type { Doubt } from './reading.ts'

/** Whoever acts here, with the posts that say what they may. */
export interface Hand {
  personId: number
  posts: readonly HeldPost[]
}

export interface Proposal {
  notice: Notice
  /** The text as it came; '' where the notice was typed. */
  words: string
  /** What was not understood of the text. */
  doubts: readonly Doubt[]
  /** The doubts and warnings were looked at, and the notice is right as it is. */
  isConfirmed: boolean
  /** Made with the form: the same form twice proposes one notice. */
  formKey: string
}

export type ProposalRefusal = NoticeRefusal | 'unconfirmed'

/**
 * Puts a notice before a second person. Nothing moves yet. Refused with every reason that `refusalsOf` names, and where doubts or warnings
 * were not confirmed. Gives its number.
 */
export async function proposeNotice(site: Site, hand: Hand, proposal: Proposal): Promise<Outcome<number, Fault<ProposalRefusal>>> {
  if (!may('calendars.propose', hand.posts)) throw new NotAllowed('calendars.propose')
  return site.database.transaction(async (db) => {
    const before = await findByForm(db, proposal.formKey)
    if (before !== undefined) return done(before)
    const refusals = await refusalsOfProposal(site, db, proposal)
    const { announcedOn } = proposal.notice
    if (refusals.length > 0 || announcedOn === undefined) return refused(...refusals)
    const { notice, words, doubts, formKey } = proposal
    const by = { proposedBy: hand.personId, proposedAt: site.now() }
    const id = await insertNotice(db, { ...notice, announcedOn, words, doubts, ...by }, formKey)
    // The same form at the same time on another connection was first.
    if (id === undefined) return done((await findByForm(db, formKey)) ?? 0)
    await record(db, {
      at: site.now(),
      actor: `person:${hand.personId}`,
      act: 'calendars.propose',
      subject: noticeSubject(id),
      content: await noticeContent(db, id),
    })
    return done(id)
  })
}

async function refusalsOfProposal(site: Site, db: Db, { notice, doubts, isConfirmed }: Proposal): Promise<Fault<ProposalRefusal>[]> {
  const calendar = calendarWith(site.pack.calendar, await listEffective(db))
  const refusals: Fault<ProposalRefusal>[] = refusalsOf(notice, calendar, site.today())
  const isDoubtful = doubts.length > 0 || warningsOf(notice, calendar, loadNoticeRules()).length > 0
  return isDoubtful && !isConfirmed ? [...refusals, { reason: 'unconfirmed' }] : refusals
}
