import type { CreateRefusal } from '../create-document.ts'
import type { Missing } from '../document.ts'
import type { Obstacle } from '../move.ts'
import type { SaveRefusal } from '../save-draft.ts'

/** The field of the form where something missing is filled in. */
export const missingField: Record<Missing, string> = {
  title: 'title',
  'title-too-long': 'title',
  'summary-too-long': 'summary',
  body: 'body',
  subject: 'subject',
  'formed-on': 'formedOn',
  'formed-in-future': 'formedOn',
  'ends-before-formed': 'validUntil',
  'audience-narrower': 'audience',
  ground: 'ground',
  'ground-reason': 'groundReason',
  vanishes: 'attribute',
  'nothing-changed': 'body',
}

/** The field that a refusal to save is about. */
export const refusedField: Record<CreateRefusal | SaveRefusal, string> = {
  'unit-gone': 'unit',
  'not-owed': 'unit',
  'not-in-force': 'formedOn',
  'formed-in-future': 'formedOn',
  'formed-missing': 'formedOn',
  'title-too-long': 'title',
  'body-too-long': 'body',
  released: 'body',
}

/** The field of the form of a move that an obstacle is about; '' where none is. */
export const obstacleField: Record<Obstacle | 'read-another-version', string> = {
  'wrong-stage': 'move',
  'no-right': 'move',
  'own-text': 'move',
  'second-hand': 'move',
  incomplete: 'move',
  blocked: 'move',
  'being-read': 'move',
  unanswered: 'move',
  'text-changed': 'move',
  'remark-missing': 'remark',
  'conclusion-missing': 'conclusion',
  'basis-missing': 'basis',
  'not-cleared': 'conclusion',
  'read-another-version': 'move',
}
