import { describe, expect, it } from 'vitest'
import { examineApart, limits } from '../../../test/support/examine-apart.ts'
import { archive, docx, para } from '../../../test/leaks/make-office.ts'
import { pdfOf } from '../../../test/leaks/make-pdf.ts'

// A process of its own waits its turn on a busy machine.
describe('a file in a process of its own', { timeout: 300_000 }, () => {
  it('is read there as it is here', async () => {
    expect(await examineApart('a.docx', docx(para('首小时免费')))).toEqual({
      state: 'looked',
      because: '',
      text: '首小时免费',
      findings: [],
    })
    expect(await examineApart('a.pdf', pdfOf('free of charge'))).toMatchObject({ state: 'looked', text: 'free of charge' })
  })

  it('that takes too long is left unread, and whoever asked lives on', async () => {
    const slow = await examineApart('a.pdf', pdfOf('x'), { ...limits, seconds: 0.01 })
    expect(slow).toMatchObject({ state: 'unreadable', because: 'too-long', findings: [{ check: 'unreadable', because: 'too-long' }] })
  })

  it('that takes too much memory is left unread', async () => {
    const heavy = await examineApart('a.pdf', pdfOf('x'), { ...limits, memoryBytes: 20 * 1024 * 1024 })
    expect(heavy).toMatchObject({ state: 'unreadable', because: 'too-heavy' })
  })

  it('that says more than anybody reads is left unread', async () => {
    const text = await examineApart('a.txt', Buffer.from('字'.repeat(5000)), { ...limits, outputBytes: 1000 })
    expect(text).toMatchObject({ state: 'unreadable', because: 'too-large-inside' })
  })

  it('that unpacks to far more than it is stops at the limit, and not when the memory is full', async () => {
    const bomb = archive({ 'a.txt': new Uint8Array(300_000_000) })
    expect(bomb.length).toBeLessThan(400_000)
    expect(await examineApart('bomb.zip', bomb)).toMatchObject({ state: 'unreadable', because: 'too-large-inside' })
  })
})
