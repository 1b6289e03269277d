import { docx, links, openDocument, para, pptx, rows, wordComments, xlsx } from './make-office.ts'
import type { Leak } from './leak.ts'
import { photo } from './make-picture.ts'

const secret = '11010519491231002X'
const shown = rows(['', 0, '免费'])
const texts = ['一号路', secret]

/** Word files. */
const documents: Leak[] = [
  {
    name: 'comment.docx',
    make: () =>
      docx(para('正文'), { more: { 'word/comments.xml': wordComments(`${secret} 请核对`) }, rels: [['rId9', 'comments', 'comments.xml']] }),
    found: ['comments', 'identity.number'],
    clean: true,
  },
  {
    name: 'struck.docx',
    make: () =>
      docx(`<w:p><w:r><w:t>正文</w:t></w:r><w:del w:id="1" w:author="张三"><w:r><w:delText>${secret}</w:delText></w:r></w:del></w:p>`),
    found: ['tracked-changes.struck', 'identity.number'],
    clean: true,
  },
  {
    name: 'added.docx',
    make: () => docx(`<w:p><w:ins w:id="1" w:author="张三"><w:r><w:t>后加的话</w:t></w:r></w:ins></w:p>`),
    found: ['tracked-changes.added'],
    clean: true,
  },
  {
    name: 'moved.docx',
    make: () =>
      docx(
        `<w:p><w:moveFrom w:id="1"><w:r><w:t>旧处</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo w:id="2"><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>`,
      ),
    found: ['tracked-changes.struck', 'tracked-changes.added'],
    clean: true,
  },
  {
    name: 'struck-row.docx',
    make: () =>
      docx(
        `<w:tbl><w:tr><w:tc>${para('留')}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc>${para('删')}</w:tc></w:tr></w:tbl>`,
      ),
    found: ['tracked-changes.struck'],
    clean: true,
  },
  {
    name: 'reformatted.docx',
    make: () => docx(`<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr><w:t>粗</w:t></w:r></w:p>`),
    found: ['tracked-changes.format'],
    clean: true,
  },
  {
    name: 'vanished.docx',
    make: () => docx(para('正文') + para(secret, '<w:vanish/>')),
    found: ['hidden-text', 'identity.number'],
    clean: true,
  },
  {
    name: 'vanished-style.docx',
    make: () =>
      docx(`${para('正文')}<w:p><w:pPr><w:pStyle w:val="off"/></w:pPr><w:r><w:t>内部意见</w:t></w:r></w:p>`, {
        more: { 'word/styles.xml': '<w:styles xmlns:w="urn:w"><w:style w:styleId="off"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>' },
        rels: [['rId8', 'styles', 'styles.xml']],
      }),
    found: ['hidden-text'],
    clean: true,
  },
  {
    name: 'white.docx',
    make: () => docx(para('正文') + para('13812345678', '<w:color w:val="FFFFFF"/>')),
    found: ['hidden-text.white', 'mobile.number'],
    clean: false,
  },
  {
    name: 'macro.docx',
    make: () =>
      docx(para('正文'), { more: { 'word/vbaProject.bin': new Uint8Array([1, 2]) }, rels: [['rId9', 'vbaProject', 'vbaProject.bin']] }),
    found: ['macros'],
    clean: false,
  },
  {
    name: 'embedded.docx',
    make: () =>
      docx(para('正文'), {
        more: { 'word/embeddings/inner.bin': new Uint8Array([1]) },
        rels: [['rId9', 'package', 'embeddings/inner.bin']],
      }),
    found: ['embedded'],
    clean: false,
  },
  {
    name: 'template.docx',
    make: () =>
      docx(para('正文'), {
        more: {
          'word/settings.xml': '<w:settings xmlns:w="urn:w" xmlns:r="urn:r"><w:attachedTemplate r:id="rId1"/></w:settings>',
          'word/_rels/settings.xml.rels': links(['rId1', 'attachedTemplate', 'file:///\\\\server\\share\\公文.dotx', 'External']),
        },
        rels: [['rId9', 'settings', 'settings.xml']],
      }),
    found: ['external-link.template'],
    clean: true,
  },
  {
    name: 'linked-picture.docx',
    make: () => docx(para('正文'), { rels: [['rId9', 'image', 'file:///C:/Users/zhangsan/a.png', 'External']] }),
    found: ['external-link'],
    clean: false,
  },
  {
    name: 'field.docx',
    make: () => docx(`<w:p><w:r><w:instrText>INCLUDETEXT "C:\\Users\\zhangsan\\draft.docx"</w:instrText></w:r></w:p>`),
    found: ['external-link'],
    clean: false,
  },
  { name: 'author.docx', make: () => docx(para('正文'), { about: '张三' }), found: ['metadata'], clean: true },
  {
    name: 'photo.docx',
    make: async () =>
      docx(para('正文'), {
        more: { 'word/media/image1.jpg': await photo({ place: true }) },
        rels: [['rId9', 'image', 'media/image1.jpg']],
      }),
    found: ['picture-place', 'picture-metadata'],
    clean: true,
  },
]

/** Excel files. */
const workbooks: Leak[] = [
  {
    name: 'hidden-sheet.xlsx',
    make: () =>
      xlsx(
        [
          { name: '收费', xml: shown },
          { name: '名单', xml: rows(['', '张三', 1]), state: 'hidden' },
        ],
        { texts },
      ),
    found: ['hidden-sheet', 'identity.number'],
    clean: true,
  },
  {
    name: 'very-hidden.xlsx',
    make: () =>
      xlsx(
        [
          { name: '收费', xml: shown },
          { name: '名单', xml: rows(['', 1]), state: 'veryHidden' },
        ],
        { texts },
      ),
    found: ['hidden-sheet', 'identity.number'],
    clean: true,
  },
  {
    name: 'hidden-row.xlsx',
    make: () => xlsx([{ name: '收费', xml: rows(['', 0], [' hidden="1"', 1]) }], { texts }),
    found: ['hidden-rows', 'identity.number'],
    clean: true,
  },
  {
    name: 'hidden-column.xlsx',
    make: () => xlsx([{ name: '收费', xml: `<cols><col min="2" max="2" width="9" hidden="1"/></cols>${rows(['', 0, 1])}` }], { texts }),
    found: ['hidden-columns', 'identity.number'],
    clean: true,
  },
  {
    name: 'note.xlsx',
    make: () =>
      xlsx(
        [
          {
            name: '收费',
            xml: `${shown}<legacyDrawing r:id="rId2"/>`,
            rels: [
              ['rId1', 'comments', '../comments1.xml'],
              ['rId2', 'vmlDrawing', '../drawings/vml1.vml'],
            ],
          },
        ],
        {
          texts,
          more: {
            'xl/comments1.xml': `<comments xmlns="urn:x"><commentList><comment ref="A1"><text><t>${secret}</t></text></comment></commentList></comments>`,
            'xl/drawings/vml1.vml': '<xml>张三</xml>',
          },
        },
      ),
    found: ['comments', 'identity.number'],
    clean: true,
  },
  {
    name: 'thread.xlsx',
    make: () =>
      xlsx([{ name: '收费', xml: shown, rels: [['rId1', 'threadedComment', '../threadedComments/t1.xml']] }], {
        texts,
        more: {
          'xl/threadedComments/t1.xml':
            '<ThreadedComments xmlns="urn:x"><threadedComment ref="B2"><text>领导说不公开</text></threadedComment></ThreadedComments>',
        },
      }),
    found: ['comments'],
    clean: true,
  },
  {
    name: 'white.xlsx',
    make: () =>
      xlsx([{ name: '收费', xml: '<sheetData><row r="1"><c r="A1" s="1" t="s"><v>1</v></c></row></sheetData>' }], {
        texts,
        more: {
          'xl/styles.xml':
            '<styleSheet xmlns="urn:x"><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1" fillId="0"/></cellXfs></styleSheet>',
        },
        bookRels: [['rId91', 'styles', 'styles.xml']],
      }),
    found: ['hidden-text.white', 'identity.number'],
    clean: false,
  },
  {
    name: 'external.xlsx',
    make: () =>
      xlsx([{ name: '收费', xml: shown }], {
        texts,
        more: { 'xl/externalLinks/externalLink1.xml': '<externalLink xmlns="urn:x"/>' },
        bookRels: [['rId91', 'externalLink', 'externalLinks/externalLink1.xml']],
      }),
    found: ['external-link'],
    clean: false,
  },
  {
    name: 'pivot.xlsx',
    make: () =>
      xlsx([{ name: '收费', xml: shown }], {
        texts,
        more: { 'xl/pivotCache/pivotCacheRecords1.xml': '<r xmlns="urn:x"/>' },
        bookRels: [['rId91', 'pivotCacheRecords', 'pivotCache/pivotCacheRecords1.xml']],
      }),
    found: ['pivot-cache'],
    clean: false,
  },
  {
    name: 'formulas.xlsx',
    make: () =>
      xlsx(
        [
          {
            name: '收费',
            xml: '<sheetData><row r="1"><c r="A1"><f>B1*2</f><v>8</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
          },
        ],
        { texts },
      ),
    found: ['formulas', 'merged-cells'],
    clean: false,
    isAdvice: true,
  },
  {
    name: 'telephone.xlsx',
    make: () => xlsx([{ name: '名单', xml: '<sheetData><row r="1"><c r="C1"><v>1.3812345678E10</v></c></row></sheetData>' }], { texts }),
    found: ['mobile.number'],
    clean: false,
  },
]

/** PowerPoint and OpenDocument files. */
const others: Leak[] = [
  { name: 'notes.pptx', make: () => pptx([{ text: '通报', notes: '这一页不要念' }]), found: ['speaker-notes'], clean: true },
  {
    name: 'hidden-slide.pptx',
    make: () => pptx([{ text: '通报' }, { text: secret, isHidden: true }]),
    found: ['hidden-slide', 'identity.number'],
    clean: true,
  },
  { name: 'comment.pptx', make: () => pptx([{ text: '通报', comment: '数字待定' }]), found: ['comments'], clean: true },
  { name: 'hidden-shape.pptx', make: () => pptx([{ text: '通报', hiddenShape: '内部口径' }]), found: ['hidden-text'], clean: true },
  {
    name: 'remark.odt',
    make: () =>
      openDocument(
        'text',
        `<text:p>正文<office:annotation><dc:creator>张三</dc:creator><text:p>${secret}</text:p></office:annotation></text:p>`,
      ),
    found: ['comments', 'identity.number'],
    clean: true,
  },
  {
    name: 'struck.odt',
    make: () =>
      openDocument(
        'text',
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>删去的话</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>正文</text:p>',
      ),
    found: ['tracked-changes.struck'],
    clean: true,
  },
  {
    name: 'hidden.odt',
    make: () =>
      openDocument('text', '<text:p>正文<text:span text:style-name="T1">不显示</text:span></text:p>', {
        styles: '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>',
      }),
    found: ['hidden-text'],
    clean: true,
  },
  { name: 'author.odt', make: () => openDocument('text', '<text:p>正文</text:p>', { author: '张三' }), found: ['metadata'], clean: true },
  {
    name: 'hidden-table.ods',
    make: () =>
      openDocument(
        'spreadsheet',
        `<table:table table:name="收费"><table:table-row><table:table-cell><text:p>免费</text:p></table:table-cell></table:table-row></table:table><table:table table:name="名单" table:style-name="ta2"><table:table-row><table:table-cell><text:p>${secret}</text:p></table:table-cell></table:table-row></table:table>`,
        { styles: '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>' },
      ),
    found: ['hidden-sheet', 'identity.number'],
    clean: true,
  },
  {
    name: 'hidden-row.ods',
    make: () =>
      openDocument(
        'spreadsheet',
        `<table:table table:name="收费"><table:table-row table:visibility="collapse"><table:table-cell><text:p>${secret}</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    found: ['hidden-rows', 'identity.number'],
    clean: true,
  },
]

export const officeLeaks: readonly Leak[] = [...documents, ...workbooks, ...others]

/** The same kinds of files with nothing in them that should not be there. */
export const cleanOffice: readonly Leak[] = [
  { name: 'notice.docx', make: () => docx(para('收费标准') + para('首小时免费')), found: [], clean: false },
  { name: 'fees.xlsx', make: () => xlsx([{ name: '收费', xml: shown }], { texts: ['一号路'] }), found: [], clean: false },
  { name: 'report.pptx', make: () => pptx([{ text: '通报' }]), found: [], clean: false },
  { name: 'notice.odt', make: () => openDocument('text', '<text:p>正文</text:p>'), found: [], clean: false },
  {
    name: 'fees.ods',
    make: () =>
      openDocument(
        'spreadsheet',
        '<table:table table:name="收费"><table:table-row><table:table-cell><text:p>免费</text:p></table:table-cell></table:table-row></table:table>',
      ),
    found: [],
    clean: false,
  },
]
