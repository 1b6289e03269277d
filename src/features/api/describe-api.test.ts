import { describe, expect, test } from 'vitest'
import { programIn } from '../../../test/support/sources.ts'
import { routes } from '../../app.ts'
import { loadWords } from '../../platform/i18n/words.ts'
import { endpoints, problem } from '../portal/index.ts'
import { operations } from './api-operations.ts'
import { describeApi, pathOf } from './describe-api.ts'
import { apiEdge } from './index.ts'
import { readExamples } from './read-examples.ts'
import { writeExamples } from './write-examples.ts'

const words = loadWords()

describe('the description of the API', () => {
  test.each(endpoints)('shows what $name is asked and gives as its form has it', ({ name, params, query, gives }) => {
    const example = readExamples[name]
    expect(params?.parse(example.params ?? {}) ?? {}).toBeDefined()
    expect(query?.parse(example.query ?? {}) ?? {}).toBeDefined()
    expect(gives.parse(example.gives)).toEqual(example.gives)
  })

  test.each(operations)('shows what $name is sent and gives as its form has it', ({ name, params, query, body, gives }) => {
    const example = writeExamples[name]
    expect(params?.parse(example.params ?? {}) ?? {}).toBeDefined()
    expect(query?.parse(example.query ?? {}) ?? {}).toBeDefined()
    expect(body === undefined).toBe(example.body === undefined)
    if (body !== undefined) expect(body.parse(example.body)).toMatchObject(example.body as object)
    expect(gives.parse(example.gives)).toEqual(example.gives)
  })

  test.each(['zh', 'en'] as const)('names in %s every address and method that there is, and no other', (lang) => {
    const { openapi, paths } = describeApi(words[lang], { baseUrl: 'https://x', title: 'x' }) as {
      openapi: string
      paths: Record<string, Record<string, { security?: unknown; parameters: { name: string; in: string }[]; summary: string }>>
    }
    expect(openapi).toBe('3.1.0')
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    const pages = routes.filter(({ path }) => path.startsWith('/api/v1/') && !path.endsWith('.csv'))
    const there = [...pages, ...apiEdge.routes].map(({ method, path }) => `${method.toLowerCase()} ${pathOf(path)}`)
    expect(described.sort()).toEqual(there.sort())
    for (const [path, methods] of Object.entries(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      for (const operation of Object.values(methods)) {
        expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(named)
        expect(operation.summary).not.toMatch(/^api\./)
      }
    }
  })

  test('asks for a token wherever something is written, and for a key wherever something new is made', () => {
    const { paths } = describeApi(words.en, { baseUrl: 'https://x', title: 'x' }) as {
      paths: Record<string, Record<string, { security?: unknown; parameters: { name: string }[]; responses: Record<string, unknown> }>>
    }
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (method !== 'get') expect(operation.security, `${method} ${path}`).toEqual([{ token: [] }])
        expect(
          operation.parameters.some(({ name }) => name === 'Idempotency-Key'),
          `${method} ${path}`,
        ).toBe(method === 'post')
        if (method === 'post') expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403', '409', '422', '429']))
      }
    }
  })

  test('has one schema of problems, which is that of RFC 9457', () => {
    const told = { type: 'https://x/api#problem-refused', title: 'x', status: 409, errors: [{ field: 'a', message: 'b' }] }
    expect(problem.parse(told)).toEqual(told)
    expect(
      programIn('src/features/api')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('about:blank')
  })
})
