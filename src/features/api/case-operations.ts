import type { Operation } from './api-operation.ts'
import * as forms from './case-forms.ts'
import * as give from './case-give-forms.ts'
import { decideInCase, handInCase } from './decide-in-case.ts'
import { doDeed } from './do-deed.ts'
import { unitOfCase } from './own-case.ts'
import { readCases, readOneCase } from './read-cases.ts'
import { registerCase } from './register-case.ts'
import { replyToCase, submitReply } from './reply-to-case.ts'
import { submission } from './write-forms.ts'

const register = '/api/v1/desk/applications'
const path = `${register}/:ref`
const item = `${path}/items/:position`
const about = { params: forms.caseParams, about: unitOfCase } as const
/** Everything that changes a case: it names what it saw, and its body may hold somebody's name or number. */
const changes = {
  ...about,
  method: 'POST',
  policy: 'api.applications-handle',
  asksSeen: true,
  isPersonal: true,
  gives: give.caseStanding,
  status: 200,
} as const

/** Applications for information. Strangers send theirs by the public form, which offers what is published before; there is no call for it. */
export const caseOperations: readonly Operation[] = [
  {
    ...{ name: 'listApplications', method: 'GET', path: register, policy: 'api.applications' },
    ...{ query: forms.casesQuery, gives: give.casesPage, status: 200, answer: readCases },
  },
  {
    ...about,
    name: 'readApplication',
    method: 'GET',
    path,
    policy: 'api.applications',
    gives: give.caseWhole,
    status: 200,
    answer: readOneCase,
  },
  {
    ...{ name: 'registerApplication', method: 'POST', path: register, policy: 'api.applications-handle', takes: 'form', isPersonal: true },
    ...{ body: forms.newCase, gives: give.registeredCase, status: 201, answer: registerCase },
  },
  {
    ...changes,
    name: 'changeApplication',
    path: `${path}/:verb`,
    params: forms.deedParams,
    takes: 'form',
    body: forms.deedBody,
    answer: doDeed,
  },
  { ...changes, name: 'decideItem', path: item, params: forms.itemParams, body: forms.decision, answer: decideInCase },
  {
    ...{ ...changes, name: 'handFile', path: `${item}/files`, params: forms.itemParams, query: forms.itemFileQuery },
    ...{ takes: 'bytes', status: 201, answer: handInCase },
  },
  { ...changes, name: 'writeReply', path: `${path}/reply`, body: forms.replyText, answer: replyToCase },
  { ...changes, name: 'submitReply', path: `${path}/reply/submit`, body: submission, answer: submitReply },
]
