import type { Lang } from '../../kernel/translate.ts'
import { element, part } from './wordml.ts'

/** Half points, as Word measures type: 二号 22 pt, 三号 16 pt. */
const sizes = { zh: { head: 52, title: 44, text: 32, small: 28, foot: 18 }, en: { head: 36, title: 32, text: 23, small: 21, foot: 17 } }

/** Twentieths of a point between lines: 29 pt gives the 22 lines of GB/T 9704-2012. */
const pitch = { zh: 580, en: 340 }

const faces = {
  text: { zh: '仿宋_GB2312', latin: 'Times New Roman' },
  strong: { zh: '黑体', latin: 'Arial' },
  title: { zh: '方正小标宋简体', latin: 'Times New Roman' },
  second: { zh: '楷体_GB2312', latin: 'Times New Roman' },
  song: { zh: '宋体', latin: 'Times New Roman' },
}

/** A style of paragraphs. Without a height of lines it has that of the text. */
export interface Style {
  id: string
  name: string
  face?: keyof typeof faces
  size?: number
  isBold?: boolean
  colour?: string
  align?: 'left' | 'center' | 'right' | 'both'
  /** Twentieths of a point. */
  before?: number
  after?: number
  line?: number
  indent?: Record<string, number | undefined>
  border?: 'left' | 'bottom'
  /** Where a tab leads, so that the stops that Word sets by itself do not come before it. */
  tab?: number
  keepNext?: boolean
  outline?: number
}

/** The styles of a letter, and more: every paragraph has one, so that a clerk changes the look in one place. */
export function stylesXml(language: Lang, more: readonly Style[] = []): string {
  const styles = [...edgeStyles(language), ...textStyles(language), ...more]
  return part('styles', defaults(language) + styles.map(styleXml).join('') + strongXml(language === 'zh'))
}

/** What stands around the text. */
function edgeStyles(language: Lang): Style[] {
  const [size, zh] = [sizes[language], language === 'zh']
  const title = { size: size.title, isBold: !zh, before: 480, after: 480, line: zh ? 660 : 400, outline: 0 }
  return [
    { id: 'Head', name: 'Letter head', face: 'title', size: size.head, isBold: !zh, align: 'center', after: 60, line: 0, border: 'bottom' },
    { id: 'Number', name: 'Letter number', size: size.small, align: 'right', before: 60 },
    { id: 'Title', name: 'Title', face: 'title', align: 'center', ...title },
    { id: 'Addressee', name: 'Addressee', after: zh ? 0 : 120 },
    { id: 'Signature', name: 'Signature', align: 'center', indent: { left: 4000 }, keepNext: true },
    { id: 'Note', name: 'Letter note', size: size.small, before: 120, indent: zh ? twoCharacters : {} },
    { id: 'Footer', name: 'footer', face: 'song', size: size.foot, colour: '5B6472', line: 0 },
  ]
}

const twoCharacters = { firstLineChars: 200, firstLine: 640 }

/** The text and its lists; in Chinese all begin with two characters of space, in English lists hang. */
function textStyles(language: Lang): Style[] {
  const zh = language === 'zh'
  const flow: Pick<Style, 'align' | 'after'> = { align: zh ? 'both' : 'left', after: zh ? 0 : 120 }
  const indent = zh ? twoCharacters : {}
  const aside = zh ? { leftChars: 200, left: 640 } : { left: 400 }
  const attached = zh ? { leftChars: 600, left: 1920, hangingChars: 400, hanging: 1280 } : { left: 1500, hanging: 1500 }
  const items = [1, 2, 3].map((depth): Style => ({
    ...{ id: `Item${depth}`, name: `Letter item ${depth}`, ...flow },
    ...(zh ? { indent } : { indent: { left: 440 * depth, hanging: 440 }, tab: 440 * depth }),
  }))
  return [
    { id: 'Text', name: 'Letter text', ...flow, indent },
    { id: 'Heading1', name: 'heading 1', face: 'strong', isBold: !zh, before: zh ? 0 : 120, ...flow, indent, keepNext: true, outline: 1 },
    { id: 'Quote', name: 'Quote', face: 'second', ...flow, indent: aside, border: 'left' },
    ...items,
    { id: 'Attachment', name: 'Attachment', indent: attached, tab: attached.left, keepNext: true },
  ]
}

function defaults(language: Lang): string {
  const tongue = element('w:lang', { 'w:val': 'en-GB', 'w:eastAsia': 'zh-CN' })
  const dress = `<w:rPr>${face('text')}${typeSize(sizes[language].text)}${tongue}</w:rPr>`
  const lines = element('w:spacing', {
    'w:before': 0,
    'w:after': 0,
    'w:line': pitch[language],
    'w:lineRule': language === 'zh' ? 'exact' : 'atLeast',
  })
  const grid = '<w:widowControl/>'
  return `<w:docDefaults><w:rPrDefault>${dress}</w:rPrDefault><w:pPrDefault><w:pPr>${grid}${lines}</w:pPr></w:pPrDefault></w:docDefaults>${normal}`
}

const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'

/** The stressed head of an item. */
function strongXml(zh: boolean): string {
  const dress = zh ? face('strong') : '<w:b/><w:bCs/>'
  return `<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr>${dress}</w:rPr></w:style>`
}

function styleXml(style: Style): string {
  const { id, name, size, isBold, colour, align, before, after, line, indent, border, tab, keepNext, outline } = style
  // A line of 0 is as high as its type wants to be.
  const rule = line === undefined ? undefined : line === 0 ? 'auto' : 'exact'
  const spacing = { 'w:before': before, 'w:after': after, 'w:line': line === 0 ? 240 : line, 'w:lineRule': rule }
  const space = [before, after, line].every((value) => value === undefined) ? '' : element('w:spacing', spacing)
  const shape = [
    keepNext ? '<w:keepNext/>' : '',
    border === undefined ? '' : `<w:pBdr>${rulesOf(border)}</w:pBdr>`,
    tab === undefined ? '' : element('w:tabs', {}, element('w:tab', { 'w:val': 'left', 'w:pos': tab })),
    space,
    indent === undefined || Object.keys(indent).length === 0
      ? ''
      : element('w:ind', Object.fromEntries(Object.entries(indent).map(([key, value]) => [`w:${key}`, value]))),
    align === undefined ? '' : element('w:jc', { 'w:val': align }),
    outline === undefined ? '' : element('w:outlineLvl', { 'w:val': outline }),
  ]
  const dress = [
    style.face === undefined ? '' : face(style.face),
    isBold ? '<w:b/><w:bCs/>' : '',
    colour === undefined ? '' : element('w:color', { 'w:val': colour }),
    size === undefined ? '' : typeSize(size),
  ]
  const named = `${element('w:name', { 'w:val': name })}<w:basedOn w:val="Normal"/><w:qFormat/>`
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    `${named}<w:pPr>${shape.join('')}</w:pPr><w:rPr>${dress.join('')}</w:rPr>`,
  )
}

/** The line of ink under the head; the bar of daylight beside words of somebody else. */
function rulesOf(side: 'left' | 'bottom'): string {
  const [size, space, colour] = side === 'left' ? [18, 8, 'F2A900'] : [12, 6, '14213D']
  return element(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': space, 'w:color': colour })
}

function face(name: keyof typeof faces): string {
  const { zh, latin } = faces[name]
  return element('w:rFonts', { 'w:ascii': latin, 'w:eastAsia': zh, 'w:hAnsi': latin, 'w:cs': latin })
}

function typeSize(halfPoints: number): string {
  return element('w:sz', { 'w:val': halfPoints }) + element('w:szCs', { 'w:val': halfPoints })
}

/** What stands in for a type that a computer lacks: each has a kind that every office suite knows. */
export function fontTableXml(): string {
  const font = (name: string, other: string, family: string, charset: string) =>
    element('w:font', { 'w:name': name }, `<w:altName w:val="${other}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/>`)
  return part(
    'fonts',
    font(faces.text.zh, '仿宋', 'modern', '86') +
      font(faces.second.zh, '楷体', 'modern', '86') +
      font(faces.title.zh, '宋体', 'auto', '86') +
      font(faces.strong.zh, 'SimHei', 'modern', '86') +
      font(faces.song.zh, 'SimSun', 'auto', '86'),
  )
}
