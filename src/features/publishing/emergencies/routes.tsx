import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { renderMarkdown } from '../../../platform/text/markdown.ts'
import { href } from '../../../ui/reader.ts'
import { moveDocument, type MoveRefusal } from '../move-document.ts'
import { moveFrom } from '../move.ts'
import { obstacleField } from '../pages/field-of.ts'
import { askedId, officerOf, pathOfAsked, readAsked } from '../read-asked.ts'
import { readDesk } from '../read-desk.ts'
import { AfterReviewPage } from './pages/after-review-page.tsx'
import { EmergencyPage, type TypedEmergency } from './pages/emergency-page.tsx'

const at = (path: string) => ({ path: `/desk/documents/:id/${path}`, about: pathOfAsked })

/** Releasing in an emergency, and the review by somebody else that must follow. */
export const emergencyRoutes: readonly Route[] = [
  { method: 'GET', policy: 'documents.emergency', ...at('emergency'), answer: (ask) => showEmergency(ask, { kind: '', remark: '' }) },
  { method: 'POST', policy: 'documents.emergency', ...at('emergency'), answer: releaseNow },
  { method: 'GET', policy: 'documents.review-after', ...at('after-review'), answer: (ask) => showReview(ask, '') },
  { method: 'POST', policy: 'documents.review-after', ...at('after-review'), answer: review },
]

async function showEmergency(ask: Ask, typed: TypedEmergency, refusals: readonly MoveRefusal[] = []): Promise<Answer> {
  const desk = await readDesk(ask.site, await readAsked(ask), officerOf(ask).posts)
  if (moveFrom(desk.whole.document.stage, 'emergency') === undefined && refusals.length === 0) return back(ask, '')
  const errors = refusals.map((one) => ({ field: obstacleField[one], message: ask.reader.t(`publishing.obstacle.${one}`) }))
  return {
    status: errors.length > 0 ? 422 : 200,
    page: <EmergencyPage reader={ask.reader} desk={desk} html={renderMarkdown(desk.whole.version.body)} typed={typed} errors={errors} />,
  }
}

async function releaseNow(ask: Ask): Promise<Answer> {
  const typed = { kind: field(ask, 'kind'), remark: field(ask, 'remark').trim() }
  const outcome = await moveDocument(ask.site, officerOf(ask), askedId(ask), { move: 'emergency', ...seenIn(ask), ...typed })
  return outcome.ok ? back(ask, 'emergency') : showEmergency(ask, typed, outcome.refusals)
}

async function showReview(ask: Ask, remark: string, refusals: readonly MoveRefusal[] = []): Promise<Answer> {
  const desk = await readDesk(ask.site, await readAsked(ask), officerOf(ask).posts)
  if (desk.situation.emergency === undefined && refusals.length === 0) return back(ask, '')
  const errors = refusals.map((one) => ({ field: obstacleField[one], message: ask.reader.t(`publishing.obstacle.${one}`) }))
  return {
    status: errors.length > 0 ? 422 : 200,
    page: (
      <AfterReviewPage
        reader={ask.reader}
        desk={desk}
        calendar={ask.site.calendar}
        html={renderMarkdown(desk.whole.version.body)}
        remark={remark}
        errors={errors}
      />
    ),
  }
}

async function review(ask: Ask): Promise<Answer> {
  const move = field(ask, 'move') === 'revoke' ? 'revoke' : 'uphold'
  const remark = field(ask, 'remark').trim()
  const outcome = await moveDocument(ask.site, officerOf(ask), askedId(ask), { move, ...seenIn(ask), remark })
  return outcome.ok ? back(ask, move) : showReview(ask, remark, outcome.refusals)
}

function seenIn(ask: Ask): { version: number; seen?: string } {
  const seen = field(ask, 'seen')
  return { version: Number(field(ask, 'version')), ...(seen === '' ? {} : { seen }) }
}

function back(ask: Ask, done: string): Answer {
  return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}${done === '' ? '' : `?done=${done}`}` }
}
