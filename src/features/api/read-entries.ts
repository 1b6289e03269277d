import { scopeOf, type Scope } from '../../kernel/policy.ts'
import type { Translate } from '../../kernel/words.ts'
import { problems, type ProblemKind } from '../../platform/http/api/problem.ts'
import { endpoints } from '../portal/index.ts'
import type { Operation } from './api-operation.ts'
import { operations } from './api-operations.ts'
import { pathOf } from './describe-api.ts'
import type { Example } from './example.ts'
import { readExamples } from './read-examples.ts'
import { writeExamples } from './write-examples.ts'

/** One address of the API as its documentation shows it. */
export interface Entry {
  name: string
  method: string
  path: string
  says: string
  scope?: Scope
  call: string
  gives: string
}

/** A kind of problem and the status that it has. */
export interface ProblemEntry {
  kind: ProblemKind
  status: number
}

/** Every kind of problem, by status. */
export function readProblems(): ProblemEntry[] {
  return (Object.keys(problems) as ProblemKind[]).map((kind) => ({ kind, status: problems[kind] }))
}

/** Every address, those for everybody and those for systems, each with a call that can be copied. */
export function readEntries(t: Translate, baseUrl: string): { reading: Entry[]; writing: Entry[] } {
  return {
    reading: endpoints.map(({ name, path }) => ({
      ...{ name, method: 'GET', path: pathOf(path), says: t(`api.op.${name}`) },
      call: `curl '${addressOf(baseUrl, path, readExamples[name])}'`,
      gives: inLines(readExamples[name].gives),
    })),
    writing: operations.map((operation) => ({
      ...{ name: operation.name, method: operation.method, path: pathOf(operation.path), says: t(`api.op.${operation.name}`) },
      scope: scopeOf(operation.policy),
      call: callOf(baseUrl, operation),
      gives: inLines(writeExamples[operation.name].gives),
    })),
  }
}

function callOf(baseUrl: string, { name, method, path, takes, asksSeen }: Operation): string {
  const example = writeExamples[name]
  const headers = [
    'Authorization: Bearer gk_…',
    ...(method === 'POST' ? ['Idempotency-Key: OA-2026-0615-3'] : []),
    ...(asksSeen === true ? ['If-Match: "1-draft-1f0c2ab9d3e84c57"'] : []),
    ...(takes === 'bytes'
      ? ['Content-Type: application/pdf', 'Content-Digest: sha-256=:0qhPS4tlCTfsj3PNi+LHSt1akRumTfJ0WO2CKdqASiY=:']
      : []),
    ...(example.body === undefined ? [] : ['Content-Type: application/json']),
  ]
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${addressOf(baseUrl, path, example)}'`,
    ...headers.map((header) => `  -H '${header}'`),
    ...(takes === 'bytes' ? ["  --data-binary '@检查表.pdf'"] : []),
    ...(example.body === undefined ? [] : [`  -d '${JSON.stringify(example.body, null, 2).replace(/\n/g, '\n  ')}'`]),
  ].join(' \\\n')
}

function addressOf(baseUrl: string, path: string, { params = {}, query }: Example): string {
  const whole = pathOf(path).replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name)
  return `${baseUrl}${whole}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`
}

function inLines(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
