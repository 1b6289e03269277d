import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { difference } from '../../platform/text/difference.ts'
import { renderMarkdown } from '../../platform/text/markdown.ts'
import { href } from '../../ui/reader.ts'
import { answerFinding } from './answer-finding.ts'
import { textOf } from './document.ts'
import { DocumentPage, type DocumentPageProps } from './pages/document-page.tsx'
import { answerField } from './pages/findings.tsx'
import { askedId, officerOf, pathOfAsked, readAsked } from './read-asked.ts'
import { readDesk, type DeskDocument } from './read-desk.ts'

/** One document at the desk, and the answers to what the checks found. */
export const documentRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/documents/:id', policy: 'documents.read', about: pathOfAsked, answer: (ask) => documentPage(ask, {}) },
  { method: 'POST', path: '/desk/documents/:id/answer', policy: 'documents.write', about: pathOfAsked, answer: answer },
]

/** The desk page of the document that is asked for; with `errors`, what was typed comes back. */
export async function documentPage(ask: Ask, rest: Pick<DocumentPageProps, 'errors' | 'typed'>, status = 200): Promise<Answer> {
  const desk = await readDesk(ask.site, await readAsked(ask), officerOf(ask).posts)
  return {
    status,
    page: (
      <DocumentPage
        reader={ask.reader}
        desk={desk}
        calendar={ask.site.calendar}
        html={renderMarkdown(desk.whole.version.body)}
        compared={comparedWith(ask, desk)}
        done={ask.query['done'] ?? ''}
        limits={ask.site.houseRules.files}
        wasNotSubmitted={ask.query['tried'] === 'submit' && desk.whole.document.stage === 'draft'}
        {...rest}
      />
    ),
  }
}

/** The version that the address names; else what readers have now, what this person had in hand last, or what was last submitted. */
function comparedWith(ask: Ask, desk: DeskDocument): DocumentPageProps['compared'] {
  const { document, version, steps } = desk.whole
  const submitted = steps.findLast((step) => step.move === 'submit')?.version
  const seen = steps.findLast((step) => step.personId === officerOf(ask).personId && step.version !== version.number)?.version
  const usual = document.stage === 'released' ? undefined : (document.publishedVersion ?? seen ?? submitted)
  const number = Number(ask.query['compare']) || usual
  const before = number === version.number ? undefined : desk.versions.find((one) => one.number === number)
  if (before === undefined) return undefined
  return {
    number: before.number,
    isPublished: before.number === document.publishedVersion,
    changes: difference(textOf(before), textOf(version)),
  }
}

async function answer(ask: Ask): Promise<Answer> {
  const name = answerField(field(ask, 'passage'))
  const words = field(ask, name).trim()
  const given = { check: field(ask, 'check'), passageHash: field(ask, 'passage'), words }
  const outcome = await answerFinding(ask.site, officerOf(ask), askedId(ask), given)
  if (outcome.ok) return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=answered#findings` }
  const errors = outcome.refusals.map((refusal) => ({ field: name, message: ask.reader.t(`publishing.answer.${refusal}`) }))
  return documentPage(ask, { errors, typed: { [name]: words } }, 422)
}
