import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Colleague } from '../../accounts/index.ts'
import type { Board } from '../read-board.ts'
import type { Standing, Wait } from '../standing.ts'

export type Names = ReadonlyMap<number, Pick<Colleague, 'nameZh' | 'nameEn'>>

/** With whom texts wait, by name; a vacant post is said as such. */
export function withWhom(reader: Pick<Reader, 'lang' | 't'>, wait: Pick<Wait, 'with'>, names: Names): string {
  const people = [...new Set(wait.with.map((holder) => holder.personId))].flatMap((id) => names.get(id) ?? [])
  if (people.length === 0) return reader.t('board.nobody')
  return people.map((person) => nameIn(reader, person)).join(reader.t('board.and'))
}

/** How many texts of a unit wait for a hand, at whatever step. */
export function waitingIn({ waits }: Pick<Standing, 'waits'>): number {
  return waits.reduce((sum, wait) => sum + wait.count, 0)
}

/** The board as a table to take away: its head, then one line a unit. */
export function boardTable(reader: Pick<Reader, 'lang' | 't'>, board: Board, names: Names): (string | number)[][] {
  const head = (['unit', 'overdue', 'since', 'due-soon', 'in-time', 'empty', 'stale', 'waiting', 'with', 'reminded'] as const).map((name) =>
    reader.t(`board.column.${name}`),
  )
  const rows = board.standings.map((one) => {
    const unit = board.units.get(one.unitId)
    const people = one.waits.map((wait) => withWhom(reader, wait, names))
    return [
      unit === undefined ? '' : nameIn(reader, unit),
      ...[one.overdue, one.overdueSince ?? '', one.dueSoon, one.inTime, one.empty, one.stale, waitingIn(one)],
      [...new Set(people)].join(reader.t('board.and')),
      one.remindedOn ?? '',
    ]
  })
  return [head, ...rows]
}
