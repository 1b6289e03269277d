import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { difference } from '../../platform/text/difference.ts'
import { renderMarkdown } from '../../platform/text/markdown.ts'
import type { FieldError } from '../../ui/form.tsx'
import { href } from '../../ui/reader.ts'
import { textOf } from './document.ts'
import { isDay } from '../../kernel/day.ts'
import { moveDocument, type MoveRefusal } from './move-document.ts'
import { plainMove, moveFrom, moves, type PlainMove } from './move.ts'
import { officerMay } from './officer.ts'
import { obstacleField } from './pages/field-of.ts'
import { MovePage, passagePairs, type MovePageProps, type TypedMove } from './pages/move-page.tsx'
import { askedId, officerOf, pathOfAsked, readAsked } from './read-asked.ts'
import { readDesk, type DeskDocument } from './read-desk.ts'

/**
 * Handing a document on, or back. Which right a move needs depends on where the document is, so the table of moves decides; the policy
 * of the address is only that the person may read it.
 */
export const moveRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/documents/:id/move/:move', policy: 'documents.read', about: pathOfAsked, answer: showMove },
  { method: 'POST', path: '/desk/documents/:id/move', policy: 'documents.read', about: pathOfAsked, answer: move },
]

const conclusions = ['may-publish', 'may-not', 'refer-up'] as const

async function showMove(ask: Ask): Promise<Answer> {
  const name = plainMove(ask.params['move'])
  if (name === undefined) throw new NotFound(ask.reader.path)
  const desk = await readDesk(ask.site, await readAsked(ask), officerOf(ask).posts)
  mustHaveRight(ask, desk, name)
  if (moveFrom(desk.whole.document.stage, name) === undefined) return { redirect: href(ask.reader, `/desk/documents/${askedId(ask)}`) }
  return movePage(ask, desk, name, { typed: typedIn(ask) })
}

async function move(ask: Ask): Promise<Answer> {
  const name = plainMove(field(ask, 'move'))
  if (name === undefined) throw new NotFound(field(ask, 'move'))
  const desk = await readDesk(ask.site, await readAsked(ask), officerOf(ask).posts)
  mustHaveRight(ask, desk, name)
  const typed = typedIn(ask)
  const passages = typed.passages.filter(({ passage, words }) => passage !== '' || words !== '')
  const wordless = typed.passages.flatMap(({ passage, words }, at) => (passage !== '' && words === '' ? [`words-${at + 1}`] : []))
  if (wordless.length > 0) {
    const errors = wordless.map((one) => ({ field: one, message: ask.reader.t('publishing.move-page.words-missing') }))
    return movePage(ask, desk, name, { typed, errors }, 422)
  }
  const version = Number(field(ask, 'version'))
  const outcome = await moveDocument(ask.site, officerOf(ask), askedId(ask), {
    move: name,
    version,
    seen: field(ask, 'seen') || undefined,
    remark: typed.remark,
    passages,
    review: reviewIn(typed),
  })
  if (outcome.ok) return { redirect: wayOn(ask, name) }
  return refusedPage(ask, name, typed, version, outcome.refusals)
}

/** A reviewer goes on to what waits next; whoever wrote, or signed, sees the document. */
function wayOn(ask: Ask, name: PlainMove): string {
  const isQueue = name === 'approve' || name === 'clear' || name === 'send-back'
  return `${href(ask.reader, isQueue ? '/desk/reviews' : `/desk/documents/${askedId(ask)}`)}?done=${name}`
}

/** Everything typed comes back, with every reason beside its field, and what changed in the text since it was read. */
async function refusedPage(
  ask: Ask,
  name: PlainMove,
  typed: TypedMove,
  version: number,
  refusals: readonly MoveRefusal[],
): Promise<Answer> {
  const desk = await readDesk(ask.site, await readAsked(ask), officerOf(ask).posts)
  const shown = isReview(typed) ? 'clear' : name
  const errors: FieldError[] = refusals.map((refusal) => ({
    field: fieldFor(shown, refusal),
    message: ask.reader.t(`publishing.obstacle.${refusal}`),
  }))
  const read = desk.versions.find((one) => one.number === version)
  const isStale = refusals.includes('read-another-version') && read !== undefined
  const changes = isStale ? difference(textOf(read), textOf(desk.whole.version)) : undefined
  return movePage(ask, desk, shown, { typed, errors, changes }, isStale ? 409 : 422)
}

/** Sent back from the form of the secrecy review: that form comes back, with everything in it. */
function isReview({ conclusion, basis, opinion, consulted, redactions }: TypedMove): boolean {
  return [conclusion, basis, opinion, consulted, redactions].some((text) => text !== '')
}

/** The secrecy review's form carries its own remark; where a form has no such field, the reason stands at its button. */
function fieldFor(name: PlainMove, refusal: MoveRefusal): string {
  const asked = obstacleField[refusal]
  if (name === 'clear') return asked
  return asked === 'remark' && (name === 'send-back' || name === 'drop' || name === 'unschedule') ? asked : 'move'
}

function movePage(
  ask: Ask,
  desk: DeskDocument,
  name: PlainMove,
  rest: Pick<MovePageProps, 'typed' | 'errors' | 'changes'>,
  status = 200,
): Answer {
  const html = renderMarkdown(desk.whole.version.body)
  return { status, page: <MovePage reader={ask.reader} desk={desk} move={name} html={html} {...rest} /> }
}

/** Whoever could never make this move is told so; whoever only cannot make it now is told why. */
function mustHaveRight(ask: Ask, desk: DeskDocument, name: PlainMove): void {
  const officer = officerOf(ask)
  const rights = moves.filter((one) => one.name === name).map((one) => one.action)
  if (!rights.some((action) => officerMay(officer, action, desk.unit.path))) throw new NotAllowed(`${name} ${desk.unit.path}`)
}

function typedIn(ask: Ask): TypedMove {
  const text = (name: string) => field(ask, name).trim()
  const passages = Array.from({ length: passagePairs }, (_, at) => ({ passage: text(`passage-${at + 1}`), words: text(`words-${at + 1}`) }))
  const [remark, conclusion, basis] = [text('remark'), text('conclusion'), text('basis')]
  const secret = { level: text('level'), classifiedUntil: text('classifiedUntil') }
  return {
    remark,
    conclusion,
    basis,
    ...secret,
    opinion: text('opinion'),
    consulted: text('consulted'),
    redactions: text('redactions'),
    passages,
  }
}

const levels = ['low', 'high', 'top'] as const

function reviewIn({ conclusion, basis, opinion, consulted, redactions, level, classifiedUntil }: TypedMove) {
  const chosen = levels.find((one) => one === level)
  return {
    ...{ conclusion: conclusions.find((one) => one === conclusion) ?? ('' as const), basis, opinion, consulted, redactions },
    ...(chosen === undefined ? {} : { level: chosen }),
    ...(isDay(classifiedUntil) ? { classifiedUntil } : {}),
  }
}
