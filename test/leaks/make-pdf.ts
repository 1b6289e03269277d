/** What a PDF of a test holds beside its one page. */
export interface PdfParts {
  /** The operators of the page; Latin text is drawn with the font /F1, Chinese with /F2 as hexadecimal UCS-2. */
  content: string
  info?: Record<string, string>
  /** Objects of the page's list of annotations, without their numbers. */
  annotations?: string[]
  /** More entries of the catalogue, such as a program that runs when the file is opened. */
  catalogue?: string
  /** More objects, numbered from 10 on. */
  objects?: string[]
  resources?: string
}

const chineseFont = `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [
  << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>
     /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >> ] >>`

/** The bytes of a PDF with one page, built object by object with a table of places that is right. */
export function makePdf({ content, info = {}, annotations = [], catalogue = '', objects = [], resources = '' }: PdfParts): Buffer {
  const firstNote = 10 + objects.length
  const annots = annotations.map((_, at) => `${firstNote + at} 0 R`).join(' ')
  const facts = Object.entries(info).map(([name, text]) => `/${name} ${pdfText(text)}`)
  const all = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [${annots}] /Resources << /Font << /F1 5 0 R /F2 6 0 R >> ${resources} >> >>`,
    ],
    [4, `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`],
    [5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [6, chineseFont],
    [7, `<< ${facts.join(' ')} >>`],
    ...objects.map((text, at): [number, string] => [10 + at, text]),
    ...annotations.map((text, at): [number, string] => [firstNote + at, text]),
  ])
  return written(all, Object.keys(info).length > 0 ? '/Info 7 0 R' : '')
}

/** A PDF whose one page says this in Latin letters. */
export function pdfOf(text: string): Buffer {
  return makePdf({ content: `BT /F1 12 Tf 72 700 Td (${text}) Tj ET` })
}

/** Chinese (or any) text as the hexadecimal that the font /F2 shows. */
export function ucs2(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}

function pdfText(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}

function written(objects: Map<number, string>, more: string): Buffer {
  let text = '%PDF-1.7\n'
  const places = new Map<number, number>()
  for (const [number, body] of objects) {
    places.set(number, text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const start = text.length
  const size = Math.max(...objects.keys()) + 1
  const rows = Array.from({ length: size }, (_, n) => {
    const place = places.get(n)
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  text += `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${more} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
