import { connect, type Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterEach, describe, expect, it } from 'vitest'
import { parseMail, startListener, type Listener, type ListenerOptions } from './index.ts'

const ours = 'openness@example.gov.cn'
let listener: Listener | undefined
afterEach(async () => {
  await listener?.stop()
  listener = undefined
})

async function start(options: Partial<ListenerOptions> = {}) {
  const kept: { mail: Buffer; to: string[] }[] = []
  const failures: unknown[] = []
  listener = await startListener({
    port: 0,
    accepts: (address) => Promise.resolve(address === ours),
    keep: (mail, to) => Promise.resolve(void kept.push({ mail, to })),
    maxBytes: 10_000,
    onFailure: (error) => failures.push(error),
    ...options,
  })
  return { kept, failures, port: listener.port }
}

/** Says one line after the other, each once the last was answered, and gives the answers' codes. */
async function talk(port: number, lines: string[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1')
  const codes = [await answerOn(socket)]
  for (const line of lines) {
    socket.write(`${line}\r\n`)
    codes.push(await answerOn(socket))
    if (socket.readableEnded || codes.at(-1) === '') break
  }
  socket.destroy()
  return codes.slice(1)
}

const answerOn = (socket: Socket) =>
  new Promise<string>((resolve) => {
    let text = ''
    const onEnd = () => resolve(text.slice(0, 3))
    const onData = (bytes: Buffer) => {
      text += bytes.toString()
      if (!/^\d{3} .*\r\n$/m.test(text)) return
      socket.off('data', onData).off('close', onEnd)
      resolve(/^(\d{3}) /m.exec(text)?.[1] ?? '')
    }
    socket.on('data', onData).once('close', onEnd).once('error', onEnd)
  })

const opening = ['EHLO there', 'MAIL FROM:<wang@example.org>', `RCPT TO:<${ours}>`, 'DATA']
const letter = 'From: wang@example.org\r\nSubject: x\r\n\r\nhello\r\n.'

describe('The listener', () => {
  it('takes a mail for one of our addresses, and says so only when it is safe', async () => {
    let release = () => {}
    const order: string[] = []
    const { port } = await start({
      keep: () =>
        new Promise<void>((resolve) => {
          order.push('asked')
          release = () => {
            order.push('safe')
            resolve()
          }
        }),
    })
    const codes = talk(port, [...opening, letter]).then((all) => (order.push('answered'), all))
    await expect.poll(() => order).toEqual(['asked'])
    release()
    expect(await codes).toEqual(['250', '250', '250', '354', '250'])
    expect(order).toEqual(['asked', 'safe', 'answered'])
  })

  it('hands over Chinese text and files as they were sent, with the sender of the envelope on top', async () => {
    const { kept, port } = await start()
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
    const attachments = [{ filename: '身份证明.txt', content: '证明' }]
    await transport.sendMail({
      from: { name: '王芳', address: 'wang@example.org' },
      to: ours,
      subject: '申请公开',
      text: '请公开。\n.点',
      attachments,
    })
    transport.close()
    expect(kept.map(({ to }) => to)).toEqual([[ours]])
    expect(await parseMail(kept[0]?.mail ?? Buffer.alloc(0))).toMatchObject({
      from: { name: '王芳' },
      subject: '申请公开',
      text: '请公开。\n.点',
      attachments: [{ name: '身份证明.txt' }],
      isAutomatic: false,
      faults: [],
    })
  })

  it('marks what bounces, by the empty sender of the envelope', async () => {
    const { kept, port } = await start()
    await talk(port, ['EHLO there', 'MAIL FROM:<>', `RCPT TO:<${ours}>`, 'DATA', `Return-Path: <not@example.org>\r\n${letter}`])
    expect(await parseMail(kept[0]?.mail ?? Buffer.alloc(0))).toMatchObject({ isAutomatic: true })
  })

  it('sends nothing on: every other address is refused, and a mail to both reaches ours alone', async () => {
    const { kept, port } = await start()
    const strangers = ['RCPT TO:<someone@example.org>', 'RCPT TO:<openness@example.gov.cn@example.org>', 'RCPT TO:<"a b"@example.gov.cn>']
    const codes = await talk(port, ['EHLO there', 'MAIL FROM:<a@example.org>', ...strangers, 'DATA', `RCPT TO:<${ours}>`, 'DATA', letter])
    expect(codes.slice(2, 5).every((code) => code.startsWith('5'))).toBe(true)
    expect(codes.slice(5)).toEqual(['503', '250', '354', '250'])
    expect(kept.map(({ to }) => to)).toEqual([[ours]])
  })

  it('asks for the mail again when it could not be kept, and when nobody can say whose address it is', async () => {
    const { failures, port } = await start({ keep: () => Promise.reject(new Error('disk full')) })
    expect((await talk(port, [...opening, letter])).at(-1)).toBe('451')
    expect(failures).toEqual([new Error('disk full')])
    await listener?.stop()
    const second = await start({ accepts: () => Promise.reject(new Error('no database')) })
    expect((await talk(second.port, opening.slice(0, 3))).at(-1)).toBe('451')
    expect(second.kept).toEqual([])
  })

  it('refuses what is too large, said beforehand or found out', async () => {
    const { kept, port } = await start()
    expect((await talk(port, ['EHLO there', 'MAIL FROM:<a@example.org> SIZE=20000'])).at(-1)).toBe('552')
    expect((await talk(port, [...opening, `${'x'.repeat(15_000)}\r\n.`])).at(-1)).toBe('552')
    expect(kept).toEqual([])
  })

  it('hangs up on a mail that never ends', async () => {
    const { kept, port } = await start()
    const codes = await talk(port, [...opening, 'x'.repeat(50_000)])
    expect(['', '421']).toContain(codes.at(-1))
    expect(kept).toEqual([])
    expect((await talk(port, ['EHLO again'])).at(-1)).toBe('250')
  })

  it('keeps no half of a mail when the sender is cut off', async () => {
    const { kept, failures, port } = await start()
    const socket = connect(port, '127.0.0.1')
    await answerOn(socket)
    for (const line of opening) {
      socket.write(`${line}\r\n`)
      await answerOn(socket)
    }
    socket.write('From: wang@example.org\r\n\r\nhalf of')
    await new Promise((resolve) => setTimeout(resolve, 30))
    socket.destroy()
    expect((await talk(port, [...opening, letter])).at(-1)).toBe('250')
    expect(kept.map(({ mail }) => mail.toString().includes('hello'))).toEqual([true])
    expect(failures).toEqual([])
  })

  it('sends away whoever tries one address after the other, or stays too long', async () => {
    const { port } = await start({ sessionMs: 150 })
    const guesses = Array.from({ length: 9 }, (_, at) => `RCPT TO:<a${at}@example.gov.cn>`)
    const codes = await talk(port, ['EHLO there', 'MAIL FROM:<a@example.org>', ...guesses])
    expect(codes.filter((code) => code === '550')).toHaveLength(5)
    expect(codes).toContain('421')
    const socket = connect(port, '127.0.0.1')
    await answerOn(socket)
    await new Promise((resolve) => socket.once('close', resolve).resume())
    expect(socket.destroyed).toBe(true)
  })

  it('knows no passwords, offers no TLS without a certificate, and asks back nowhere', async () => {
    const { port } = await start()
    expect(await talk(port, ['EHLO there', 'AUTH PLAIN AHVuaXQAc2VjcmV0', 'STARTTLS', 'VRFY root', 'XCLIENT ADDR=1.2.3.4'])).toEqual([
      '250',
      '500',
      '500',
      '252',
      '550',
    ])
  })

  it('says so when the port is taken', async () => {
    const { port } = await start()
    await expect(start({ port })).rejects.toThrow(/EADDRINUSE/)
  })
})
