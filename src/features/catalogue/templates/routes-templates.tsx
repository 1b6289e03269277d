import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { history } from '../../../platform/journal/index.ts'
import { href } from '../../../ui/reader.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { dutyLevels } from '../duty.ts'
import { listDuties } from '../queries.ts'
import { actorOf, unitsInReach } from '../routes-asked.ts'
import { layDownTemplate } from './lay-down-template.ts'
import { TemplateFormPage, type TemplateDraft } from './pages/template-form-page.tsx'
import { TemplatePage } from './pages/template-page.tsx'
import { TemplatesPage } from './pages/templates-page.tsx'
import { listAnswers, listLines, listTemplates } from './queries.ts'
import { heirsAmong, readTemplate } from './read-template.ts'
import { templateSubject } from './subject.ts'
import type { TemplateRefusal } from './template.ts'

const path = '/desk/catalogue/templates'

/** Templates: all of them, a new one, one of them. */
export const templateRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'catalogue.read', answer: showAll },
  { method: 'GET', path: `${path}/new`, policy: 'catalogue.arrange', answer: showNew },
  { method: 'POST', path: `${path}/new`, policy: 'catalogue.arrange', answer: saveNew },
  { method: 'GET', path: `${path}/:code`, policy: 'catalogue.read', answer: show },
]

async function showAll(ask: Ask): Promise<Answer> {
  const { read } = ask.site.database
  const [templates, lines, units] = await Promise.all([listTemplates(read), listLines(read), listUnits(read)])
  const heirs = new Map(templates.map((template) => [template.id, heirsAmong(ask, template, units)]))
  return { page: <TemplatesPage reader={ask.reader} {...{ templates, lines, heirs }} /> }
}

async function show(ask: Ask): Promise<Answer> {
  const { read } = ask.site.database
  const { template, keeper, heirs } = await readTemplate(ask)
  const [lines, duties, record] = await Promise.all([
    listLines(read, { templateId: template.id }),
    listDuties(read),
    history(read, templateSubject(template.id)),
  ])
  const answers = await listAnswers(
    read,
    lines.flatMap((line) => line.editions.map((edition) => edition.id)),
  )
  const props = { template, keeper, lines, heirs, duties, answers, record }
  return { page: <TemplatePage reader={ask.reader} {...props} done={ask.query['done'] ?? ''} /> }
}

async function showNew(ask: Ask): Promise<Answer> {
  const draft: TemplateDraft = {
    ...{ code: '', unit: '', nameZh: '', nameEn: '', issuerZh: '', issuerEn: '' },
    ...{ kinds: [], levels: [] },
  }
  return { page: <TemplateFormPage {...await formProps(ask)} draft={draft} /> }
}

async function saveNew(ask: Ask): Promise<Answer> {
  const { reader } = ask
  const props = await formProps(ask)
  const word = (name: string): string => field(ask, name).trim()
  const draft: TemplateDraft = {
    ...{ code: word('code'), unit: word('unit'), nameZh: word('nameZh'), nameEn: word('nameEn') },
    ...{ issuerZh: word('issuerZh'), issuerEn: word('issuerEn') },
    kinds: props.kinds.filter((kind) => fields(ask, 'kinds').includes(kind)),
    levels: dutyLevels.filter((level) => fields(ask, 'levels').includes(level)),
  }
  const { unit: code, ...rest } = draft
  const unit = props.units.find((one) => one.code === code)
  if (unit === undefined) {
    const errors = [{ field: 'unit', message: reader.t('catalogue.templates.refused.unit-missing') }]
    return { status: 422, page: <TemplateFormPage {...props} {...{ draft, errors }} /> }
  }
  const outcome = await layDownTemplate(ask.site, actorOf(ask), { ...rest, unitId: unit.id })
  if (outcome.ok) return { redirect: href(reader, `${path}/${outcome.value.code}?done=laid-down`) }
  const errors = outcome.refusals.map((refusal) => ({
    field: fieldOf[refusal],
    message: reader.t(`catalogue.templates.refused.${refusal}`),
  }))
  return { status: 422, page: <TemplateFormPage {...props} {...{ draft, errors }} /> }
}

const fieldOf: Record<TemplateRefusal, keyof TemplateDraft> = {
  'name-missing': 'nameZh',
  'code-wrong': 'code',
  'code-taken': 'code',
  'issuer-missing': 'issuerZh',
  'kinds-missing': 'kinds',
}

/** Whoever keeps a template has units below. */
async function formProps(ask: Ask) {
  const inReach = await unitsInReach(ask, 'catalogue.arrange')
  const units = inReach.filter((unit) => inReach.some((other) => other.parentId === unit.id))
  const kinds: Unit['kind'][] = [...new Set(inReach.map((unit) => unit.kind))]
  return { reader: ask.reader, units, kinds }
}
