import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterEach, describe, expect, test } from 'vitest'
import { asSvg, drawCode } from '../codes/draw-code.ts'
import { blocksOf } from '../text/blocks.ts'
import { Press, PressBusy, type PrintOrder } from './press.ts'

const presses: Press[] = []
const press = (terms: ConstructorParameters<typeof Press>[0] = {}): Press => {
  const one = new Press(terms)
  presses.push(one)
  return one
}
afterEach(() => presses.splice(0).forEach((one) => one.stop()))

const body = [
  '村民代表会议于3月1日召开。#set page(fill: red) #import "@preview/x:1.0.0" $x$ \\*不是记号\\*',
  '## 收支情况',
  '| 项目 | 金额（元） |\n| --- | ---: |\n| 鱼塘承包费 | 6400 |',
  '1. 第一项\n2. 第二项',
].join('\n\n')

async function sheet(paper: 'a4' | 'a3', text = body): Promise<PrintOrder> {
  const code = asSvg(await drawCode('https://example.org/documents/MC0000012/2026-00001'))
  return {
    template: 'sheet',
    at: new Date('2026-06-15T02:00:00Z'),
    content: {
      ...{ lang: 'zh', paper, city: '明川市政务公开', number: '索引号 MC0000012/2026-00001', title: '柳溪村村务公开' },
      ...{ origin: ['柳溪村村民委员会', '2026年6月15日'], blocks: blocksOf(text), code, 'code-says': '二维码', scan: '手机扫码看原文' },
      ...{ address: 'https://example.org/documents/MC0000012/2026-00001', unit: '柳溪村村民委员会', day: '2026年6月15日' },
      ...{ seal: '盖章处', posted: '张贴日期', foot: '与网上一致', pages: '第 # 页 共 % 页' },
    },
  }
}

/** What a reader of files for blind people is told: the text, and how the whole is structured. */
async function read(pdf: Buffer) {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: true })
  const file = await loading.promise
  const pages: string[] = []
  const roles = new Set<string>()
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
    collect((await page.getStructTree()) as Node | null, roles)
  }
  const [size, mark] = [(await file.getPage(1)).getViewport({ scale: 1 }), await file.getMarkInfo()]
  const { info } = await file.getMetadata()
  await loading.destroy()
  return { pages, roles, width: Math.round(size.width), isTagged: mark?.Marked === true, title: (info as { Title?: string }).Title }
}

interface Node {
  role?: string
  children?: Node[]
}

function collect(node: Node | null, roles: Set<string>): void {
  if (node?.role !== undefined) roles.add(node.role)
  for (const child of node?.children ?? []) collect(child, roles)
}

describe('the press', () => {
  test('sets a sheet whose text a machine can read, with a structure for those who cannot see it', async () => {
    const found = await read(await press().print(await sheet('a4')))
    expect(found).toMatchObject({ isTagged: true, width: 595, title: '柳溪村村务公开' })
    const text = found.pages.join('').replaceAll(' ', '')
    for (const words of ['柳溪村村务公开', '村民代表会议于3月1日召开', '鱼塘承包费', '6400', '盖章处', '手机扫码看原文', '第1页共1页'])
      expect(text).toContain(words)
    for (const role of ['H1', 'H2', 'P', 'Table', 'TH', 'L', 'Figure']) expect([...found.roles]).toContain(role)
  })

  test('never takes a text for mark-up of its own', async () => {
    const text = (await read(await press().print(await sheet('a4')))).pages.join('').replaceAll(' ', '')
    for (const words of ['#setpage(fill:red)', '#import"@preview/x:1.0.0"', '$x$', '*不是记号*']) expect(text).toContain(words)
  })

  test('sets A3 larger, and a long text on as many numbered pages as it needs', async () => {
    const long = Array.from({ length: 60 }, (_, n) => `第${n + 1}段：各村应当在每季度第一个月公开上季度财务收支，接受村民监督。`).join(
      '\n\n',
    )
    const found = await read(await press().print(await sheet('a3', long)))
    expect(found.width).toBe(842)
    expect(found.pages.length).toBeGreaterThan(1)
    expect(found.pages.at(-1)?.replaceAll(' ', '')).toContain(`第${found.pages.length}页共${found.pages.length}页`)
    expect(found.pages.slice(0, -1).join('')).not.toContain('盖章处')
  })

  test('gives the same bytes for the same order', async () => {
    const [one, other] = [press(), press()]
    const first = one.print(await sheet('a4'))
    expect((await first).equals(await other.print(await sheet('a4')))).toBe(true)
    expect(await one.print(await sheet('a4')), 'set once, as long as the process runs').toBe(await first)
  })

  test('starts with the first order and ends when it is idle', async () => {
    const one = press({ idleMs: 1 })
    expect(one.isRunning).toBe(false)
    await one.print(await sheet('a4'))
    await expect.poll(() => one.isRunning).toBe(false)
    expect((await one.print(await sheet('a4'))).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('says so when it cannot set something, when too much waits, and when it is stopped', async () => {
    const one = press({ mostWaiting: 1 })
    await expect(one.print({ ...(await sheet('a4')), content: { lang: 'zh', paper: 'a4' } })).rejects.toThrow('the press')
    const waiting = one.print(await sheet('a4'))
    await expect(one.print(await sheet('a3'))).rejects.toThrow(PressBusy)
    one.stop()
    await expect(waiting).rejects.toThrow('stopped')
  })
})
