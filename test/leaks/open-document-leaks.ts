import { openDocument } from './make-office.ts'
import { hiddenNumber as secret, type Leak } from './leak.ts'

/** OpenDocument files. */
export const openDocumentLeaks: Leak[] = [
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
