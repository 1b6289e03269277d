import type { Day } from '../../../kernel/day.ts'

/** Everything that the detectors look at: the city as a few set-based questions to the database describe it. */
export interface View {
  today: Day
  /** The units that exist today, parents before children. */
  units: readonly SeenUnit[]
  /** The duties of proactive disclosure in force, with every unit of today that owes them. */
  lines: readonly SeenLine[]
  /** By `lineKey`. */
  tasks: ReadonlyMap<string, TasksOfLine>
  published: ReadonlyMap<string, { newestOn: Day }>
  missed: readonly Missed[]
  outside: readonly Outside[]
  months: readonly MonthOfUnit[]
  /** How many documents a unit released in a month: by `unitId YYYY-MM`. */
  released: ReadonlyMap<string, number>
  /** Whose reason for an empty or standing column holds today, by `lineKey`. */
  excused: ReadonlySet<string>
  newestOn?: Day
  categories: readonly SeenCategory[]
  texts: readonly SeenText[]
}

export interface SeenUnit {
  id: number
  kind: string
  parentId?: number
  path: string
  sinceOn: Day
  profileOn: Day
  /** Fields of the profile that are empty. */
  missing: readonly string[]
  /** The last change of the organisation that the profile does not know of yet. */
  outdatedOn?: Day
}

export interface SeenLine {
  dutyId: number
  unitId: number
  code: string
  categoryId: number
  /** Waits for something to happen: it has no task before that. */
  waitsForEvent: boolean
  isRequired: boolean
  isForStaff: boolean
  sinceOn: Day
}

export interface TasksOfLine {
  firstDueOn: Day
  overdueOn?: Day
  settledOn?: Day
}

export interface Missed {
  id: number
  dutyId: number
  unitId: number
  dueOn: Day
  fulfilledOn?: Day
  fulfilledBy?: string
}

export interface Outside {
  id: number
  unitId: number
  dutyId?: number
  publishedOn: Day
}

export interface MonthOfUnit {
  unitId: number
  month: string
  due: number
  done: number
  publications: number
}

export interface SeenCategory {
  id: number
  code: string
  path: string
}

/** What was read in one published text: a date that cannot be, links of this site that lead nowhere, a superior's text that it repeats. */
export interface SeenText {
  id: number
  unitId: number
  publishedOn: Day
  dateFault?: string
  deadLinks: readonly { address: string; goneOn?: Day }[]
  copyOf?: { id: number; indexNumber: string; percent: number }
}

/** Names a duty of one unit. */
export function lineKey(line: { dutyId: number; unitId: number }): string {
  return `${line.dutyId}:${line.unitId}`
}

/** The government whose site this is: the first unit that stands under no other. */
export function rootOf(view: Pick<View, 'units'>): SeenUnit | undefined {
  return view.units.find((unit) => unit.parentId === undefined)
}
