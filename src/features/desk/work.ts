import type { Day } from '../../kernel/day.ts'

/** One thing that waits for a person, with the day that decides and the one next act. */
export interface WaitingThing {
  kind:
    | 'task'
    | 'sent-back'
    | 'draft'
    | 'approve'
    | 'clear'
    | 'sign'
    | 'confirm'
    | 'decide'
    | 'after-review'
    | 'reassess'
    | 'application-mail'
    | 'application-letter'
    | 'application-new'
    | 'application-hand'
    | 'application-errand'
    | 'application'
    | 'round'
  title: string
  /** The unit that owes it. */
  unitId: number
  /** The legal day; a draft that answers no task has none. */
  dueOn?: Day
  isProvisional?: boolean
  /** The inner day of the chain for this hand, where it comes before the legal one. */
  innerOn?: Day
  taskId?: number
  /** The material of a period, handed in to the office: it is no document. */
  isMaterial?: boolean
  documentId?: number
  /** Which occurrence of its duty, in words. */
  period?: string
  /** Where it is done, when that is neither its task nor its document. */
  path?: string
}

/** How many things the first page of the desk shows before it is asked for all: of those to do now, and of those for later. */
export const shownFirst = 7
export const laterFirst = 12

/** The order of work: what is due first comes first; what has no day comes last, sent back before fresh drafts. */
export function inOrder(things: readonly WaitingThing[]): WaitingThing[] {
  return [...things].sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
}

/** What must be done now: overdue, due within the horizon, waiting for this hand, or sent back. The rest can wait. */
export function splitByUrgency(things: readonly WaitingThing[], horizon: Day): { now: WaitingThing[]; later: WaitingThing[] } {
  const isNow = (thing: WaitingThing): boolean => isHandWork(thing) || (thing.dueOn !== undefined && thing.dueOn <= horizon)
  return { now: inOrder(things.filter(isNow)), later: inOrder(things.filter((thing) => !isNow(thing))) }
}

function isHandWork(thing: WaitingThing): boolean {
  return !['task', 'draft', 'application', 'round'].includes(thing.kind)
}

const kindOrder = [
  'application-mail',
  'application-letter',
  'after-review',
  'application-hand',
  'application-errand',
  'application-new',
  'confirm',
  'decide',
  'reassess',
  'sign',
  'clear',
  'approve',
  'sent-back',
  'application',
  'round',
  'task',
  'draft',
]

function keyOf(thing: WaitingThing): string {
  return `${thing.innerOn ?? thing.dueOn ?? '9999-12-31'} ${kindOrder.indexOf(thing.kind)} ${thing.title}`
}
