import { z } from 'zod'
import { problem } from './api-forms.ts'
import type { Endpoint } from './api-endpoint.ts'

interface Described {
  baseUrl: string
  title: string
}

/** The API as an OpenAPI 3.1 document, written from the same forms by which its routes parse. */
export function describeApi(endpoints: readonly Endpoint[], { baseUrl, title }: Described): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description:
        'Everything that the public may read, for machines. No key is needed. Lists go on through `next`; every answer has an ETag.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: baseUrl }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [pathOf(endpoint), { get: operation(endpoint) }])),
    components: { schemas: { Problem: schemaOf(problem) } },
  }
}

function operation(endpoint: Endpoint): Record<string, unknown> {
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    parameters: [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)],
    responses: {
      200: { description: 'The answer', content: { 'application/json': { schema: schemaOf(endpoint.gives) } } },
      304: { description: 'Unchanged since the ETag that was sent' },
      ...(endpoint.params === undefined && endpoint.query === undefined
        ? {}
        : { 400: refusal('A parameter cannot be used; `field` names it') }),
      ...(endpoint.params === undefined ? {} : { 404: refusal('There is no such thing') }),
      ...(endpoint.name === 'readDocument' ? { 410: refusal('It was removed') } : {}),
    },
  }
}

function parameters(place: 'path' | 'query', form: z.ZodObject | undefined): Record<string, unknown>[] {
  if (form === undefined) return []
  const schema = schemaOf(form) as { properties?: Record<string, { description?: string }> }
  return Object.entries(schema.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || !form.shape[name]!.safeParse(undefined).success,
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }))
}

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

function schemaOf(form: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(form)
  return schema
}

/** `/units/:code` as `/units/{code}`; the wildcard is the index number. */
function pathOf(endpoint: Endpoint): string {
  return endpoint.path.replace('*', '{indexNumber}').replace(/:(\w+)/g, '{$1}')
}
