import type { Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listKnown } from '../../publishing/index.ts'
import { lockCarrier } from '../carriers/queries.ts'
import { kindOf } from '../load-kinds.ts'
import { carrierSubject, issueContent, issueSubject } from '../subject.ts'
import { arranged, issueRefusals, type Issue, type IssueRefusal } from './issue.ts'
import { insertIssue, lockIssue, saveIssue } from './queries.ts'

export interface NewIssue {
  year: number
  number: number
  datedOn: Day | undefined
}

/** Begins an issue of a gazette. */
export async function composeIssue(site: Site, actor: string, carrierId: number, form: NewIssue): Promise<Outcome<Issue, IssueRefusal>> {
  return site.database.transaction(async (db) => {
    const carrier = await lockCarrier(db, carrierId)
    if (carrier === undefined) throw new NotFound(carrierSubject(carrierId))
    const refusals = issueRefusals(form)
    if (kindOf(carrier.kind)?.isGazette !== true) refusals.push('no-gazette')
    const { datedOn } = form
    if (refusals.length > 0 || datedOn === undefined) return refused(...refusals)
    const issue = await insertIssue(db, { ...form, carrierId, datedOn })
    if (issue === undefined) return refused('number-taken')
    await note(site, db, { actor, act: 'channels.compose', unitId: carrier.unitId }, issue)
    return done(issue)
  })
}

export interface Arrangement {
  version: number
  datedOn: Day | undefined
  items: readonly { place: number; section: string; documentId: number }[]
}

/** Lays down what stands in an issue and where. Only what is public now can stand in it. */
export async function arrangeIssue(site: Site, actor: string, id: number, form: Arrangement): Promise<Outcome<Issue, IssueRefusal>> {
  return site.database.transaction(async (db) => {
    const issue = await lockIssue(db, id)
    if (issue === undefined) throw new NotFound(issueSubject(id))
    const carrier = await lockCarrier(db, issue.carrierId)
    const known = await listKnown(
      db,
      form.items.map((item) => item.documentId),
    )
    const refusals = new Set<IssueRefusal>()
    if (issue.publishedAt !== undefined) refusals.add('published-already')
    if (issue.version !== form.version) refusals.add('edited-meanwhile')
    if (form.datedOn === undefined) refusals.add('day-wrong')
    for (const item of form.items) {
      if (item.section.trim() === '') refusals.add('section-missing')
      if (known.get(item.documentId)?.isPublic !== true) refusals.add('not-public')
    }
    if (refusals.size > 0 || form.datedOn === undefined) return refused(...refusals)
    const saved = await saveIssue(db, { ...issue, datedOn: form.datedOn, items: arranged(form.items) })
    await note(site, db, { actor, act: 'channels.arrange', unitId: carrier?.unitId }, saved)
    return done(saved)
  })
}

async function note(site: Site, db: Db, by: { actor: string; act: string; unitId: number | undefined }, issue: Issue): Promise<void> {
  await record(db, { at: site.now(), ...by, subject: issueSubject(issue.id), content: issueContent(issue) })
}
