import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader gets from a PDF: the text of each page, and what a reader for blind people is told of its structure. */
export async function readPdf(pdf: Buffer) {
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
  const { width, height } = (await file.getPage(1)).getViewport({ scale: 1 })
  const [mark, { info }] = [await file.getMarkInfo(), await file.getMetadata()]
  await loading.destroy()
  return {
    pages: pages.map(squeezed),
    text: squeezed(pages.join('')),
    roles: [...roles],
    size: [Math.round(width), Math.round(height)],
    isTagged: mark?.Marked === true,
    title: (info as { Title?: string }).Title,
  }
}

/** A text without spaces and line ends: where lines break is the type's choice. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u200b]+/g, '')
}

interface Node {
  role?: string
  children?: Node[]
}

function collect(node: Node | null, roles: Set<string>): void {
  if (node?.role !== undefined) roles.add(node.role)
  for (const child of node?.children ?? []) collect(child, roles)
}
