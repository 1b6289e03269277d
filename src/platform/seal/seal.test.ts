import { createDecipheriv, createHmac, createSecretKey } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BrokenSeal, keyedHash, keyOf, memoryKeys, rewrap, seal, sealBytes, unseal, unsealBytes, type SealKeys } from './index.ts'
import { makeRing, withNewKey, withoutKeys } from './keyring.ts'

const place = 'applications.application:12'
const keys = memoryKeys()
const person = { name: '王小明', identity: '330702199003071234', phones: ['13800138000'], note: 'naïve 😀\u0000' }

const addKey = (to: SealKeys): void => to.change(to.ring('open'), withNewKey(to.ring('open'), new Date('2026-06-15T02:00:00Z')))

describe('a sealed value', () => {
  it('opens to what was sealed, and shows nothing of it', () => {
    const sealed = seal(keys, person, place)
    expect(unseal(keys, sealed, place)).toEqual(person)
    for (const text of ['王小明', '330702', '13800138000']) expect(sealed.includes(text)).toBe(false)
    expect(keyOf(sealed)).toBe(1)
  })

  it('opens for every value that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 1, unit: 'binary' }), (value, about) => {
        expect(unseal(keys, seal(keys, value, about), about)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('opens for files of nothing and of ten megabytes', () => {
    const ten = Buffer.alloc(10_000_000, '明川')
    for (const bytes of [new Uint8Array(), ten]) {
      const sealed = sealBytes(keys, bytes, place)
      expect(sealed.length).toBe(bytes.length + 94)
      expect(unsealBytes(keys, sealed, place).equals(bytes)).toBe(true)
    }
    expect(unseal(keys, seal(keys, ten.toString(), place), place)).toBe(ten.toString())
  })

  it('is read as well from a part of a larger piece of memory', () => {
    const sealed = sealBytes(keys, Buffer.from('x'), place)
    const larger = new Uint8Array([9, 9, ...sealed, 9])
    expect(unsealBytes(keys, larger.subarray(2, 2 + sealed.length), place).toString()).toBe('x')
  })

  it('is another each time, though the content is the same', () => {
    const seen = new Set(Array.from({ length: 5000 }, () => seal(keys, 'x', place).subarray(6, 18).toString('hex')))
    expect(seen.size).toBe(5000)
  })

  it('is refused for what JSON cannot say, and for no place', () => {
    expect(() => seal(keys, undefined, place)).toThrow(TypeError)
    expect(() => seal(keys, () => 1, place)).toThrow(TypeError)
    expect(() => seal(keys, 'x', '')).toThrow(TypeError)
  })

  it('is laid out as the comment says, so that another program could open it with the key', () => {
    const sealed = sealBytes(keys, Buffer.from('明川'), place)
    const open = (key: Parameters<typeof createDecipheriv>[1], box: Buffer, bound: Buffer[]): Buffer => {
      const opened = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12))
      opened.setAAD(Buffer.concat(bound)).setAuthTag(box.subarray(-16))
      return Buffer.concat([opened.update(box.subarray(12, -16)), opened.final()])
    }
    expect([...sealed.subarray(0, 6)]).toEqual([1, 2, 0, 0, 0, 1])
    const dataKey = open(keys.ring('open').keys[0]!.key, sealed.subarray(6, 66), [sealed.subarray(0, 6), Buffer.from(place)])
    expect(open(dataKey, sealed.subarray(66), [sealed.subarray(0, 2), Buffer.from(place)]).toString()).toBe('明川')
  })

  it('made by the first program still opens: this one was sealed then', () => {
    const key = (sign: number) => createSecretKey(Buffer.alloc(32, sign))
    const old = memoryKeys({ current: 7, keys: [{ number: 7, madeAt: new Date('2026-06-15T02:00:00Z'), key: key(1) }], hashKey: key(2) })
    expect(unseal(old, Buffer.from(sealedThen, 'base64'), place)).toEqual({ name: '王小明' })
  })
})

describe('a seal', () => {
  const opens = (work: () => unknown): boolean => {
    try {
      work()
      return true
    } catch (error) {
      if (!(error instanceof BrokenSeal)) throw error
      return false
    }
  }

  it('breaks with any bit that is turned and with any byte that is missing or added', () => {
    const sealed = seal(keys, person, place)
    for (let at = 0; at < sealed.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const turned = Buffer.from(sealed)
        turned[at]! ^= 1 << bit
        expect(
          opens(() => unseal(keys, turned, place)),
          `bit ${bit} of byte ${at}`,
        ).toBe(false)
      }
      expect(
        opens(() => unseal(keys, sealed.subarray(0, at), place)),
        `${at} bytes`,
      ).toBe(false)
    }
    expect(opens(() => unseal(keys, Buffer.concat([sealed, Buffer.of(0)]), place))).toBe(false)
  })

  it('breaks for anything that is no sealed value', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => !opens(() => unseal(keys, bytes, place))))
  })

  it('breaks in every other place, so that a value copied to another row does not open there', () => {
    const sealed = seal(keys, person, place)
    for (const other of ['applications.application:1', 'applications.application:121', 'applications.agent:12', '', ` ${place}`]) {
      expect(
        opens(() => unseal(keys, sealed, other)),
        other,
      ).toBe(false)
      expect(
        opens(() => rewrap(keys, sealed, other)),
        other,
      ).toBe(false)
    }
  })

  it('breaks for a file that is read as a value, for the key of another value, and for other keys', () => {
    expect(opens(() => unseal(keys, sealBytes(keys, Buffer.from('{}'), place), place))).toBe(false)
    expect(opens(() => unsealBytes(keys, seal(keys, {}, place), place))).toBe(false)
    const [one, two] = [seal(keys, 'one', place), seal(keys, 'two', place)]
    expect(opens(() => unseal(keys, Buffer.concat([one.subarray(0, 66), two.subarray(66)]), place))).toBe(false)
    expect(opens(() => unseal(memoryKeys(), one, place))).toBe(false)
  })

  it('says what is wrong and where, and nothing of the content', () => {
    const sealed = seal(keys, person, place)
    sealed[sealed.length - 1]! ^= 1
    expect(() => unseal(keys, sealed, place)).toThrow('The seal of applications.application:12 is broken: its content was altered.')
  })
})

describe('a value under a new key', () => {
  it('has the same content, and only its wrapped key was made anew', () => {
    const own = memoryKeys()
    const first = seal(own, person, place)
    addKey(own)
    expect(unseal(own, first, place)).toEqual(person)
    const second = rewrap(own, first, place)
    expect([keyOf(first), keyOf(second)]).toEqual([1, 2])
    expect(second.subarray(66)).toEqual(first.subarray(66))
    expect(unseal(own, second, place)).toEqual(person)
    expect(keyOf(seal(own, person, place))).toBe(2)
    own.change(own.ring('open'), withoutKeys(own.ring('open'), [1]))
    expect(unseal(own, second, place)).toEqual(person)
    expect(() => unseal(own, first, place)).toThrow(/key 1 is not in the key file; restore the key file that holds it/)
  })

  it('has a number that was never given; the current key is never dropped', () => {
    const ring = withNewKey(makeRing(new Date()), new Date(), (number) => number === 2 || number === 3)
    expect(ring).toMatchObject({ current: 4, keys: [{ number: 1, retiredAt: expect.any(Date) }, { number: 4 }] })
    expect(() => withoutKeys(ring, [4])).toThrow(RangeError)
  })
})

describe('a keyed hash', () => {
  it('is the same for the same text and purpose under the same keys, also after the keys were changed, and never else', () => {
    const own = memoryKeys()
    const hash = keyedHash(own, '330702199003071234', 'applications.identity')
    expect(hash.length).toBe(32)
    addKey(own)
    expect(keyedHash(own, '330702199003071234', 'applications.identity')).toEqual(hash)
    expect(keyedHash(own, '330702199003071235', 'applications.identity')).not.toEqual(hash)
    expect(keyedHash(own, '330702199003071234', 'applications.agent')).not.toEqual(hash)
    expect(keyedHash(memoryKeys(), '330702199003071234', 'applications.identity')).not.toEqual(hash)
    expect(keyedHash(own, 'b', 'a:')).not.toEqual(keyedHash(own, ':b', 'a'))
  })

  it('is HMAC-SHA-256 over the length of the purpose, the purpose and the text', () => {
    const plain = createHmac('sha256', keys.ring('open').hashKey).update('3:身:王').digest()
    expect(keyedHash(keys, '王', '身')).toEqual(plain)
  })
})

it('no key shows where keys are written out by mistake', () => {
  const secrets = [...keys.ring('open').keys.map((one) => one.key), keys.ring('open').hashKey].map((key) => key.export())
  const shown = `${JSON.stringify(keys.ring('open'))} ${inspect(keys.ring('open'), { depth: 9, showHidden: true })}`
  for (const secret of secrets) for (const form of ['hex', 'base64'] as const) expect(shown).not.toContain(secret.toString(form))
})

const sealedThen =
  'AQEAAAAHt/dteLKhHPK8LuEBqdNWE3bV91mYVQma99Ozxc8TmkkfwUZxUu6XXxSxlSezTrsxAsK0TCuz4JXwJrEPPxaVSJeR+yGfa4qrdfFR8AgyfJR6YgY8IIL7+6swJNchbHA7uAo+85SZnPCLHC3L'
