import { asDay, isDay } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { findUnitByCode } from '../../organisations/index.ts'
import { findStatute } from '../find-statute.ts'
import { draftOf, type DutyDraft } from '../pages/duty-draft.ts'
import { dutyErrors } from '../pages/form-errors.ts'
import { statuteInWords } from '../pages/statute-words.ts'
import { findDutyByCode } from '../queries.ts'
import { readDutyForm } from '../read-duty-form.ts'
import { actorOf } from '../routes-asked.ts'
import type { LooserRefusal } from './inheritance.ts'
import { OwnLinePage } from './pages/own-line-page.tsx'
import { listLines, listTemplates } from './queries.ts'
import { tightenLine, type TightenRefusal } from './tighten-line.ts'

const path = '/desk/catalogue/own-lines/:code/:unit'

/** A unit asks more of itself than the line above asks. */
export const ownLineRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'proposals.answer', about: pathOfUnit, answer: show },
  { method: 'POST', path, policy: 'proposals.answer', about: pathOfUnit, answer: save },
]

async function show(ask: Ask): Promise<Answer> {
  const props = await asked(ask)
  return { page: <OwnLinePage {...props} draft={draftOf(props.duty, '', [])} version={props.duty.version} /> }
}

async function save(ask: Ask): Promise<Answer> {
  const props = await asked(ask)
  const { duty, unit, reader } = props
  const { draft, form } = readDutyForm(ask, [], [], reader.today)
  const version = Number(field(ask, 'version'))
  const refuse = (errors: FieldError[]): Answer => ({ status: 422, page: <OwnLinePage {...props} {...{ draft, errors, version }} /> })
  if (draft.untilOn !== '' && !isDay(draft.untilOn)) return refuse([{ field: 'untilOn', message: reader.t('catalogue.refused.day') }])
  const { rule, channels, audience, mode, levels, isRequired, elementsZh, elementsEn, guidanceZh, guidanceEn } = form.duty
  const columns = { rule, channels, audience, mode, levels, isRequired, elementsZh, elementsEn, guidanceZh, guidanceEn }
  const untilOn = draft.untilOn === '' ? undefined : asDay(draft.untilOn)
  const outcome = await tightenLine(ask.site, actorOf(ask), duty.id, unit, { version, columns, untilOn })
  if (outcome.ok) return { redirect: href(reader, `/desk/catalogue/duties/${outcome.value.code}?done=changed`) }
  return refuse(outcome.refusals.flatMap((refusal) => errorOf(ask, refusal, draft, props.statute)))
}

const looser: Record<LooserRefusal, keyof DutyDraft> = {
  'inherited-time-looser': 'kind',
  'inherited-channel-missing': 'channels',
  'inherited-audience-narrower': 'audience',
  'inherited-mode-narrower': 'mode',
  'inherited-level-missing': 'levels',
  'inherited-elements-missing': 'elementsZh',
  'inherited-not-required': 'required',
  'inherited-removed': 'untilOn',
}

function errorOf({ reader }: Ask, refusal: TightenRefusal, draft: DutyDraft, statute: string): FieldError[] {
  if (refusal in looser) {
    const name = refusal as LooserRefusal
    return [{ field: looser[name], message: reader.t(`catalogue.refused.${name}`) }]
  }
  if (refusal === 'edited-meanwhile') return [{ field: 'kind', message: reader.t('catalogue.own-line.meanwhile') }]
  if (refusal === 'not-owed') return [{ field: 'kind', message: reader.t('catalogue.refused.not-owed') }]
  return dutyErrors(reader, [refusal as Exclude<TightenRefusal, LooserRefusal | 'not-owed' | 'edited-meanwhile'>], draft, statute)
}

async function asked(ask: Ask) {
  const { read } = ask.site.database
  const code = ask.params['code'] ?? ''
  const [duty, unit, lines, templates] = await Promise.all([
    findDutyByCode(read, code),
    findUnitByCode(read, ask.params['unit'] ?? ''),
    listLines(read),
    listTemplates(read),
  ])
  const line = lines.find((one) => one.id === duty?.above?.lineId)
  const template = templates.find((one) => one.id === line?.templateId)
  const owes = duty !== undefined && unit !== undefined && duty.unitIds.includes(unit.id)
  if (!owes || template === undefined) throw new NotFound(`inherited line ${code}`)
  return { reader: ask.reader, duty, unit, template, statute: statuteInWords(ask.reader, findStatute(ask.site, ask.reader.today).edition) }
}

/** For the edge: the unit in the address. */
async function pathOfUnit(ask: Ask): Promise<string | undefined> {
  return (await findUnitByCode(ask.site.database.read, ask.params['unit'] ?? ''))?.path
}
