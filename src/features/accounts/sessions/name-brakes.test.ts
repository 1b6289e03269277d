import { expect, test } from 'vitest'
import { nameOfAddress } from './name-brakes.ts'

test('every address of one IPv6 network has one brake, and its neighbour network another', () => {
  const names = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:1:2:3', '2001:0DB8:0001:0002::'].map(nameOfAddress)
  expect(new Set(names).size).toBe(1)
  expect(nameOfAddress('2001:db8:1:3::1')).not.toBe(names[0])
  expect(nameOfAddress('::1')).not.toBe(nameOfAddress('1::'))
})

test('an IPv4 address is the same when it comes mapped, and does not stand in its name', () => {
  expect(nameOfAddress('::ffff:192.0.2.1')).toBe(nameOfAddress('192.0.2.1'))
  expect(nameOfAddress('192.0.2.2')).not.toBe(nameOfAddress('192.0.2.1'))
  expect(nameOfAddress('192.0.2.1')).not.toContain('192')
})
