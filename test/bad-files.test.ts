import { describe, expect, test } from 'vitest'
import { examineBytes } from '../src/features/publishing/files/examine-bytes.ts'
import { fileRules } from '../src/features/publishing/files/file-rules.ts'
import { cleanFile } from '../src/platform/extract/clean-file.ts'
import { archive, docx, para, rows, xlsx } from './leaks/make-office.ts'
import { makePdf, pdfOf } from './leaks/make-pdf.ts'
import { bare, photo } from './leaks/make-picture.ts'
import { questionOf } from './support/examine-apart.ts'

const examined = (name: string, bytes: Buffer, look = {}) => {
  const question = questionOf(name)
  return examineBytes({ ...question, limits: { ...question.limits, ...look } }, bytes)
}
const unreadable = (because: string) => ({ state: 'unreadable', because, text: '', findings: [{ check: 'unreadable', because }] })

describe('files that are broken or hostile', () => {
  const word = docx(para('正文'))
  const withPart = (text: string) => docx(para('正文'), { more: { 'word/header1.xml': text } })

  test.each<[name: string, because: string, make: () => Buffer | Promise<Buffer>]>([
    ['program.pdf', 'not-what-it-says', () => Buffer.from('MZ\u0090\u0000\u0003\u0000')],
    ['sheet.docx', 'not-what-it-says', () => xlsx([{ name: 'a', xml: rows(['', 'x']) }])],
    ['picture.png', 'not-what-it-says', () => bare('jpeg')],
    ['note.txt', 'not-what-it-says', () => Buffer.from('{\\rtf1 hello}')],
    ['tool.zip', 'not-what-it-says', () => archive({ 'setup.exe': 'MZ' })],
    ['cut-off.docx', 'broken', () => word.subarray(0, word.length - 40)],
    ['not-well-formed.docx', 'broken', () => docx('<w:p><w:r></w:p></w:r>')],
    ['other-letters.docx', 'broken', () => withPart('<?xml version="1.0" encoding="UTF-7"?><w:hdr xmlns:w="x"/>')],
    [
      'entity.docx',
      'doctype',
      () => withPart('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:hdr xmlns:w="x"><w:t>&b;</w:t></w:hdr>'),
    ],
    ['entity-alone.docx', 'doctype', () => docx(para('&undefined;'))],
    ['locked.xlsx', 'encrypted', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['locked.odt', 'encrypted', () => lockedText()],
    ['broken.pdf', 'broken', () => Buffer.from('%PDF-1.7 and then nothing')],
    ['broken.jpg', 'broken', () => Buffer.from('ffd8ffe00010', 'hex')],
    ['same-name-twice.zip', 'broken', () => twiceTheSame()],
    ['deep.zip', 'too-deep', () => archive({ 'a.zip': archive({ 'b.zip': archive({ 'c.txt': 'x' }) }) })],
  ])('are unreadable, with the reason, and nothing is thrown: %s is %s', async (name, because, make) => {
    expect(await examined(name, await make())).toMatchObject(unreadable(because))
  })

  test('stop at every limit that the pack sets', async () => {
    const many = archive(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.txt`, 'x'])))
    expect(await examined('many.zip', many, { entries: 20 })).toMatchObject(unreadable('too-many-entries'))
    expect(await examined('large.zip', archive({ 'a.txt': 'x'.repeat(5000) }), { inflatedBytes: 4000 })).toMatchObject(
      unreadable('too-large-inside'),
    )
    expect(await examined('long.txt', Buffer.from('字'.repeat(5000)), { textCharacters: 4000 })).toMatchObject(
      unreadable('too-large-inside'),
    )
    expect(await examined('pages.pdf', pdfOf('x'), { pages: 0 })).toMatchObject(unreadable('too-large-inside'))
  })

  test('of old Office forms are not checked, which is not the same as clean', async () => {
    expect(await examined('old.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toMatchObject({
      state: 'not-checked',
      because: 'old-format',
    })
  })

  test('with pages of which some are only pictures say which', async () => {
    const scan = await examined('scan.pdf', makePdf({ content: 'q 1 0 0 1 0 0 cm Q' }))
    expect(scan).toMatchObject({ state: 'not-checked', because: 'no-text-layer', findings: [{ spots: [{ by: 'page', name: '1' }] }] })
  })

  test('say where: the cell, the paragraph, the page', async () => {
    const secret = '11010519491231002X'
    const places = async (name: string, bytes: Buffer) =>
      (await examined(name, bytes)).findings
        .filter((one) => one.check === 'identity')
        .flatMap((one) => one.spots.map(({ by, name: place }) => `${by} ${place}`))
    expect(await places('a.xlsx', xlsx([{ name: '名单', xml: rows(['', 'x'], ['', 'y', secret]) }]))).toEqual(['cell 名单!B2'])
    expect(await places('a.docx', docx(para('一') + para(secret)))).toEqual(['paragraph 2'])
    expect(await places('a.pdf', pdfOf(secret))).toEqual(['page 1'])
    expect(await places('a.csv', Buffer.from(`姓名,号码\n张三,${secret}`))).toEqual(['cell B2'])
    expect(await places('a.zip', archive({ 'b/c.csv': `x,${secret}` }))).toEqual(['cell b/c.csv › B1'])
  })

  test('cannot be cleaned where they cannot be read', async () => {
    await expect(cleanFile(Buffer.from('MZ\u0000'), fileRules().look)).rejects.toThrow('broken')
  })

  test('a photograph stays upright when its words go', async () => {
    const { default: sharp } = await import('sharp')
    const copy = await cleanFile(await photo({ place: true, orientation: 6 }), fileRules().look)
    expect(await sharp(copy).metadata()).toMatchObject({ width: 20, height: 40 })
  })
})

function lockedText(): Buffer {
  const manifest = '<m><e><encryption-data/></e></m>'
  return archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>', 'META-INF/manifest.xml': manifest })
}

/** Two entries under one name, which two programs read differently. */
function twiceTheSame(): Buffer {
  const bytes = archive({ 'aa.txt': 'one', 'ab.txt': 'two' })
  return Buffer.from(bytes.toString('latin1').replaceAll('ab.txt', 'aa.txt'), 'latin1')
}
