import { strToU8, zipSync } from 'fflate'

/** A part of an office file by its path. */
export type Parts = Record<string, string | Uint8Array>

/** One link from a part: its id, the last word of its type, where it leads. */
export type Link = [id: string, type: string, target: string, mode?: 'External']

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The bytes of an archive. */
export function archive(parts: Parts): Buffer {
  const entries = Object.entries(parts).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])
  return Buffer.from(zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: '1990-01-01' }))
}

/** A list of relations. */
export function links(...all: Link[]): string {
  const lines = all.map(([id, type, target, mode]) => {
    const outside = mode === undefined ? '' : ` TargetMode="${mode}"`
    return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${outside}/>`
  })
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}

function contentTypes(overrides: Record<string, string>): string {
  const lines = Object.entries(overrides).map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>${lines.join('')}</Types>`
}

const format = 'application/vnd.openxmlformats-officedocument.'
const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="' + office + '"'

/** A Word file with this body; `more` adds parts, `about` the properties of the file, `rels` links of the text. */
export function docx(body: string, { more = {}, rels = [], about }: { more?: Parts; rels?: Link[]; about?: string } = {}): Buffer {
  const overrides: Record<string, string> = { 'word/document.xml': `${format}wordprocessingml.document.main+xml` }
  for (const path of Object.keys(more)) if (path.endsWith('.xml')) overrides[path] = `${format}wordprocessingml.part+xml`
  if (about !== undefined) overrides['docProps/core.xml'] = 'application/vnd.openxmlformats-package.core-properties+xml'
  return archive({
    '[Content_Types].xml': contentTypes(overrides),
    '_rels/.rels': links(
      ['rId1', 'officeDocument', 'word/document.xml'],
      ...(about === undefined ? [] : [['rId2', 'core-properties', 'docProps/core.xml'] as Link]),
    ),
    'word/document.xml': `${head}<w:document ${wordSpace}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': links(...rels),
    ...(about === undefined ? {} : { 'docProps/core.xml': coreProperties(about) }),
    ...more,
  })
}

/** A paragraph of a Word file with one run. */
export function para(text: string, runProperties = ''): string {
  return `<w:p><w:r><w:rPr>${runProperties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** The part of a Word file that holds one comment. */
export function wordComments(text: string): string {
  return `${head}<w:comments ${wordSpace}><w:comment w:id="0" w:author="张三"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment></w:comments>`
}

export function coreProperties(author: string): string {
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>收费标准</dc:title><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy></cp:coreProperties>`
}

const sheetSpace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"`

export interface SheetParts {
  name: string
  /** The whole of what is in `worksheet`. */
  xml: string
  state?: 'hidden' | 'veryHidden'
  rels?: Link[]
}

/** An Excel file with these sheets and shared texts. */
export function xlsx(
  sheets: SheetParts[],
  { texts = [], more = {}, bookRels = [] }: { texts?: string[]; more?: Parts; bookRels?: Link[] } = {},
): Buffer {
  const overrides: Record<string, string> = {
    'xl/workbook.xml': `${format}spreadsheetml.sheet.main+xml`,
    'xl/sharedStrings.xml': `${format}spreadsheetml.sharedStrings+xml`,
  }
  const parts: Parts = {}
  sheets.forEach(({ xml, rels }, at) => {
    overrides[`xl/worksheets/sheet${at + 1}.xml`] = `${format}spreadsheetml.worksheet+xml`
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `${head}<worksheet ${sheetSpace}>${xml}</worksheet>`
    if (rels !== undefined) parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = links(...rels)
  })
  for (const path of Object.keys(more)) if (path.endsWith('.xml')) overrides[path] = `${format}spreadsheetml.part+xml`
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  )
  return archive({
    '[Content_Types].xml': contentTypes(overrides),
    '_rels/.rels': links(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${head}<workbook ${sheetSpace}><bookViews><workbookView activeTab="${sheets.length - 1}"/></bookViews><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      ...sheets.map((_, at): Link => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['rId90', 'sharedStrings', 'sharedStrings.xml'],
      ...bookRels,
    ),
    'xl/sharedStrings.xml': `${head}<sst ${sheetSpace}>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...parts,
    ...more,
  })
}

/** The rows of a sheet; each is its attributes and its cells, a number among them being the place of a shared text. */
export function rows(...all: [attributes: string, ...cells: (string | number)[]][]): string {
  const lines = all.map(([attributes, ...cells], at) => {
    const row = cells.map((cell, column) => {
      const name = `${String.fromCharCode(65 + column)}${at + 1}`
      return typeof cell === 'number'
        ? `<c r="${name}" t="s"><v>${cell}</v></c>`
        : `<c r="${name}" t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    return `<row r="${at + 1}"${attributes}>${row.join('')}</row>`
  })
  return `<sheetData>${lines.join('')}</sheetData>`
}

const slideSpace = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}"`

export interface SlideParts {
  text: string
  isHidden?: boolean
  /** A shape that is there and not shown. */
  hiddenShape?: string
  notes?: string
  comment?: string
}

/** A PowerPoint file with these slides. */
export function pptx(slides: SlideParts[], more: Parts = {}): Buffer {
  const overrides: Record<string, string> = { 'ppt/presentation.xml': `${format}presentationml.presentation.main+xml` }
  const parts: Parts = {}
  slides.forEach(({ text, isHidden, hiddenShape, notes, comment }, at) => {
    const n = at + 1
    const beside: Link[] = []
    const shape = (words: string, attributes = ''): string =>
      `<p:sp><p:nvSpPr><p:cNvPr id="2" name="t"${attributes}/></p:nvSpPr><p:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp>`
    const shapes = shape(text) + (hiddenShape === undefined ? '' : shape(hiddenShape, ' hidden="1"'))
    overrides[`ppt/slides/slide${n}.xml`] = `${format}presentationml.slide+xml`
    parts[`ppt/slides/slide${n}.xml`] =
      `${head}<p:sld ${slideSpace}${isHidden ? ' show="0"' : ''}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`
    if (notes !== undefined) {
      beside.push(['rId1', 'notesSlide', `../notesSlides/notesSlide${n}.xml`])
      overrides[`ppt/notesSlides/notesSlide${n}.xml`] = `${format}presentationml.notesSlide+xml`
      parts[`ppt/notesSlides/notesSlide${n}.xml`] =
        `${head}<p:notes ${slideSpace}><p:cSld><p:spTree>${shape(notes)}</p:spTree></p:cSld></p:notes>`
    }
    if (comment !== undefined) {
      beside.push(['rId2', 'comments', `../comments/comment${n}.xml`])
      overrides[`ppt/comments/comment${n}.xml`] = `${format}presentationml.comments+xml`
      parts[`ppt/comments/comment${n}.xml`] =
        `${head}<p:cmLst ${slideSpace}><p:cm authorId="0"><p:text>${comment}</p:text></p:cm></p:cmLst>`
    }
    parts[`ppt/slides/_rels/slide${n}.xml.rels`] = links(...beside)
  })
  const list = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 1}"/>`)
  return archive({
    '[Content_Types].xml': contentTypes(overrides),
    '_rels/.rels': links(['rId1', 'officeDocument', 'ppt/presentation.xml']),
    'ppt/presentation.xml': `${head}<p:presentation ${slideSpace}><p:sldIdLst>${list.join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': links(...slides.map((_, at): Link => [`rId${at + 1}`, 'slide', `slides/slide${at + 1}.xml`])),
    ...parts,
    ...more,
  })
}

const openSpaces = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** An OpenDocument text or spreadsheet. */
export function openDocument(kind: 'text' | 'spreadsheet', body: string, { styles = '', author = '' } = {}): Buffer {
  const meta = author === '' ? '' : `<meta:initial-creator>${author}</meta:initial-creator>`
  return archive({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `${head}<office:document-content ${openSpaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    'meta.xml': `${head}<office:document-meta ${openSpaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>${meta}<dc:title>表</dc:title></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.${kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  })
}
