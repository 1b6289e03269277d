import { describe, expect, it } from 'vitest'
import { readSource } from './read-source.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('encodings', () => {
  const chinese = '关于政务公开的通知\n各单位：请认真落实。'
  const gb18030 = Uint8Array.of(0xd5, 0xfe, 0xce, 0xf1, 0xb9, 0xab, 0xbf, 0xaa, 0x0a, 0xc4, 0xda, 0xc8, 0xdd)

  it('drops the mark of UTF-8', () => {
    expect(readSource('a.txt', utf8(`\ufeff${chinese}`)).drafts[0]?.title).toBe('关于政务公开的通知')
  })

  it('reads GB18030 and says so', () => {
    const { drafts, remarks } = readSource('a.txt', gb18030)
    expect(drafts[0]).toMatchObject({ title: '政务公开', body: '内容', language: 'zh' })
    expect(remarks).toEqual([{ key: 'text.remark.encoding', params: { encoding: 'GB18030' } }])
  })

  it('reads UTF-16 with its mark', () => {
    expect(readSource('a.txt', Uint8Array.of(0xff, 0xfe, ...Buffer.from(chinese, 'utf16le'))).drafts[0]?.title).toBe('关于政务公开的通知')
  })

  it('does not take a curly quote of Windows for Chinese', () => {
    const bytes = Uint8Array.of(...utf8('The '), 0x93, ...utf8('Regulations'), 0x94, ...utf8(' and the office'))
    expect(readSource('a.txt', bytes).drafts[0]?.title).toBe('The “Regulations” and the office')
  })

  it('keeps damage visible and counts it', () => {
    const bytes = Uint8Array.of(...utf8(chinese), 0xe6, 0x94, ...utf8('。'))
    const { drafts, remarks } = readSource('a.txt', bytes)
    expect(drafts[0]?.body).toContain('\ufffd')
    expect(remarks).toEqual([{ key: 'text.remark.damaged', params: { n: 1 } }])
  })

  it('refuses bytes that no encoding explains', () => {
    expect(() => readSource('a.txt', Uint8Array.of(0xff, 0xff, 0x80, 0x80, 0xff))).toThrow('text.unreadable.encoding')
  })
})
