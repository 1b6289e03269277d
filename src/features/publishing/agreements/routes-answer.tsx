import { NotFound } from '../../../kernel/faults.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { renderMarkdown } from '../../../platform/text/markdown.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { listDuties, listTasks } from '../../catalogue/index.ts'
import { officerMay, type Officer } from '../officer.ts'
import { officerOf } from '../read-asked.ts'
import { answerRefusals, type AnswerKind, type AnswerRefusal } from './agreement.ts'
import { answerAgreement, rightToAnswer } from './answer-agreement.ts'
import { AgreementPage, type AgreementPageProps } from './pages/agreement-page.tsx'
import { CoordinationPage } from './pages/coordination-page.tsx'
import { readAskedOf, readOneAsked, type Asked } from './read-asked-of.ts'

const open = { policy: 'coordination.read', about: pathOfUnit } as const

/** What other units ask of one's own. Which right an answer needs depends on what is asked, so the act decides about it. */
export const answerRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/coordination', policy: 'coordination.read', answer: showList },
  { method: 'GET', path: '/desk/coordination/:id', ...open, answer: (ask) => showOne(ask, { kind: '', words: '', task: '' }) },
  { method: 'GET', path: '/desk/coordination/:id/files/:fileId', ...open, answer: download },
  { method: 'POST', path: '/desk/coordination/:id/answer', ...open, answer },
]

const kinds = ['agree', 'propose', 'object', 'decide'] as const

async function showList(ask: Ask): Promise<Answer> {
  const asked = await readAskedOf(ask.site, officerOf(ask))
  const [open, given] = [asked.filter(({ one }) => one.state === 'open'), asked.filter(({ one }) => one.state !== 'open')]
  const isDone = ask.query['done'] === 'answered'
  return { page: <CoordinationPage reader={ask.reader} open={open} given={given} calendar={ask.site.calendar} isDone={isDone} /> }
}

async function showOne(ask: Ask, typed: AgreementPageProps['typed'], errors: FieldError[] = []): Promise<Answer> {
  const asked = await readHere(ask)
  const isStale = errors.some((error) => error.field === 'seen')
  return {
    status: errors.length === 0 ? 200 : isStale ? 409 : 422,
    page: (
      <AgreementPage
        reader={ask.reader}
        asked={asked}
        calendar={ask.site.calendar}
        html={renderMarkdown(asked.whole.version.body)}
        kinds={possible(ask, asked)}
        tasks={await tasksOf(ask, asked)}
        typed={typed}
        errors={errors.map((error) => (error.field === 'seen' ? { ...error, field: 'kind' } : error))}
      />
    ),
  }
}

async function answer(ask: Ask): Promise<Answer> {
  const typed = { kind: field(ask, 'kind'), words: field(ask, 'words').trim(), task: field(ask, 'task') }
  const kind = kinds.find((one) => one === typed.kind)
  if (kind === undefined) return showOne(ask, typed, [{ field: 'kind', message: ask.reader.t('release.agreement.refused.kind-missing') }])
  const taskId = /^\d{1,15}$/.test(typed.task) ? Number(typed.task) : undefined
  const request = { kind, words: typed.words, seen: field(ask, 'seen'), taskId }
  const outcome = await answerAgreement(ask.site, officerOf(ask), idOf(ask), request)
  if (outcome.ok) return { redirect: `${href(ask.reader, '/desk/coordination')}?done=answered` }
  return showOne(ask, typed, errorsOf(ask.reader, outcome.refusals))
}

const fieldOf: Partial<Record<AnswerRefusal | 'not-its-task', string>> = {
  'words-missing': 'words',
  'not-its-task': 'task',
  'read-another-text': 'seen',
}

function errorsOf(reader: Reader, refusals: readonly (AnswerRefusal | 'not-its-task')[]): FieldError[] {
  return refusals.map((one) => ({ field: fieldOf[one] ?? 'kind', message: reader.t(`release.agreement.refused.${one}`) }))
}

/** The answers to which nothing stands in the way but their words. */
function possible(ask: Ask, { one, whole }: Asked): AnswerKind[] {
  const officer: Officer = officerOf(ask)
  const situation = { ...one, stage: whole.document.stage, authors: whole.authors, today: ask.site.today() }
  return kinds.filter((kind) => {
    const wanted = { kind, words: 'asked on the way', seen: one.seenHash, byId: officer.personId }
    return officerMay(officer, rightToAnswer(one.kind, kind), one.unit.path) && answerRefusals(situation, wanted).length === 0
  })
}

const mostTasks = 50

async function tasksOf(ask: Ask, { one }: Asked): Promise<{ id: number; title: string }[]> {
  if (one.kind !== 'co-issue') return []
  const db = ask.site.database.read
  const open = await listTasks(db, { unitIds: [one.unitId], isOpen: true, opensUntil: ask.site.today(), limit: mostTasks })
  const duties = new Map((await listDuties(db)).map((duty) => [duty.id, duty]))
  const nameOf = (dutyId: number) => (ask.reader.lang === 'zh' ? duties.get(dutyId)?.titleZh : duties.get(dutyId)?.titleEn) ?? ''
  return open.map((task) => ({ id: task.id, title: [nameOf(task.dutyId), task.matter || task.dueOn].filter(Boolean).join(' · ') }))
}

async function download(ask: Ask): Promise<Answer> {
  const { whole } = await readHere(ask)
  const file = whole.files.find((one) => String(one.id) === ask.params['fileId'])
  if (file === undefined) throw new NotFound(ask.reader.path)
  return { file: await filesOf(ask.site.config).read(file.sha256), type: 'application/octet-stream', name: file.name }
}

async function readHere(ask: Ask): Promise<Asked> {
  const asked = await readOneAsked(ask.site, ask.site.database.read, idOf(ask))
  if (asked === undefined) throw new NotFound(ask.reader.path)
  return asked
}

/** The path of the unit that is asked; undefined when there is no such request. */
async function pathOfUnit(ask: Ask): Promise<string | undefined> {
  return (await readOneAsked(ask.site, ask.site.database.read, idOf(ask)))?.one.unit.path
}

function idOf(ask: Ask): number {
  return /^[1-9]\d{0,14}$/.test(ask.params['id'] ?? '') ? Number(ask.params['id']) : 0
}
