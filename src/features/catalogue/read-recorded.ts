import type { Db } from '../../platform/database/index.ts'
import type { Loaders } from '../../platform/journal/index.ts'
import { categoryContent } from './add-category.ts'
import { listCategories, listDuties } from './queries.ts'
import { listOwing, listTasks } from './queries-tasks.ts'
import { dutyContent, dutySubject, taskContent, taskSubject } from './subject.ts'
import { listStanding } from './confirmations/queries.ts'
import { standingContent, standingSubject } from './confirmations/subject.ts'
import { listMaterials } from './materials/queries.ts'
import { materialContent, materialSubject } from './materials/subject.ts'
import { listAnswers, listLines, listTemplates } from './templates/queries.ts'
import { answerContent, answerSubject, editionContent, editionSubject, templateContent, templateSubject } from './templates/subject.ts'

type Recorded = AsyncIterable<{ subject: string; content: unknown }>

async function* recordedCategories(db: Db): Recorded {
  for (const category of await listCategories(db))
    yield { subject: `catalogue.category:${category.id}`, content: categoryContent(category) }
}

async function* recordedDuties(db: Db): Recorded {
  for (const duty of await listDuties(db)) yield { subject: dutySubject(duty.id), content: dutyContent(duty, await listOwing(db, duty.id)) }
}

async function* recordedTasks(db: Db): Recorded {
  for (const task of await listTasks(db, { limit: 1_000_000 })) yield { subject: taskSubject(task.id), content: taskContent(task) }
}

async function* recordedTemplates(db: Db): Recorded {
  for (const template of await listTemplates(db)) yield { subject: templateSubject(template.id), content: templateContent(template) }
}

async function* recordedEditions(db: Db): Recorded {
  for (const line of await listLines(db))
    for (const edition of line.editions) yield { subject: editionSubject(edition.id), content: editionContent(line, edition) }
}

async function* recordedAnswers(db: Db): Recorded {
  for (const answer of await listAnswers(db)) yield { subject: answerSubject(answer.id), content: answerContent(answer) }
}

async function* recordedMaterials(db: Db): Recorded {
  for (const material of await listMaterials(db)) yield { subject: materialSubject(material.id), content: materialContent(material) }
}

async function* recordedStanding(db: Db): Recorded {
  for (const standing of await listStanding(db)) yield { subject: standingSubject(standing.id), content: standingContent(standing) }
}

/** Every living row of the catalogue as the record should know it, by kind of subject. */
export const recorded: Loaders = {
  'catalogue.category': recordedCategories,
  'catalogue.duty': recordedDuties,
  'catalogue.task': recordedTasks,
  'catalogue.template': recordedTemplates,
  'catalogue.edition': recordedEditions,
  'catalogue.answer': recordedAnswers,
  'catalogue.material': recordedMaterials,
  'catalogue.standing': recordedStanding,
}
