import type { Leak } from './leak.ts'
import { docx, openDocument, para, pptx, xlsx } from './make-office.ts'
import { openDocumentLeaks } from './open-document-leaks.ts'
import { slideLeaks } from './slide-leaks.ts'
import { wordLeaks } from './word-leaks.ts'
import { shown, workbookLeaks } from './workbook-leaks.ts'

export const officeLeaks: readonly Leak[] = [...wordLeaks, ...workbookLeaks, ...slideLeaks, ...openDocumentLeaks]

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
