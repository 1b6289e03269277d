import { describe, expect, it } from 'vitest'
import { isOwnWrite } from './origin.ts'

describe('a write', () => {
  it('is our own when the browser says that it comes from the same origin, or from nowhere', () => {
    expect(isOwnWrite({ 'sec-fetch-site': 'same-origin' }, 'city.example')).toBe(true)
    expect(isOwnWrite({ 'sec-fetch-site': 'none' }, 'city.example')).toBe(true)
  })

  it('is refused from another site, also from a sister address of the same one', () => {
    expect(isOwnWrite({ 'sec-fetch-site': 'cross-site' }, 'city.example')).toBe(false)
    expect(isOwnWrite({ 'sec-fetch-site': 'same-site' }, 'city.example')).toBe(false)
  })

  it('is judged by its origin where the browser is old', () => {
    expect(isOwnWrite({ origin: 'https://city.example' }, 'city.example')).toBe(true)
    expect(isOwnWrite({ origin: 'https://evil.example' }, 'city.example')).toBe(false)
    expect(isOwnWrite({ origin: 'null' }, 'city.example')).toBe(false)
    expect(isOwnWrite({ origin: 'https://city.example.evil' }, 'city.example')).toBe(false)
  })

  it('is let through from a client that is no browser', () => {
    expect(isOwnWrite({}, 'city.example')).toBe(true)
  })
})
