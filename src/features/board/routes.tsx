import { reach } from '../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { writeCsv } from '../../platform/sheets/write-csv.ts'
import { href } from '../../ui/reader.ts'
import { findPeople } from '../accounts/index.ts'
import { findUnitByCode } from '../organisations/index.ts'
import { BoardPage } from './pages/board-page.tsx'
import { boardTable } from './pages/board-table.ts'
import { readBoard, type Board } from './read-board.ts'
import { remindUnits } from './remind-units.ts'
import { needsReminder, type RemindRefusal } from './standing.ts'

/** The office's board: all units in a row, and one button that reminds those that need it. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/desk/board', policy: 'board.read', answer: (ask) => show(ask) },
  { method: 'GET', path: '/desk/board.csv', policy: 'board.read', answer: giveTable },
  { method: 'POST', path: '/desk/board/remind', policy: 'board.remind', about: pathOfNamed, answer: remind },
]

interface Read {
  board: Board
  names: Awaited<ReturnType<typeof findPeople>>
  /** The code of the unit under which the rows stand; '' for all. */
  under: string
}

async function read(ask: Ask): Promise<Read> {
  const db = ask.site.database.read
  const board = await readBoard(ask.site, db, reach('board.read', ask.visitor?.posts ?? []))
  const under = (ask.query['under'] ?? '').slice(0, 60)
  const top = [...board.units.values()].find((unit) => unit.code === under)
  const standings =
    top === undefined ? board.standings : board.standings.filter((one) => board.units.get(one.unitId)?.path.startsWith(top.path))
  const people = standings.flatMap((one) => [...one.officers, ...one.waits.flatMap((wait) => wait.with)].map((holder) => holder.personId))
  return { board: { ...board, standings }, names: await findPeople(db, people), under: top === undefined ? '' : under }
}

async function show(ask: Ask, refusals: readonly RemindRefusal[] = []): Promise<Answer> {
  const { board, names, under } = await read(ask)
  const today = ask.reader.today
  const left = board.standings.filter((one) => needsReminder(one) && (one.remindedOn === undefined || one.remindedOn < today)).length
  return {
    status: refusals.length === 0 ? 200 : 409,
    page: <BoardPage {...{ reader: ask.reader, board, names, under, left, refusals, done: doneIn(ask) }} />,
  }
}

/** What the last reminder did, from the address that it led to. */
function doneIn({ query }: Ask): { units: number; people: number; unreached: number } | undefined {
  const count = (name: string): number | undefined => (/^\d{1,6}$/.test(query[name] ?? '') ? Number(query[name]) : undefined)
  const [units, people, unreached] = [count('units'), count('people'), count('unreached')]
  return units === undefined || people === undefined || unreached === undefined ? undefined : { units, people, unreached }
}

async function giveTable(ask: Ask): Promise<Answer> {
  const { board, names } = await read(ask)
  return { text: writeCsv(boardTable(ask.reader, board, names)), type: 'text/csv; charset=utf-8' }
}

async function remind(ask: Ask): Promise<Answer> {
  const posts = ask.visitor?.posts ?? []
  const outcome = await remindUnits(ask.site, { personId: ask.visitor?.personId ?? 0, posts }, await pathUnder(ask))
  if (!outcome.ok) return show(ask, outcome.refusals)
  const { units, people, unreached } = outcome.value
  const query = new URLSearchParams({ units: String(units), people: String(people), unreached: String(unreached.length) })
  return { redirect: `${href(ask.reader, '/desk/board')}?${query.toString()}` }
}

/** For the edge: the unit under which they stand; where all are meant, any place in which the visitor holds the right. */
async function pathOfNamed(ask: Ask): Promise<string | undefined> {
  return field(ask, 'unit') === '' ? (reach('board.remind', ask.visitor?.posts ?? [])[0] ?? '/') : pathUnder(ask)
}

async function pathUnder(ask: Ask): Promise<string | undefined> {
  const code = field(ask, 'unit')
  return code === '' ? undefined : (await findUnitByCode(ask.site.database.read, code))?.path
}
