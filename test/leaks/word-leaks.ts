import { docx, links, para, wordComments } from './make-office.ts'
import { hiddenNumber as secret, type Leak } from './leak.ts'
import { photo } from './make-picture.ts'

/** Word files. */
export const wordLeaks: Leak[] = [
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
