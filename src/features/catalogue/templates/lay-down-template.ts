import { refused, done, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findTemplate, insertTemplate } from './queries.ts'
import { templateContent, templateSubject } from './subject.ts'
import { soundTemplate, type Template, type TemplateRefusal } from './template.ts'

/** Lays down a template, empty at first: who keeps it, who issued it, which units below inherit. Its lines are announced one by one. */
export async function layDownTemplate(
  site: Site,
  actor: string,
  template: Omit<Template, 'id'>,
): Promise<Outcome<Template, TemplateRefusal>> {
  return site.database.transaction(async (db) => {
    const isTaken = (await findTemplate(db, template.code)) !== undefined
    const outcome = soundTemplate(template, isTaken)
    if (!outcome.ok) return outcome
    const laid = await insertTemplate(db, outcome.value)
    if (laid === undefined) return refused('code-taken')
    await record(db, {
      at: site.now(),
      actor,
      act: 'catalogue.lay-down-template',
      subject: templateSubject(laid.id),
      unitId: laid.unitId,
      content: templateContent(laid),
    })
    return done(laid)
  })
}
