import { z } from 'zod'
import { addLine } from './add-line.ts'
import type { Operation } from './api-operation.ts'
import { attachToDraft } from './attach-to-draft.ts'
import { caseOperations } from './case-operations.ts'
import { pathOfUnit, readProfile, saveProfile } from './call-profile.ts'
import { readTasks, registerTask } from './call-tasks.ts'
import { changeDraft } from './change-draft.ts'
import { createDraft } from './create-draft.ts'
import * as give from './give-forms.ts'
import { unitOfDraft } from './own-draft.ts'
import { readDraft, readDrafts } from './read-drafts.ts'
import { reportOperations } from './report-operations.ts'
import { submitDraft } from './submit-draft.ts'
import * as forms from './write-forms.ts'

const draft = { path: '/api/v1/drafts/:id', params: forms.draftParams, about: unitOfDraft, gives: give.draftWhole, status: 200 } as const
const profile = { path: '/api/v1/units/:code/profile', policy: 'api.profile', params: forms.unitParams, about: pathOfUnit } as const

export const operations: readonly Operation[] = [
  {
    ...{ name: 'listDrafts', method: 'GET', path: '/api/v1/drafts', policy: 'api.read' },
    ...{ query: forms.pageOf, gives: give.draftsPage, status: 200, answer: readDrafts },
  },
  { ...draft, name: 'readDraft', method: 'GET', policy: 'api.read', answer: readDraft },
  {
    ...{ name: 'createDraft', method: 'POST', path: '/api/v1/drafts', policy: 'api.write' },
    ...{ body: forms.newDraft, gives: give.draftWhole, status: 201, answer: createDraft },
  },
  { ...draft, name: 'changeDraft', method: 'PUT', policy: 'api.write', body: forms.changedDraft, asksSeen: true, answer: changeDraft },
  {
    ...{ ...draft, name: 'attachFile', method: 'POST', path: '/api/v1/drafts/:id/files', policy: 'api.attach', takes: 'bytes' },
    ...{ query: forms.fileQuery, gives: give.draftFile, status: 201, answer: attachToDraft },
  },
  {
    ...{ ...draft, name: 'submitDraft', method: 'POST', path: '/api/v1/drafts/:id/submit', policy: 'api.write' },
    ...{ body: forms.submission, asksSeen: true, answer: submitDraft },
  },
  {
    ...{ name: 'listTasks', method: 'GET', path: '/api/v1/tasks', policy: 'api.read' },
    ...{ query: forms.pageOf, gives: give.tasksPage, status: 200, answer: readTasks },
  },
  {
    ...{ name: 'registerTask', method: 'POST', path: '/api/v1/tasks', policy: 'api.register' },
    ...{ body: forms.newMatter, gives: give.taskLine, status: 201, answer: registerTask },
  },
  { ...profile, name: 'readProfile', method: 'GET', gives: give.profileWhole, status: 200, answer: readProfile },
  {
    ...{ ...profile, name: 'saveProfile', method: 'PUT', body: forms.profileForm, asksSeen: true },
    ...{ gives: give.profileWhole, status: 200, answer: saveProfile },
  },
  {
    ...{ name: 'layDownDuty', method: 'POST', path: '/api/v1/duties', policy: 'api.lay-down' },
    ...{ body: forms.newDuty, gives: z.object({ code: z.string(), api: z.string() }), status: 201, answer: addLine },
  },
  ...caseOperations,
  ...reportOperations,
]
