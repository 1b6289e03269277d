import decode from 'qr/decode.js'
import { expect, test } from 'vitest'
import { asSvg, drawCode } from './draw-code.ts'

test('a drawn code is read back as the address that it stands for', async () => {
  const address = 'https://mingchuan.example.org/documents/MC0000012/2026-00001'
  const { size, path } = await drawCode(address)
  const scale = 8
  const side = size * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x = '0', y = '0', width = '0'] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column += 1)
        data.set([0, 0, 0, 255], (row * side + column) * 4)
  }
  expect(decode({ width: side, height: side, data })).toBe(address)
})

test('as a picture it says its own size', async () => {
  const code = await drawCode('https://example.org')
  expect(asSvg(code)).toContain(`viewBox="0 0 ${code.size} ${code.size}"`)
})
