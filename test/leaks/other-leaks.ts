import { hiddenNumber as secret, type Leak } from './leak.ts'
import { archive, docx, para } from './make-office.ts'
import { makePdf, ucs2 } from './make-pdf.ts'
import { bare, photo } from './make-picture.ts'

const shown = `BT /F2 12 Tf 72 700 Td ${ucs2('收费标准')} Tj ET`

const pdfs: Leak[] = [
  {
    name: 'black-box.pdf',
    make: () => makePdf({ content: `BT /F1 12 Tf 72 700 Td (${secret}) Tj ET 0 g 70 695 160 16 re f` }),
    found: ['covered-text', 'identity.number'],
    clean: false,
  },
  {
    name: 'white-box.pdf',
    make: () => makePdf({ content: `BT /F2 12 Tf 72 700 Td ${ucs2('张三家庭住址')} Tj ET 1 g 70 695 160 16 re f` }),
    found: ['covered-text'],
    clean: false,
  },
  {
    name: 'turned-box.pdf',
    make: () => makePdf({ content: `q 0 1 -1 0 400 100 cm BT /F1 12 Tf 72 200 Td (under) Tj ET 0 g 70 195 160 16 re f Q` }),
    found: ['covered-text'],
    clean: false,
  },
  {
    name: 'white-text.pdf',
    make: () => makePdf({ content: `${shown} 1 g BT /F2 8 Tf 72 500 Td ${ucs2('内部意见')} Tj ET` }),
    found: ['hidden-text.white'],
    clean: false,
  },
  {
    name: 'unpainted.pdf',
    make: () => makePdf({ content: `${shown} BT 3 Tr /F2 8 Tf 72 500 Td ${ucs2('内部意见')} Tj ET` }),
    found: ['hidden-text.unpainted'],
    clean: false,
  },
  {
    name: 'beside-the-page.pdf',
    make: () => makePdf({ content: `${shown} BT /F2 8 Tf 720 500 Td ${ucs2('内部意见')} Tj ET` }),
    found: ['hidden-text.off-page'],
    clean: false,
  },
  {
    name: 'scan-read.pdf',
    make: () => makePdf({ content: `BT 3 Tr /F2 8 Tf 72 500 Td ${ucs2('扫描件的文字')} Tj ET` }),
    found: ['hidden-text.recognised'],
    clean: false,
    isAdvice: true,
  },
  {
    name: 'remark.pdf',
    make: () => makePdf({ content: shown, annotations: ['<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (check this) >>'] }),
    found: ['comments'],
    clean: false,
  },
  {
    name: 'program.pdf',
    make: () =>
      makePdf({ content: shown, catalogue: '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>' }),
    found: ['script'],
    clean: false,
  },
  {
    name: 'attached.pdf',
    make: () =>
      makePdf({
        content: shown,
        catalogue: '/Names << /EmbeddedFiles << /Names [(list.txt) 10 0 R] >> >>',
        objects: ['<< /Type /Filespec /F (list.txt) /EF << /F 11 0 R >> >>', '<< /Type /EmbeddedFile /Length 2 >>\nstream\nhi\nendstream'],
      }),
    found: ['embedded'],
    clean: false,
  },
  { name: 'author.pdf', make: () => makePdf({ content: shown, info: { Author: '张三' } }), found: ['metadata'], clean: true },
  {
    name: 'earlier.pdf',
    make: () => Buffer.concat([makePdf({ content: shown }), Buffer.from('\nstartxref\n0\n%%EOF\n')]),
    found: ['earlier-version'],
    clean: false,
  },
]

const pictures: Leak[] = [
  {
    name: 'photo.jpg',
    make: () => photo({ place: true }),
    found: ['picture-place', 'picture-metadata', 'not-checked.picture'],
    clean: true,
  },
  { name: 'photo.png', make: () => photo({ format: 'png' }), found: ['picture-metadata', 'not-checked.picture'], clean: true },
  { name: 'photo.webp', make: () => photo({ format: 'webp' }), found: ['picture-metadata', 'not-checked.picture'], clean: true },
]

const texts: Leak[] = [
  { name: 'list.txt', make: () => Buffer.from(`张三，身份证号 ${secret}`), found: ['identity.number'], clean: false },
  { name: 'list.csv', make: () => Buffer.from('姓名,电话\n张三,13812345678'), found: ['mobile.number'], clean: false },
  {
    name: 'formula.csv',
    make: () => Buffer.from('项目,值\n甲,"=HYPERLINK(""http://a"",""b"")"\n乙,-5\n丙,+3.2'),
    found: ['text-formulas'],
    clean: false,
  },
  {
    name: 'page.html',
    make: () =>
      Buffer.from(
        `<html><head><meta name="author" content="张三"></head><body onload="go()"><!-- ${secret} --><p>正文</p><p hidden>内部</p><img src="https://a.example/x.png"></body></html>`,
      ),
    found: ['script', 'comments', 'hidden-text', 'metadata', 'external-link', 'identity.number'],
    clean: false,
  },
  {
    name: 'nested.zip',
    make: async () => archive({ 'a/通知.docx': docx(para('正文') + para(secret, '<w:vanish/>')), 'b.txt': '一号路' }),
    found: ['hidden-text', 'identity.number'],
    clean: false,
  },
]

export const otherLeaks: readonly Leak[] = [...pdfs, ...pictures, ...texts]

/** The same kinds of files with nothing in them that should not be there. */
export const cleanOthers: readonly Leak[] = [
  { name: 'notice.pdf', make: () => makePdf({ content: `0.9 g 60 680 300 40 re f 0 g ${shown}` }), found: [], clean: false },
  { name: 'heading.pdf', make: () => makePdf({ content: `0 g 60 680 300 40 re f 1 g ${shown}` }), found: [], clean: false },
  { name: 'scan.pdf', make: () => makePdf({ content: 'q 1 0 0 1 0 0 cm Q' }), found: ['not-checked.no-text-layer'], clean: false },
  { name: 'map.png', make: () => bare('png'), found: ['not-checked.picture'], clean: false },
  { name: 'map.gif', make: () => bare('gif'), found: ['not-checked.picture'], clean: false },
  { name: 'notice.txt', make: () => Buffer.from('首小时免费'), found: [], clean: false },
  { name: 'fees.csv', make: () => Buffer.from('项目,元\n首小时,0\n余额,-12.50'), found: [], clean: false },
  {
    name: 'notice.html',
    make: () => Buffer.from('<!doctype html><html><body><h1>通知</h1><p>正文</p></body></html>'),
    found: [],
    clean: false,
  },
  { name: 'old.doc', make: () => Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), found: ['not-checked.old-format'], clean: false },
]
