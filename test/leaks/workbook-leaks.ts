import { rows, xlsx } from './make-office.ts'
import { hiddenNumber as secret, type Leak } from './leak.ts'

/** A sheet of which the public sees one line. */
export const shown = rows(['', 0, '免费'])
const texts = ['一号路', secret]

/** Excel files. */
export const workbookLeaks: Leak[] = [
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
