import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenContent, must } from '../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, type TestSite } from '../../../test/support/site.ts'
import { NotFound } from '../../kernel/faults.ts'
import { buildServer } from '../../platform/http/server.ts'
import { faultPage } from '../../ui/fault-page.tsx'
import { createDocument } from './create-document.ts'
import { routes } from './routes.tsx'

const boundary = 'between'
const mebibyte = 1024 * 1024

describeWithDatabase('files at the desk', () => {
  let site: TestSite
  let server: FastifyInstance
  let address: string
  let formToken: string
  let isSignedIn = true

  beforeAll(async () => {
    site = await freshSite()
    site.config = { ...site.config, dataDir: await mkdtemp(join(tmpdir(), 'gongkai-files-')) }
    const unit = await givenUnit(site, { code: 'mc' })
    const cast = await givenCast(site, unit)
    const writer = givenVisitor(cast.writer.personId, ['information-officer', unit])
    formToken = writer.formToken
    const edge = {
      identify: async () => (isSignedIn ? writer : undefined),
      confirmPassword: async () => 'wrong' as const,
      faultPage,
      nothingHere: () => new NotFound('nothing here'),
    }
    server = (await buildServer(site, routes, { ...edge, confirmPage: (reader) => faultPage(reader, 403) })).server
    const { id } = must(await createDocument(site, cast.writer, { unitId: unit.id, content: givenContent() }))
    address = `/zh/desk/documents/${id}`
  })
  afterAll(async () => {
    await server.close()
    await rm(site.config.dataDir, { recursive: true, force: true })
  })

  const attach = (files: [name: string, text: string][], more: Record<string, string> = {}, url = `${address}/files`) => {
    const token = `--${boundary}\r\nContent-Disposition: form-data; name="_token"\r\n\r\n${formToken}\r\n`
    const parts = files.map(
      ([name, text]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/html\r\n\r\n${text}\r\n`,
    )
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, ...more }
    return server.inject({ method: 'POST', url, headers, payload: `${token}${parts.join('')}--${boundary}--\r\n` })
  }

  test('are attached, downloaded byte for byte as a download, and taken away', async () => {
    expect((await attach([['收费表.csv', '项目,金额\n首小时,0']])).headers.location).toBe(`${address}?done=attached#files`)
    const page = (await server.inject(address)).body
    const link = /href="([^"]+\/files\/\d+)"/.exec(page)?.[1] ?? ''
    const file = await server.inject(link)
    expect(file.body).toBe('项目,金额\n首小时,0')
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('收费表.csv')}`,
    })
    const form = new URLSearchParams({ _token: formToken }).toString()
    const remove = {
      method: 'POST' as const,
      url: `${link}/remove`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: form,
    }
    expect((await server.inject(remove)).headers.location).toBe(`${address}?done=detached#files`)
    expect((await server.inject(remove)).statusCode).toBe(422)
    expect((await server.inject(link)).statusCode).toBe(404)
  })

  test('of a wrong kind are named one by one, and the good ones among them are kept', async () => {
    const answer = await attach([
      ['macro.exe', 'MZ'],
      ['空白.txt', ''],
      ['说明.txt', '说明'],
    ])
    expect(answer.statusCode).toBe(422)
    for (const words of ['macro.exe 的格式不支持上传', '空白.txt 是空文件', '>说明.txt</a>']) expect(answer.body).toContain(words)
  })

  test('without a choice the form says so', async () => {
    const answer = await attach([])
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('请选择文件')
  })

  test('are not read for somebody who is signed out or comes from another site, however large they are', async () => {
    const tooLarge: [string, string][] = [['大.txt', 'x'.repeat(21 * mebibyte)]]
    expect((await attach(tooLarge)).statusCode).toBe(413)
    expect((await attach([['小.txt', 'x']], { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await attach(tooLarge, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    isSignedIn = false
    const broken = { 'content-type': 'multipart/form-data' }
    expect((await attach([['小.txt', 'x']], broken)).statusCode).toBe(401)
    isSignedIn = true
    expect((await attach([['小.txt', 'x']], broken)).statusCode).toBe(400)
  })

  test('come with the token of the session, at most 25 MB together, and only to the address that takes them', async () => {
    const half = 'x'.repeat(13 * mebibyte)
    const two: [string, string][] = [
      ['一.txt', half],
      ['二.txt', half],
    ]
    expect((await attach(two)).statusCode).toBe(413)
    expect((await attach([['一.txt', 'x']], {}, `${address}/answer`)).statusCode).toBe(400)
    const token = formToken
    formToken = 'guessed'
    expect((await attach([['一.txt', 'x']])).statusCode).toBe(403)
    formToken = token
  })

  test('of 200 MB are stopped early, and a connection that breaks off leaves the draft as it was', async () => {
    const before = (await server.inject(address)).body
    await server.listen({ port: 0, host: '127.0.0.1' })
    const port = (server.server.address() as AddressInfo).port
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, host: 'x' }
    const opening = [
      `--${boundary}\r\nContent-Disposition: form-data; name="_token"\r\n\r\n${formToken}\r\n--${boundary}`,
      'Content-Disposition: form-data; name="file"; filename="huge.pdf"',
      'Content-Type: application/pdf\r\n\r\n%PDF-1.7\n',
    ].join('\r\n')
    const huge = request({ port, method: 'POST', path: `${address}/files`, headers })
    let sent = 0
    const pour = (): void => {
      while (sent < 200 * mebibyte && !huge.destroyed) {
        sent += mebibyte
        if (!huge.write(Buffer.alloc(mebibyte, 'x'))) return
      }
      huge.end()
    }
    huge.on('drain', pour)
    huge.write(opening)
    pour()
    const status = await new Promise<number | undefined>((resolve) => {
      huge.on('response', (answer) => resolve(answer.statusCode))
      huge.on('error', () => resolve(undefined))
    })
    huge.destroy()
    expect(status).toBe(413)
    expect(sent, 'the answer does not wait for the rest').toBeLessThan(200 * mebibyte)

    const cut = request({ port, method: 'POST', path: `${address}/files`, headers })
    await new Promise<void>((resolve) => {
      cut.on('error', () => undefined)
      cut.on('close', () => resolve())
      cut.write(opening, () => cut.destroy())
    })
    expect((await server.inject(address)).body).toBe(before)
  })
})
