import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encoded, encodedWord, partsOf, quotedPrintable, rawMail } from '../../../test/support/raw-mail.ts'
import { parseMail } from './index.ts'

const letter = '王芳申请公开二〇二五年防汛应急预案'

describe('A mail', () => {
  it('is read into plain values', async () => {
    const raw = rawMail(
      ['Subject: Application', 'Cc: "Li, Na" <li@example.org>', 'Content-Type: text/plain; charset=utf-8'],
      `${letter}\r\n`,
    )
    expect(await parseMail(raw)).toEqual({
      messageId: '1@example.org',
      from: { name: 'Wang Fang', address: 'wang@example.org' },
      to: [
        { name: '', address: 'openness@example.gov.cn' },
        { name: 'Li, Na', address: 'li@example.org' },
      ],
      subject: 'Application',
      sentAt: new Date('2026-03-16T01:30:00Z'),
      text: letter,
      attachments: [],
      isAutomatic: false,
      sizeBytes: raw.length,
      sha256: createHash('sha256').update(raw).digest('hex'),
      faults: [],
    })
  })

  it.each(['gb2312', 'gbk', 'gb18030', 'big5'] as const)('in %s is read in every way of writing it', async (charset) => {
    const words = charset === 'big5' ? '申請公開防汛應急預案' : '申请公开防汛应急预案'
    const bytes = encoded(words, charset)
    const type = `Content-Type: text/plain; charset="${charset.toUpperCase()}"`
    const bodies: [string, string | Buffer][] = [
      ['8bit', bytes],
      ['base64', bytes.toString('base64')],
      ['quoted-printable', quotedPrintable(bytes)],
    ]
    for (const [way, body] of bodies) {
      const subject = `Subject: ${encodedWord(bytes, charset, way === 'base64' ? 'B' : 'Q')}`
      const read = await parseMail(rawMail([subject, type, `Content-Transfer-Encoding: ${way}`], body))
      expect(read, way).toMatchObject({ subject: words, text: words, faults: [] })
    }
  })

  it('that hides its encoding is read as GB18030, in headers, in file names and in its text', async () => {
    const name = Buffer.concat([Buffer.from('Content-Disposition: attachment; filename="'), encoded('申请表.pdf', 'gbk'), Buffer.from('"')])
    const text = Buffer.concat([Buffer.from('Content-Type: text/plain;\r\n\r\n'), encoded(letter.replace('〇', '零'), 'gbk')])
    const file = Buffer.concat([Buffer.from('Content-Type: application/pdf\r\n'), name, Buffer.from('\r\n\r\n%PDF')])
    const subject = Buffer.concat([Buffer.from('Subject: '), encoded('公开申请', 'gb2312')])
    const raw = rawMail([subject, 'Content-Type: multipart/mixed; boundary="xx"'], partsOf('xx', text, file))
    expect(await parseMail(raw)).toMatchObject({
      subject: '公开申请',
      text: letter.replace('〇', '零'),
      attachments: [{ name: '申请表.pdf' }],
      faults: ['guessed-charset'],
    })
    const bare = await parseMail(rawMail(['Subject: x'], encoded('公开申请', 'gbk')))
    expect(bare).toMatchObject({ text: '公开申请', faults: ['guessed-charset'] })
  })

  it('keeps a declared encoding, whatever bytes it holds, and remarks on what is lost', async () => {
    const latin = rawMail(['Subject: x', 'Content-Type: text/plain; charset=iso-8859-1'], Buffer.from('Müller', 'latin1'))
    expect(await parseMail(latin)).toMatchObject({ text: 'Müller', faults: [] })
    const broken = rawMail(['Subject: x', 'Content-Type: text/plain; charset=utf-8'], Buffer.from([0x61, 0xff, 0x62]))
    expect(await parseMail(broken)).toMatchObject({ text: 'a\ufffdb', faults: ['damaged-text'] })
  })

  it('has folded headers, and names that go on over several pieces (RFC 2231)', async () => {
    const [one, two] = [encodeURIComponent('关于公开'), encodeURIComponent('的申请.docx')]
    const part = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment;\r\n filename*0*=UTF-8''${one};\r\n\tfilename*1*=${two}\r\n\r\nx`
    const word = (text: string) => encodedWord(Buffer.from(text), 'utf-8')
    const headers = [`Subject: ${word('申请公开')}\r\n ${word('应急预案')}`, 'Content-Type: multipart/mixed;\r\n boundary=xx']
    const read = await parseMail(rawMail(headers, partsOf('xx', part)))
    expect(read.subject).toBe('申请公开应急预案')
    expect(read.attachments.map(({ name }) => name)).toEqual(['关于公开的申请.docx'])
  })

  it('in HTML alone becomes text without programs and styles; where both are there the text counts', async () => {
    const html = '<style>p{}</style><p>申请<b>公开</b></p><script>alert(1)</script><table><tr><td>一</td></tr></table>'
    const part = `Content-Type: text/html; charset=utf-8\r\n\r\n${html}`
    const alone = await parseMail(rawMail(['Content-Type: multipart/alternative; boundary=xx'], partsOf('xx', part)))
    expect(alone.text).toBe('申请公开\n\n一')
    const plain = 'Content-Type: text/plain; charset=utf-8\r\n\r\n纯文本'
    const both = await parseMail(rawMail(['Content-Type: multipart/alternative; boundary=xx'], partsOf('xx', plain, part)))
    expect(both).toMatchObject({ text: '纯文本', attachments: [] })
  })

  it('keeps every file of nested parts, byte for byte, and a winmail.dat as it came', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 46, 10, 128])
    const file = (type: string, name: string) =>
      `Content-Type: ${type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n${bytes.toString('base64')}`
    const inner = Buffer.concat([
      Buffer.from('Content-Type: multipart/mixed; boundary=in\r\n\r\n'),
      partsOf('in', file('image/png', 'a.png')),
    ])
    const body = partsOf(
      'out',
      inner,
      file('application/ms-tnef', 'winmail.dat'),
      'Content-Type: ../../x\r\nContent-Disposition: attachment\r\n\r\nx',
    )
    const { attachments } = await parseMail(rawMail(['Content-Type: multipart/mixed; boundary=out'], body))
    expect(attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['a.png', 'image/png'],
      ['winmail.dat', 'application/ms-tnef'],
      ['attachment-3', 'application/octet-stream'],
    ])
    expect(attachments.slice(0, 2).map((one) => Buffer.from(one.bytes))).toEqual([bytes, bytes])
  })
})

describe('A mail that a machine wrote', () => {
  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated (by a robot)',
    'Precedence: bulk',
    'precedence: LIST',
    'X-Auto-Response-Suppress: DR, OOF, AutoReply',
    'Return-Path: <>',
    'List-Id: <news.example.org>',
    'List-Unsubscribe: <mailto:off@example.org>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=xx',
  ])('is marked by %s', async (header) => {
    expect((await parseMail(rawMail([header]))).isAutomatic).toBe(true)
  })

  it.each([
    'Auto-Submitted: no',
    'Precedence: normal',
    'X-Auto-Response-Suppress: DR, RN',
    'Return-Path: <wang@example.org>',
    'X-Mailer: bulk',
  ])('is not betrayed by %s', async (header) => {
    expect((await parseMail(rawMail([header]))).isAutomatic).toBe(false)
  })
})

describe('A broken or hostile mail', () => {
  const faultsOf = async (raw: Buffer) => (await parseMail(raw)).faults

  it('says what it lacks', async () => {
    expect(await faultsOf(Buffer.alloc(0))).toEqual(['empty', 'no-sender', 'no-message-id', 'bad-date'])
    const bare = rawMail(['Subject: x'], 'y', [])
    expect(await parseMail(bare)).toMatchObject({ messageId: `sha256:${createHash('sha256').update(bare).digest('hex')}`, text: 'y' })
    expect(await faultsOf(rawMail(['From: a@example.org', 'Message-ID: <x>', 'Date: yesterday'], '', []))).toEqual(['bad-date'])
    expect(await faultsOf(rawMail(['From: b@example.org']))).toEqual(['several-senders'])
    expect(
      await faultsOf(rawMail(['From: a@example.org, b@example.org', 'Message-ID: <x>', 'Date: 1 Mar 2026 00:00 +0800'], '', [])),
    ).toEqual(['several-senders'])
    expect(await faultsOf(rawMail(['From: nobody at all', 'Message-ID: <x>', 'Date: 1 Mar 2026 00:00 +0800'], '', []))).toEqual([
      'no-sender',
    ])
  })

  it('cannot make a name into an address, nor a subject into a header', async () => {
    const word = (text: string) => encodedWord(Buffer.from(text), 'utf-8')
    const from = `From: ${word('mayor@example.gov.cn <mayor@example.gov.cn>')} <x@evil.example>`
    const subject = `Subject: ${word('公开\r\nBcc: all@example.org\r\n\r\n\u0000\u202e正文')}`
    const read = await parseMail(rawMail([from, subject, 'Message-ID: <a\u0007b>', 'Date: 1 Mar 2026 00:00 +0800'], '', []))
    expect(read.from.address).toBe('x@evil.example')
    expect(read.subject).toBe('公开 Bcc: all@example.org 正文')
    expect(read.messageId).toBe('a b')
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\表.doc', '表.doc'],
    ['..', 'attachment-1'],
    ['a\u202efdp.exe', 'afdp.exe'],
    ['x\r\ny.txt', 'x y.txt'],
    ['.htaccess', 'htaccess'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(100)}…${'长'.repeat(15)}.pdf`],
  ])('cannot name a file %j', async (name, plain) => {
    const part = `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\r\nContent-Type: application/pdf\r\n\r\nx`
    const { attachments } = await parseMail(rawMail(['Content-Type: multipart/mixed; boundary=xx'], partsOf('xx', part)))
    expect(attachments.map((one) => one.name)).toEqual([plain])
  })

  it('is read only as far as its head where it is too large or only its beginning is there', async () => {
    const raw = rawMail(['Subject: large', 'Content-Type: text/plain'], 'x'.repeat(5000))
    const read = await parseMail(raw, { maxBytes: 1000 })
    expect(read).toMatchObject({ subject: 'large', text: '', sizeBytes: raw.length, faults: ['too-large'] })
    expect(await parseMail(raw.subarray(0, 900), { wholeBytes: raw.length })).toMatchObject({
      text: '',
      sizeBytes: raw.length,
      faults: ['too-large'],
    })
  })

  it('brings no more files and no more text than is read', async () => {
    const files = Array.from({ length: 60 }, (_, at) => `Content-Disposition: attachment; filename=${at}.txt\r\nContent-Type: a/b\r\n\r\nx`)
    const many = await parseMail(rawMail(['Content-Type: multipart/mixed; boundary=xx'], partsOf('xx', ...files)))
    expect([many.attachments.length, many.faults]).toEqual([50, ['too-many-attachments']])
    const long = await parseMail(rawMail(['Content-Type: text/html'], `<p>${'x'.repeat(900)}`), { maxText: 300 })
    expect([long.text.length, long.faults]).toEqual([297, ['text-cut']])
  })

  it('is its own text where its structure has no end', async () => {
    const deep = Array.from({ length: 60 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`).join('\r\n')
    const read = await parseMail(rawMail(['Subject: deep', `${deep}\r\n\r\nhere`]))
    expect(read).toMatchObject({ subject: 'deep', from: { address: 'wang@example.org' }, faults: ['unreadable'] })
    expect(read.text).toContain('here')
    const endless = rawMail(['Subject: many', 'Content-Type: multipart/mixed; boundary=x'], '--x\r\n\r\n'.repeat(100_000))
    expect(await parseMail(endless)).toMatchObject({ subject: 'many', attachments: [], faults: ['unreadable'] })
    const long = await parseMail(rawMail([`X-Long: ${'x'.repeat(2_000_000)}`]))
    expect(long.faults).toContain('unreadable')
  })

  it('is never a reason to throw, and never leaves a control character in a line', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'From: ',
        'Subject: ',
        'Content-Type: multipart/mixed; boundary=x',
        '--x',
        '--x--',
        '\r\n',
        '\r\n\r\n',
        '=?gbk?B?',
        '?=',
        '<',
        '"',
        ';',
      ),
      fc.constantFrom(
        'Content-Transfer-Encoding: base64',
        'Content-Disposition: attachment; filename*0*=',
        'Content-Type: text/html',
        'Date: ',
      ),
      fc.string({ unit: 'binary' }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.uint8Array({ maxLength: 40 }), async (pieces, tail) => {
        const read = await parseMail(Buffer.concat([Buffer.from(pieces.join('')), tail]))
        const lines = [read.subject, read.messageId, read.from.name, read.from.address, ...read.attachments.map(({ name }) => name)]
        expect(lines.join('')).not.toMatch(/\p{Cc}/u)
        expect(read.text).not.toMatch(/\0/)
      }),
      { numRuns: 100 },
    )
  })
})
