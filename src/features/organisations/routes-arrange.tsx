import { NotFound } from '../../kernel/faults.ts'
import { may } from '../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { addUnit } from './add-unit.ts'
import { closeUnit } from './close-unit.ts'
import { ClosePage, type ClosingDraft } from './pages/close-page.tsx'
import { NewUnitPage, type UnitDraft } from './pages/new-unit-page.tsx'
import { RenamePage, type NameDraft } from './pages/rename-page.tsx'
import { errorsOf } from './pages/unit-words.ts'
import { findUnit, findUnitByCode, listUnits } from './queries.ts'
import { renameUnit } from './rename-unit.ts'
import { actorOf, askedUnit, pathOfAsked, typedDay } from './routes-unit.ts'
import { emptyProfile, exists, unitKinds, unitLevels, type Unit, type UnitRefusal } from './unit.ts'

const policy = 'units.arrange'

/** Adding, renaming and ending units: the office's work. */
export const arrangeRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/units/new', policy, about: pathOfParent, answer: showNew },
  { method: 'POST', path: '/desk/units/new', policy, about: pathOfParent, answer: saveNew },
  { method: 'GET', path: '/desk/units/:code/rename', policy, about: pathOfAsked, answer: showRename },
  { method: 'POST', path: '/desk/units/:code/rename', policy, about: pathOfAsked, answer: saveRename },
  { method: 'GET', path: '/desk/units/:code/close', policy, about: pathOfAsked, answer: showClose },
  { method: 'POST', path: '/desk/units/:code/close', policy, about: pathOfAsked, answer: saveClose },
]

/** The unit below which the new one goes: the one that the address or the form names, else the one that the visitor arranges for. */
async function namedParent(ask: Ask): Promise<Unit | undefined> {
  const db = ask.site.database.read
  const code = field(ask, 'parent') || (ask.query['parent'] ?? '')
  if (code !== '') return findUnitByCode(db, code)
  const post = ask.visitor?.posts.find((one) => may(policy, [one]))
  return post && findUnit(db, post.unitId)
}

async function pathOfParent(ask: Ask): Promise<string | undefined> {
  return (await namedParent(ask))?.path
}

async function askedParent(ask: Ask): Promise<Unit> {
  const parent = await namedParent(ask)
  if (parent === undefined) throw new NotFound('no unit above the new one')
  return parent
}

async function showNew(ask: Ask): Promise<Answer> {
  const parent = await askedParent(ask)
  return {
    page: (
      <NewUnitPage
        reader={ask.reader}
        parent={parent}
        draft={{ ...readUnit(ask), kind: 'department', level: parent.level, on: ask.reader.today }}
      />
    ),
  }
}

async function saveNew(ask: Ask): Promise<Answer> {
  const parent = await askedParent(ask)
  const draft = readUnit(ask)
  const kind = unitKinds.find((one) => one === draft.kind) ?? 'department'
  const level = unitLevels.find((one) => one === draft.level) ?? 'other'
  const sinceOn = typedDay(draft.on)
  const refusals: UnitRefusal[] = sinceOn === undefined ? ['date-wrong'] : []
  if (sinceOn !== undefined) {
    const { shortZh, shortEn, nameZh, nameEn, code } = draft
    const organisationCode = draft.organisationCode || undefined
    const names = { nameZh, nameEn, shortZh: shortZh || nameZh, shortEn: shortEn || nameEn }
    const outcome = await addUnit(ask.site, actorOf(ask), {
      ...emptyProfile,
      ...names,
      code,
      kind,
      level,
      organisationCode,
      sinceOn,
      parentId: parent.id,
    })
    if (outcome.ok) return { redirect: href(ask.reader, `/desk/units/${outcome.value.code}?done=added`) }
    refusals.push(...outcome.refusals)
  }
  return { status: 422, page: <NewUnitPage reader={ask.reader} parent={parent} draft={draft} errors={errorsOf(ask.reader, refusals)} /> }
}

async function showRename(ask: Ask): Promise<Answer> {
  const unit = await askedUnit(ask)
  return { page: <RenamePage reader={ask.reader} unit={unit} draft={{ ...unit, on: ask.reader.today, reason: '' }} /> }
}

async function saveRename(ask: Ask): Promise<Answer> {
  const unit = await askedUnit(ask)
  const draft = readName(ask)
  const on = typedDay(draft.on)
  const { nameZh, nameEn, shortZh, shortEn, reason } = draft
  const name = { nameZh, nameEn, shortZh: shortZh || nameZh, shortEn: shortEn || nameEn, reason }
  const outcome = on === undefined ? undefined : await renameUnit(ask.site, actorOf(ask), unit.id, { ...name, on })
  if (outcome?.ok) return { redirect: href(ask.reader, `/desk/units/${unit.code}?done=renamed`) }
  const errors = errorsOf(ask.reader, outcome?.refusals ?? ['date-wrong'])
  return { status: 422, page: <RenamePage reader={ask.reader} unit={unit} draft={draft} errors={errors} /> }
}

async function showClose(ask: Ask): Promise<Answer> {
  const unit = await askedUnit(ask)
  const draft = { into: '', on: ask.reader.today, reason: '' }
  return { page: <ClosePage reader={ask.reader} unit={unit} others={await heirsOf(ask, unit)} draft={draft} /> }
}

async function saveClose(ask: Ask): Promise<Answer> {
  const unit = await askedUnit(ask)
  const draft: ClosingDraft = { into: field(ask, 'into'), on: field(ask, 'on'), reason: field(ask, 'reason') }
  const others = await heirsOf(ask, unit)
  const on = typedDay(draft.on)
  const into = others.find((one) => one.code === draft.into)
  const refusals: UnitRefusal[] = on === undefined ? ['date-wrong'] : draft.into !== '' && into === undefined ? ['parent-missing'] : []
  if (on !== undefined && refusals.length === 0) {
    const outcome = await closeUnit(ask.site, actorOf(ask), unit.id, { on, reason: draft.reason, intoId: into?.id })
    if (outcome.ok) return { redirect: href(ask.reader, `/desk/units/${unit.code}?done=closed`) }
    refusals.push(...outcome.refusals)
  }
  const errors = errorsOf(ask.reader, refusals)
  return { status: 422, page: <ClosePage reader={ask.reader} unit={unit} others={others} draft={draft} errors={errors} /> }
}

/** The units that could take over from one that ends. */
async function heirsOf(ask: Ask, unit: Unit): Promise<Unit[]> {
  const units = await listUnits(ask.site.database.read)
  return units.filter((one) => exists(one, ask.reader.today) && !one.path.startsWith(unit.path))
}

function readUnit(ask: Ask): UnitDraft {
  const word = (name: keyof UnitDraft) => field(ask, name).trim()
  return {
    ...readName(ask),
    code: word('code'),
    kind: word('kind'),
    level: word('level'),
    organisationCode: word('organisationCode').toUpperCase(),
  }
}

function readName(ask: Ask): NameDraft {
  const word = (name: keyof NameDraft) => field(ask, name).trim()
  return {
    nameZh: word('nameZh'),
    nameEn: word('nameEn'),
    shortZh: word('shortZh'),
    shortEn: word('shortEn'),
    on: word('on'),
    reason: word('reason'),
  }
}
