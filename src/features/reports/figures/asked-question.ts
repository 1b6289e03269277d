import type { Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { inReach, type Action } from '../../../kernel/policy.ts'
import type { Ask } from '../../../platform/http/route.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { figureOf } from './all-figures.ts'
import { partOf, type Figure, type Question } from './count-figures.ts'
import { periodFrom, periodWith, type Period } from './period.ts'

/**
 * What an address asks: `?unit=`, `?alone=yes` (that unit without what is below it), `?period=`; the whole city and the running year unless
 * told. Throws NotFound for what is not there.
 */
export async function askedQuestion(ask: Ask): Promise<Question> {
  return questionOf(ask.site, ask.query)
}

/** The same of a unit and a period by their codes. */
export async function questionOf(
  site: Site,
  asked: { unit?: string | undefined; alone?: string | undefined; period?: string | undefined },
): Promise<Question> {
  const units = await listUnits(site.database.read)
  const unit = asked.unit ? unitNamed(units, asked.unit) : undefined
  const isAlone = unit !== undefined && asked.alone === 'yes'
  return { units, unit, isAlone, period: periodOf(asked.period ?? '', site.today()), cutOff: site.today() }
}

/** The same at the desk, for a unit in which the visitor may read: the highest of their own unless told. Throws NotFound for any other. */
export async function askedInReach(ask: Ask, action: Action): Promise<Question & { unit: Unit; inReach: readonly Unit[] }> {
  const question = await askedQuestion(ask)
  const own = inReach(question.units, action, ask.visitor?.posts ?? [])
  const unit = question.unit ?? own.toSorted((one, other) => one.path.length - other.path.length)[0]
  if (unit === undefined || !own.includes(unit)) throw new NotFound('no such unit in reach')
  return { ...question, unit, inReach: own }
}

/** The figure that an address names, or the part of it that `?by=channel&part=online` names. Throws NotFound. */
export function askedFigure({ params, query }: Pick<Ask, 'params' | 'query'>): Figure {
  const { by = '', part = '' } = query
  const whole = figureOf(params['figure'] ?? '')
  const figure = whole === undefined || by === '' ? whole : partOf(whole, by, part)
  if (figure === undefined) throw new NotFound(`figure ${params['figure']} ${by} ${part}`)
  return figure
}

/** A key of a list; 0 for anything that is none. */
export function askedAfter(ask: Ask): number {
  return /^\d{1,15}$/.test(ask.query['after'] ?? '') ? Number(ask.query['after']) : 0
}

function periodOf(text: string, today: Day): Period {
  if (text === '') return periodWith('year', today)
  const period = periodFrom(text)
  if (period === undefined || period.from > today) throw new NotFound(`period ${text}`)
  return period
}

function unitNamed(units: readonly Unit[], code: string): Unit {
  const unit = units.find((one) => one.code === code)
  if (unit === undefined) throw new NotFound(`unit ${code}`)
  return unit
}
