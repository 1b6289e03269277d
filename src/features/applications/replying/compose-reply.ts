import type { Day } from '../../../kernel/day.ts'
import type { Lang } from '../../../kernel/translate.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import type { CaseView } from '../cases/read-case.ts'
import type { LetterCase } from '../law/letter.ts'
import { reviewBodiesOf, type ReviewBody, type Standing } from '../law/remedy.ts'
import { composeReply as compose } from '../law/reply.ts'
import { letters } from '../load-letters.ts'
import { outcomes } from '../load-outcomes.ts'
import { remedyLaw } from '../load-remedies.ts'
import type { LetterText } from './queries.ts'
import { handedOf, type Decisions } from './read-decisions.ts'

/**
 * The text of the reply as the decisions and the remedies of the day make it, in both languages: a proposal for whoever writes it. The
 * names of its addressee are never in it. Undefined while the decisions lack what it must say.
 */
export async function composeReply(site: Site, db: Db, view: CaseView, decisions: Decisions): Promise<LetterText | undefined> {
  const items = decisions.items.map((one) => ({
    ...{ asked: one.item.words, decision: one.decision, files: handedOf(one.files).map((file) => file.name) },
  }))
  const law = { letters, remedies: remedyLaw, outcomes, form: decisions.form }
  const inLanguage = async (lang: Lang) => compose(law, items, await letterCase(site, db, view, lang), lang)
  const [zh, en] = [await inLanguage('zh'), await inLanguage('en')]
  if (!zh.ok) return undefined
  const text = ({ paragraphs }: { paragraphs: string[] }): string => paragraphs.join('\n\n')
  return { number: '', title: zh.value.title, body: text(zh.value), bodyEn: en.ok ? text(en.value) : '' }
}

/** What a letter of a case says of unit, day, reviewers and request, in a language. `signedOn`: today unless told. */
export async function letterCase(
  site: Site,
  db: Db,
  view: CaseView,
  lang: Lang,
  { facts = {}, signedOn = site.today() }: { facts?: Record<string, string>; signedOn?: Day } = {},
): Promise<LetterCase> {
  const { application, unit, clock } = view
  const receivedOn = clock.receivedOn ?? application.arrivedOn
  return {
    ...{ unit: nameOf(unit, lang), receivedOn, signedOn, reviewBodies: await reviewersOf(site, db, unit, lang, signedOn) },
    court: site.words[lang]('applications.letter.court'),
    facts: {
      applicant: site.words[lang]('applications.letter.applicant'),
      number: application.number,
      asked: application.wanted,
      ...(application.kind === 'correction' && { correction: application.kind }),
      ...facts,
    },
  }
}

/** Who reviews the unit's decisions of a day, by name: its own government, the department or the government above. */
export async function reviewersOf(site: Site, db: Db, unit: Unit, lang: Lang, on: Day): Promise<string[]> {
  const above = unit.parentId === undefined ? undefined : await findUnit(db, unit.parentId)
  const standing: Standing = unit.kind === 'department' ? 'department' : 'government'
  const names: Record<ReviewBody, string> = {
    'own-government': above === undefined ? nameOf(unit, lang) : nameOf(above, lang),
    'superior-department': site.words[lang]('applications.letter.superior-department'),
    'superior-government': above === undefined ? site.words[lang]('applications.letter.superior-government') : nameOf(above, lang),
  }
  return reviewBodiesOf(remedyLaw, standing, on).map((body) => names[body])
}

function nameOf(unit: Unit, lang: Lang): string {
  return lang === 'zh' ? unit.nameZh : unit.nameEn
}
