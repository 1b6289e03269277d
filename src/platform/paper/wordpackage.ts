import { strToU8, zipSync } from 'fflate'
import type { Lang } from '../../kernel/translate.ts'
import { declared, element, escapeXml, part } from './wordml.ts'
import { fontTableXml, stylesXml, type Style } from './wordstyles.ts'

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** A Word file before it is packed: `document` and `footer` are what stands in their roots, `styles` those beside a letter's. */
export interface WordFile {
  title: string
  at: Date
  lang: Lang
  document: string
  footer: string
  styles?: readonly Style[]
}

/** Packs a Word file. The same content gives the same bytes. */
export function packWord({ title, at, lang, document, footer, styles = [] }: WordFile): Buffer {
  const parts = {
    ...packageParts(title, at),
    'word/document.xml': part('document', `<w:body>${document}</w:body>`),
    'word/styles.xml': stylesXml(lang, styles),
    'word/fontTable.xml': fontTableXml(),
    'word/footer.xml': part('ftr', footer),
  }
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]))
  // The first instant that an archive can say, by whatever clock the machine has: the bytes must not depend on the hour.
  return Buffer.from(zipSync(files, { mtime: new Date(1980, 0, 1) }))
}

/** Parts of a Word file beside its own words, by their paths. */
function packageParts(title: string, at: Date): Record<string, string> {
  return {
    '[Content_Types].xml': typesXml(),
    '_rels/.rels': relationsXml([
      [`${relation}/officeDocument`, 'word/document.xml'],
      [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'word/_rels/document.xml.rels': relationsXml([
      [`${relation}/styles`, 'styles.xml'],
      [`${relation}/settings`, 'settings.xml'],
      [`${relation}/fontTable`, 'fontTable.xml'],
      [`${relation}/footer`, 'footer.xml'],
    ]),
    'docProps/core.xml': propertiesXml(title, at),
    'word/settings.xml': settingsXml(),
  }
}

/** The relation by which a document names its footer: the last of the list above. */
export const footerRelation = 'rId4'

function typesXml(): string {
  const types = [
    ['/word/document.xml', `${office}.document.main+xml`],
    ['/word/styles.xml', `${office}.styles+xml`],
    ['/word/settings.xml', `${office}.settings+xml`],
    ['/word/fontTable.xml', `${office}.fontTable+xml`],
    ['/word/footer.xml', `${office}.footer+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ]
  const endings = [
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ]
  const parts = types.map(([PartName, ContentType]) => element('Override', { PartName, ContentType }))
  return declared(element('Types', { xmlns: `${packaged}/content-types` }, [...endings, ...parts].join('')))
}

function relationsXml(relations: readonly (readonly [string, string])[]): string {
  const all = relations.map(([Type, Target], at) => element('Relationship', { Id: `rId${at + 1}`, Type, Target }))
  return declared(element('Relationships', { xmlns: `${packaged}/relationships` }, all.join('')))
}

/** What the file is about and when it was made; never by whom. */
function propertiesXml(title: string, at: Date): string {
  const spaces = {
    'xmlns:cp': `${packaged}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }
  const when = `${at.toISOString().slice(0, 19)}Z`
  const made = element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, when)
  const changed = element('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, when)
  return declared(element('cp:coreProperties', spaces, element('dc:title', {}, escapeXml(title)) + made + changed))
}

/** Chinese line breaking, and the file read as what present Word writes, not as an old one. `removePersonalInformation`: none is added when it is saved. */
function settingsXml(): string {
  const mode = { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 }
  return part(
    'settings',
    [
      '<w:removePersonalInformation/>',
      '<w:defaultTabStop w:val="420"/>',
      '<w:characterSpacingControl w:val="compressPunctuation"/>',
      `<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>${element('w:compatSetting', mode)}</w:compat>`,
      '<w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/>',
    ].join(''),
  )
}
