import { addDays, asDay, isDay } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { findStatute } from '../find-statute.ts'
import { dutyErrors } from '../pages/form-errors.ts'
import { draftOf, emptyDraft, type DutyDraft } from '../pages/duty-draft.ts'
import { statuteInWords } from '../pages/statute-words.ts'
import { listCategories, type Category } from '../queries.ts'
import { actorOf } from '../routes-asked.ts'
import { readDutyForm } from '../read-duty-form.ts'
import { announceEdition } from './announce-edition.ts'
import { LineFormPage, type ChangeDraft } from './pages/line-form-page.tsx'
import { listLines, type Line } from './queries.ts'
import { pathOfTemplate, readTemplate } from './read-template.ts'
import type { AnnounceRefusal, Columns } from './template.ts'

const path = '/desk/catalogue/templates/:code/lines'
const arranging = { policy: 'catalogue.arrange', about: pathOfTemplate } as const

/** The lines of a template: a new one, the change or the end of one. */
export const lineRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/:line`, ...arranging, answer: show },
  { method: 'POST', path: `${path}/:line`, ...arranging, answer: save },
]

async function show(ask: Ask): Promise<Answer> {
  const { line, categories, props } = await asked(ask)
  const { houseRules } = ask.site
  const takesEffectOn = addDays(ask.reader.today, houseRules.cascade.noticeDays)
  const columns = line?.editions.at(-1)?.columns
  const draft = columns === undefined ? emptyDraft : draftOfColumns(columns, categories)
  return { page: <LineFormPage {...props} draft={{ ...draft, takesEffectOn, reason: '', ends: 'no' }} /> }
}

async function save(ask: Ask): Promise<Answer> {
  const { line, categories, props, template } = await asked(ask)
  const { draft: typed, form } = readDutyForm(ask, [], categories, ask.reader.today)
  const word = (name: keyof ChangeDraft): string => field(ask, name).trim()
  const change: ChangeDraft = { takesEffectOn: word('takesEffectOn'), reason: word('reason'), ends: word('ends') === 'yes' ? 'yes' : 'no' }
  const draft = { ...typed, ...change }
  const refuse = (errors: FieldError[]): Answer => ({ status: 422, page: <LineFormPage {...props} {...{ draft, errors }} /> })
  if (!isDay(change.takesEffectOn)) return refuse([{ field: 'takesEffectOn', message: ask.reader.t('catalogue.refused.day') }])
  const { code, sinceOn: _since, untilOn: _until, ...duty } = form.duty
  const ends = change.ends === 'yes'
  const columns = ends ? line?.editions.at(-1)?.columns : { ...duty, categoryId: form.categoryId }
  const outcome = await announceEdition(ask.site, actorOf(ask), template, {
    ...{ lineId: line?.id, code: line?.code ?? code, ends, reason: change.reason, takesEffectOn: asDay(change.takesEffectOn) },
    columns: columns ?? { ...duty, categoryId: form.categoryId },
  })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/catalogue/templates/${template.code}?done=announced`) }
  return refuse(errorsOf(ask.reader, outcome.refusals, draft, props.statute))
}

const ownRefusals = ['reason-missing', 'effect-in-past', 'effect-before-last', 'ended-already', 'nothing-changes'] as const
type OwnRefusal = (typeof ownRefusals)[number]

function isOwn(refusal: AnnounceRefusal): refusal is OwnRefusal {
  return (ownRefusals as readonly string[]).includes(refusal)
}

function errorsOf(reader: Reader, refusals: readonly AnnounceRefusal[], draft: DutyDraft, statute: string): FieldError[] {
  const fields: Record<OwnRefusal, string> = {
    'reason-missing': 'reason',
    'effect-in-past': 'takesEffectOn',
    'effect-before-last': 'takesEffectOn',
    'ended-already': 'ends',
    'nothing-changes': 'titleZh',
  }
  const own = refusals
    .filter(isOwn)
    .map((refusal) => ({ field: fields[refusal], message: reader.t(`catalogue.templates.refused.${refusal}`) }))
  const rest = refusals.filter((refusal): refusal is Exclude<AnnounceRefusal, OwnRefusal> => !isOwn(refusal))
  return [...own, ...dutyErrors(reader, rest, draft, statute)]
}

async function asked(ask: Ask) {
  const { read } = ask.site.database
  const { template, heirs } = await readTemplate(ask)
  const code = ask.params['line'] ?? ''
  const [lines, categories] = await Promise.all([listLines(read, { templateId: template.id }), listCategories(read)])
  const line: Line | undefined = lines.find((one) => one.code === code)
  if (line === undefined && code !== 'new') throw new NotFound(`line ${code}`)
  const statute = statuteInWords(ask.reader, findStatute(ask.site, ask.reader.today).edition)
  return {
    ...{ template, line, categories },
    props: { reader: ask.reader, template, code: line?.code, categories, statute, heirs: heirs.length },
  }
}

function draftOfColumns(columns: Columns, categories: readonly Category[]): DutyDraft {
  const category = categories.find((one) => one.id === columns.categoryId)?.code ?? ''
  return draftOf({ ...columns, code: '', sinceOn: undefined, untilOn: undefined, unitIds: [] }, category, [])
}
