import type { z } from 'zod'
import type { WordKey } from '../../kernel/words.ts'
import type { Call } from '../../platform/http/api/call.ts'
import { findDuty } from '../catalogue/index.ts'
import { findUnit } from '../organisations/index.ts'
import {
  examine,
  examineFiles,
  obstacles,
  situationWith,
  wordsFor,
  type AnsweredFinding,
  type ExaminedFile,
  type WholeDocument,
} from '../publishing/index.ts'
import type { draftFile, draftLine, draftWhole, examinedFile } from './give-forms.ts'
import type { OwnDraft } from './queries.ts'

type Line = z.infer<typeof draftLine>

/** A draft as its system sees it: the text, what the checks found, and what stands in the way of handing it on. */
export async function viewDraft(call: Call, own: OwnDraft, whole: WholeDocument): Promise<z.infer<typeof draftWhole>> {
  const { site, t } = call
  const db = site.database.read
  const { document, version } = whole
  const unitPath = (await findUnit(db, document.unitId))?.path ?? ''
  const findings = await examine(site, db, document, version)
  const files = await examineFiles(db, document.id, whole.files)
  const situation = await situationWith(site, db, whole, unitPath, findings, files)
  const inTheWay =
    document.stage === 'draft' ? obstacles(situation, 'submit', { id: call.caller.personId, may: () => true, remark: '' }) : []
  const duty = document.dutyId === undefined ? undefined : await findDuty(db, document.dutyId)
  const { summary, body, language, attribute, ground, groundReason, audience, documentNumber, subject, genre, served, keywords } = version
  return {
    ...(await viewLine(call, own, whole)),
    ...{ duty: duty?.code ?? null, task: document.taskId ?? null },
    ...{ summary, body, language, attribute, ground, groundReason, audience, documentNumber, subject, genre, served, keywords },
    ...{ formedOn: version.formedOn ?? null, validUntil: version.validUntil ?? null },
    files: files.map((one) => viewExamined(call, one)),
    findings: findings.map((one) => viewFinding(call, one)),
    obstacles: [
      ...situation.missing.map((one) => ({ code: one, message: t(`publishing.missing.${one}`) })),
      ...inTheWay.filter((one) => one !== 'incomplete').map((one) => ({ code: one, message: t(`publishing.obstacle.${one}`) })),
    ],
    sentBack: sentBackOf(whole),
  }
}

/** The same in one line of a list. */
export async function viewLine({ site }: Call, own: OwnDraft, { document, version }: WholeDocument): Promise<Line> {
  const unit = await findUnit(site.database.read, document.unitId)
  const { baseUrl } = site.config
  const isPublic = document.publishedVersion !== undefined && document.standing !== 'kept'
  return {
    id: document.id,
    reference: own.reference,
    indexNumber: document.indexNumber,
    unit: { code: unit?.code ?? '', nameZh: unit?.nameZh ?? '', nameEn: unit?.nameEn ?? '' },
    title: version.title,
    stage: document.stage,
    standing: document.standing,
    version: document.currentVersion,
    savedAt: version.savedAt.toISOString(),
    api: `${baseUrl}/api/v1/drafts/${document.id}`,
    desk: `${baseUrl}/desk/documents/${document.id}`,
    url: isPublic ? `${baseUrl}/documents/${document.indexNumber.split('/').map(encodeURIComponent).join('/')}` : null,
  }
}

export function viewFile({ id, name, mediaType, sizeBytes, sha256 }: WholeDocument['files'][number]): z.infer<typeof draftFile> {
  return { id, name, mediaType, sizeBytes: Number(sizeBytes), sha256 }
}

function viewExamined({ t }: Call, { file, state, findings }: ExaminedFile): z.infer<typeof examinedFile> {
  return {
    ...viewFile(file),
    state,
    findings: findings.map((one) => ({
      ...{ check: one.check, weight: one.weight, isAnswered: one.answer !== undefined },
      reason: t(wordsFor(one, 'because', one.isOfText), one.params),
      advice: t(wordsFor(one, 'advice', one.isOfText), one.params),
    })),
  }
}

function viewFinding({ t }: Call, finding: AnsweredFinding) {
  return {
    check: finding.check,
    weight: finding.weight,
    isAnswered: finding.answer !== undefined,
    place: {
      in: finding.isInHead ? ('head' as const) : ('text' as const),
      ...{ line: finding.line, column: finding.column, start: finding.start, end: finding.end },
    },
    passage: finding.passage,
    reason: t(`checks.${finding.check}.because.${finding.because}` as WordKey, finding.params),
    advice: t(`checks.${finding.check}.advice` as WordKey),
  }
}

/** Only the last word counts: after the next submission it is over. */
function sentBackOf({ steps }: WholeDocument): { at: string; remark: string } | null {
  const last = steps.at(-1)
  return last?.move === 'send-back' ? { at: last.at.toISOString(), remark: last.remark } : null
}
