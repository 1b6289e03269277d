import { z } from 'zod'
import { scopeOf } from '../../kernel/policy.ts'
import type { Translate } from '../../kernel/words.ts'
import { problems, type ProblemKind } from '../../platform/http/api/problem.ts'
import { endpoints, problem, type Endpoint } from '../portal/index.ts'
import type { Operation } from './api-operation.ts'
import { operations } from './api-operations.ts'
import type { Example } from './example.ts'
import { readExamples } from './read-examples.ts'
import { writeExamples } from './write-examples.ts'

type Json = Record<string, unknown>

/** The whole API as an OpenAPI 3.1 document, written from the same forms by which its routes parse, in the reader's language. */
export function describeApi(t: Translate, { baseUrl, title }: { baseUrl: string; title: string }): Json {
  const paths: Record<string, Json> = {}
  const add = (path: string, method: string, described: Json) => void (paths[path] = { ...paths[path], [method]: described })
  for (const endpoint of endpoints) add(pathOf(endpoint.path), 'get', describeReading(t, endpoint))
  for (const operation of operations) add(pathOf(operation.path), operation.method.toLowerCase(), describeOperation(t, operation))
  return {
    openapi: '3.1.0',
    info: {
      ...{ title, version: '1', description: t('api.description') },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    externalDocs: { url: `${baseUrl}/api` },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: t('api.token') } },
    },
  }
}

/** `/units/:code` as `/units/{code}`; the wildcard is the index number. */
export function pathOf(path: string): string {
  return path.replace('*', '{indexNumber}').replace(/:(\w+)/g, '{$1}')
}

/** The problems with which an operation may be answered. */
export function problemsOf(operation: Operation): ProblemKind[] {
  const kinds: ProblemKind[] = ['token-missing', 'token-unknown', 'scope-missing', 'too-many']
  if (operation.about !== undefined) kinds.push('not-found')
  if (operation.query !== undefined) kinds.push('parameter-wrong')
  if (operation.method !== 'GET') kinds.push('too-large', 'type-wrong', 'form-wrong', 'refused')
  if (operation.body !== undefined) kinds.push('body-not-json')
  if (operation.takes === 'bytes') kinds.push('digest-wrong')
  if (operation.method === 'POST') kinds.push('key-missing', 'key-in-use', 'key-reused')
  if (operation.asksSeen === true) kinds.push('seen-missing', 'changed-meanwhile')
  return kinds
}

function describeReading(t: Translate, endpoint: Endpoint): Json {
  const example = readExamples[endpoint.name]
  const kinds: ProblemKind[] = []
  if (endpoint.params !== undefined || endpoint.query !== undefined) kinds.push('parameter-wrong')
  if (endpoint.params !== undefined) kinds.push('not-found')
  if (endpoint.name === 'readDocument') kinds.push('gone')
  return {
    operationId: endpoint.name,
    summary: t(`api.op.${endpoint.name}`),
    parameters: [...parameters('path', endpoint.params, example), ...parameters('query', endpoint.query, example)],
    responses: { 200: answerOf(t, endpoint.gives, example), 304: { description: t('api.unchanged') }, ...refusals(t, kinds) },
  }
}

function describeOperation(t: Translate, operation: Operation): Json {
  const example = writeExamples[operation.name]
  return {
    operationId: operation.name,
    summary: t(`api.op.${operation.name}`),
    description: t('api.scope', { scope: scopeOf(operation.policy) ?? '' }),
    security: [{ token: [] }],
    parameters: [
      ...parameters('path', operation.params, example),
      ...parameters('query', operation.query, example),
      ...headersOf(t, operation),
    ],
    ...bodyOf(t, operation, example),
    responses: { [operation.status]: answerOf(t, operation.gives, example), ...refusals(t, problemsOf(operation)) },
  }
}

function headersOf(t: Translate, { method, asksSeen, takes }: Operation): Json[] {
  const header = (name: string, description: string, example: string) => ({
    ...{ name, in: 'header', required: true, description, example, schema: { type: 'string' } },
  })
  return [
    ...(method === 'POST' ? [header('Idempotency-Key', t('platform.problem.key-missing.detail'), 'OA-2026-0615-3')] : []),
    ...(asksSeen === true ? [header('If-Match', t('platform.problem.seen-missing.detail'), '"1-draft-1f0c2ab9d3e84c57"')] : []),
    ...(takes === 'bytes' ? [header('Content-Digest', t('api.digest'), 'sha-256=:0qhPS4tlCTfsj3PNi+LHSt1akRumTfJ0WO2CKdqASiY=:')] : []),
  ]
}

function bodyOf(t: Translate, { body, takes }: Operation, example: Example): Json {
  if (takes === 'bytes')
    return { requestBody: { required: true, description: t('api.bytes'), content: { 'application/octet-stream': {} } } }
  if (body === undefined) return {}
  const content = { 'application/json': { schema: schemaOf(body, 'input'), example: example.body } }
  return { requestBody: { required: true, content } }
}

function answerOf(t: Translate, form: z.ZodType, { gives }: Example): Json {
  return { description: t('api.answer'), content: { 'application/json': { schema: schemaOf(form, 'output'), example: gives } } }
}

/** Problems by their status; several kinds may share one. */
function refusals(t: Translate, kinds: readonly ProblemKind[]): Json {
  const found: Record<number, Json> = {}
  for (const kind of kinds) {
    const status = problems[kind]
    const same = kinds.filter((one) => problems[one] === status)
    found[status] = {
      description: same.map((one) => t(`platform.problem.${one}`)).join(' · '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return found
}

function parameters(place: 'path' | 'query', form: z.ZodObject | undefined, example: Example): Json[] {
  if (form === undefined) return []
  const examples = place === 'path' ? example.params : example.query
  const schema = schemaOf(form, 'output') as { properties?: Record<string, { description?: string }> }
  return Object.entries(schema.properties ?? {}).map(([name, { description, ...rest }]) => ({
    ...{ name, in: place, required: place === 'path' || !form.shape[name]!.safeParse(undefined).success },
    ...(description === undefined ? {} : { description }),
    ...(examples?.[name] === undefined ? {} : { example: examples[name] }),
    schema: rest,
  }))
}

function schemaOf(form: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io, unrepresentable: 'any' })
  return schema
}
