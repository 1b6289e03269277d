import { expect, it } from 'vitest'
import { codeOf, connectionFault, unfitServer } from './fault.ts'

it('refuses a server that is too old or does not speak UTF-8', () => {
  expect(unfitServer(140011, '14.11', 'UTF8')?.message).toBe('PostgreSQL 15 or later is needed; this server is 14.11.')
  expect(unfitServer(150000, '15.0', 'SQL_ASCII')?.message).toBe('The database must be encoded in UTF8; this one is SQL_ASCII.')
  expect(unfitServer(150000, '15.0', 'UTF8')).toBeUndefined()
})

it.each([
  ['28P01', 'user name or password is wrong'],
  ['3D000', 'there is no such database'],
  ['53300', 'the server has no connection left'],
])('says in words what the code %s of a failed connection means', (code, words) => {
  const fault = connectionFault(Object.assign(new Error('technical'), { code }), 'db.example/city')
  expect(fault.message).toBe(`DATABASE_URL cannot be used: ${words} (db.example/city).`)
})

it('finds the code of an attempt that failed on every address of a host', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  expect(codeOf(new AggregateError([refused, refused]))).toBe('ECONNREFUSED')
  expect(codeOf('no error at all')).toBe('')
})
