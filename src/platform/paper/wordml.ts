import { fitForPaper } from './characters.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** A text as it may stand in XML, between tags and in attributes; what XML 1.0 forbids is gone. The only way of a text into a Word file. */
export function escapeXml(text: string): string {
  return fitForPaper(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** An element; `inner` is XML already. Attributes are escaped, and those that are undefined are left out. */
export function element(name: string, attributes: Record<string, string | number | undefined> = {}, inner = ''): string {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`]))
  return inner === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inner}</${name}>`
}

/** A text in one dress; its line ends become breaks. '' gives nothing. */
export function run(text: string, dress: 'plain' | 'strong' = 'plain'): string {
  if (text === '') return ''
  const lines = fitForPaper(text).split('\n')
  const inner = lines.map((line) => element('w:t', { 'xml:space': 'preserve' }, escapeXml(line))).join('<w:br/>')
  return `<w:r>${dress === 'strong' ? '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' : ''}${inner}</w:r>`
}

/** What Word reckons itself, such as a page number. */
function field(code: 'PAGE' | 'NUMPAGES'): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const asked = `<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>`
  return `${mark('begin')}${asked}${mark('separate')}<w:r><w:t>1</w:t></w:r>${mark('end')}`
}

/** A line about pages in which `#` is the page and `%` all of them, as Word reckons them. */
export function pagesXml(pages: string): string {
  const pieces = pages.split(/([#%])/)
  return pieces.map((piece) => (piece === '#' ? field('PAGE') : piece === '%' ? field('NUMPAGES') : run(piece))).join('')
}

/** A paragraph of a style; `more` are further properties as XML, in the order of the schema. */
export function paragraph(style: string, inner: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inner}</w:p>`
}

/** A part of the file: the declaration, and a root with the namespaces of WordprocessingML. */
export function part(root: string, inner: string): string {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return declared(`<w:${root} xmlns:w="${main}" xmlns:r="${relations}">${inner}</w:${root}>`)
}

export function declared(xml: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`
}
